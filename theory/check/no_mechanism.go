package check

import (
	"fmt"

	"icamo/theory"
)

// NoMechanism reports black boxes.
var NoMechanism = Rule{Code: "PT304", Name: "no-mechanism", Severity: Warning,
	Doc:    "A link straight from an intervention, a context or an actor to an outcome.",
	Why:    "It says that the programme works and not why: a black box. A realist theory opens it by naming the mechanism between.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation",
	Remedy: "Put the mechanism between the two; where it is not known, say so with a mechanism of its own that is hypothesised.",
	Bad: `[[link]]
from = "group-rules"
to   = "connectedness"
`,
	Good: `[mechanism.equal-turns]
label = "Everybody has a turn"

[[link]]
from = "group-rules"
to   = "equal-turns"

[[link]]
from = "equal-turns"
to   = "connectedness"
`,
	Run: eachStep(func(p *Pass, l *theory.Link) {
		switch l.Source.Kind {
		case theory.Intervention, theory.Context, theory.Actor:
			if l.Target.Kind == theory.Outcome {
				p.Report(&l.Element, linkAt(l), fmt.Sprintf("%q leads straight from the %s to the outcome; name the mechanism between them", l.ID, l.Source.Kind))
			}
		}
	}),
}
