package check

import (
	"fmt"

	"icamo/theory"
)

// OpinionOnly reports supported links behind which there is only opinion.
var OpinionOnly = Rule{Code: "PT210", Name: "opinion-only", Severity: Warning,
	Doc:    "A supported link for which opinion is the only evidence cited. Evidence whose `basis` is belief is opinion, whatever its type.",
	Why:    "What staff or authors believe is where an initial theory comes from; it cannot also be its test.",
	Source: "Brown (2016), figures 3 and 4; Pawson & Tilley (1997), Realistic Evaluation",
	Remedy: "Cite what was seen or said by those it happened to, or declare the link hypothesised.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["facilitator-view", "manager-view"]
` + views,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["facilitator-view", "manager-view", "p1-pain"]
` + views,
	Reads: []string{"status"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		evidence := p.Theory.Counting(l.SupportedBy)
		if l.Status != theory.Supported || len(evidence) == 0 {
			return
		}
		for _, e := range evidence {
			if e.Type != theory.OpinionType && e.Basis != theory.Belief {
				return
			}
		}
		p.Report(&l.Element, l.Key("supported_by"), fmt.Sprintf("%q is supported by opinion alone (%s); cite what was observed, or declare it hypothesised", l.ID, listed(l.SupportedBy)))
	}),
}

const views = `
[source.staff-survey]
citation = "Staff survey of the programme"

[source.manager-interview]
citation = "Interview with the programme's manager"

[evidence.facilitator-view]
type   = "opinion"
source = "staff-survey"
text   = "A safe group talks."

[evidence.manager-view]
type   = "opinion"
source = "manager-interview"
text   = "They only share once they trust one another."
`
