package check

import (
	"fmt"

	"icamo/theory"
)

// DuplicateLink reports one link written twice.
var DuplicateLink = Rule{Code: "PT108", Name: "duplicate-link", Severity: Error,
	Doc:    "The same pair of nodes linked twice with the same effect.",
	Why:    "A link is known by its ends and its effect. Written twice it may carry two statuses and two lists of evidence, and nobody can say which holds. Two links whose effects differ are two claims, and allowed.",
	Remedy: "Put the evidence of both into one of them and delete the other.",
	Bad: `[[link]]
from = "group-rules"
to   = "feeling-safe"
`,
	Good: `[[link]]
from    = "group-rules"
to      = "feeling-safe"
effect  = "inhibits"
because = "For some, being told how to speak is what makes a group unsafe."
`,
	Run: duplicateLinks,
}

func duplicateLinks(p *Pass) {
	first := make(map[string]*theory.Link, len(p.Theory.Links))
	for _, l := range p.Theory.Links {
		if l.From.ID == "" || l.To.ID == "" || theory.NamesLink(l.To.ID) && l.Onto == nil || p.unread(&l.Element, "effect") {
			continue
		}
		if f := first[l.ID]; f != nil {
			p.Report(&l.Element, linkAt(l), fmt.Sprintf("the link %q is there twice; join the two into one", l.ID),
				theory.Related{Message: "first written here", At: linkAt(f)})
			continue
		}
		first[l.ID] = l
	}
}
