package check

import (
	"fmt"

	"icamo/theory"
)

// DoubleNegative reports links that are easily read the wrong way.
var DoubleNegative = Rule{Code: "PT311", Name: "double-negative", Severity: Info,
	Doc:    "A link that inhibits an unwanted outcome.",
	Why:    "Less of something bad is good, but a figure with a T-bar onto an unwanted outcome takes two turns to read, and authors make slips in it themselves.",
	Source: "Richmond (2020), links 37 to 40, for cases in print",
	Remedy: "Read it once more; where it is meant, accept the finding, or word the outcome by what is wanted.",
	Bad: `[outcome.loneliness]
label       = "Loneliness"
valence     = "unwanted"
beneficiary = ["participants"]

[[link]]
from   = "sharing"
to     = "loneliness"
effect = "inhibits"
`,
	Good: `[outcome.company]
label       = "Company in everyday life"
beneficiary = ["participants"]

[[link]]
from = "sharing"
to   = "company"
`,
	Reads: []string{"effect", "valence"},
	Run: eachStep(func(p *Pass, l *theory.Link) {
		if l.Effect == theory.Inhibits && l.Target.Kind == theory.Outcome && l.Target.Valence == theory.Unwanted {
			p.Report(&l.Element, l.Key("effect"), fmt.Sprintf("%q inhibits an outcome that is unwanted, which helps; read it once more, then accept it or word the outcome by what is wanted", l.ID))
		}
	}),
}
