package check

import (
	"fmt"

	"icamo/theory"
)

// UnusualDirection reports links against the heuristic.
var UnusualDirection = Rule{Code: "PT309", Name: "unusual-direction", Severity: Warning,
	Doc:    "A link that the heuristic does not license: from an outcome or a mechanism to an intervention, or from a mechanism or an outcome to an actor. An outcome that becomes a context or sets off a mechanism is a ripple, and usual.",
	Why:    "Outcomes do not bring about what the programme offers, nor who takes part. Where they seem to, either the arrow is the wrong way round or the node is really a context: how things stand once the outcome is there.",
	Source: "Mukumbang et al. (2018) for ICAMO; Jagosh et al. (2015), BMC Public Health 15:725, for ripples",
	Remedy: "Turn the link round, or make its end a context or a mechanism.",
	Bad: `[actor.volunteers]
label = "Volunteers"

[[link]]
from = "feeling-safe"
to   = "volunteers"

[[link]]
from = "volunteers"
to   = "sharing"
`,
	Good: `[actor.volunteers]
label = "Volunteers"

[[link]]
from = "volunteers"
to   = "feeling-safe"

[[link]]
from = "volunteers"
to   = "sharing"
`,
	Run: eachStep(func(p *Pass, l *theory.Link) {
		from, to := l.Source.Kind, l.Target.Kind
		if (from == theory.Outcome || from == theory.Mechanism) && (to == theory.Intervention || to == theory.Actor) {
			p.Report(&l.Element, linkAt(l), fmt.Sprintf("%q leads from the %s to the %s, against the order of %s; turn it round, or change what its ends are", l.ID, from, to, p.Theory.Heuristic))
		}
	}),
}
