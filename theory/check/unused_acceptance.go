package check

import (
	"fmt"

	"icamo/theory"
)

// UnusedAcceptance reports acceptances that accept nothing. It runs last, and cannot itself be accepted.
var UnusedAcceptance = Rule{Code: "PT111", Name: "unused-acceptance", Severity: Warning,
	Doc:    "An `accept` whose finding is not there (any more), or that names no rule, or one that says what cannot be read. What stands in an included file is looked at only from a version that revises another, as for PT110.",
	Why:    "An acceptance is a note to the reader that a weakness is known. Left standing when the weakness is gone, it tells of one that the theory does not have, and would hide the next one.",
	Remedy: "Take it out, or correct the code.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
accept       = { PT206 = "only one participant spoke of it" }
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Run:  unusedAcceptances,
	last: true,
}

func unusedAcceptances(p *Pass) {
	p.eachElement(func(e *theory.Element) {
		for i := range e.Accept {
			a := &e.Accept[i]
			rule := p.accepted.rules[a.Code]
			switch {
			case rule == nil:
				p.Report(e, a.At, fmt.Sprintf("%q is no rule, so this accepts nothing; `icamo explain` lists the rules", a.Code))
			case rule.reading:
				p.Report(e, a.At, fmt.Sprintf("%s says what cannot be read, and cannot be accepted; take this out, and mend what it finds", a.Code))
			case p.unread(e, rule.Reads...): // the rule was not asked
			case !p.accepted.used[a] && !p.accepted.abstained[a.Code] && (p.Own(a.At) || p.Theory.Earlier != nil):
				p.Report(e, a.At, fmt.Sprintf("there is no finding %s here to accept; take the acceptance out", a.Code))
			}
		}
	})
}
