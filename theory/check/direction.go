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
	Run: eachLink(func(p *Pass, l *theory.Link) {
		switch l.Source.Kind {
		case theory.Intervention, theory.Context, theory.Actor:
			if l.Target.Kind == theory.Outcome {
				p.Report(&l.Element, linkAt(l), fmt.Sprintf("%q leads straight from the %s to the outcome; name the mechanism between them", l.ID, l.Source.Kind))
			}
		}
	}),
}

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
	Run: eachLink(func(p *Pass, l *theory.Link) {
		from, to := l.Source.Kind, l.Target.Kind
		if (from == theory.Outcome || from == theory.Mechanism) && (to == theory.Intervention || to == theory.Actor) {
			p.Report(&l.Element, linkAt(l), fmt.Sprintf("%q leads from the %s to the %s, against the order of %s; turn it round, or change what its ends are", l.ID, from, to, p.Theory.Heuristic))
		}
	}),
}

// OpposedEffects reports pairs that are promoted and inhibited without a word.
var OpposedEffects = Rule{Code: "PT310", Name: "opposed-effects", Severity: Warning,
	Doc:    "Two links between the same nodes, one that promotes and one that inhibits, with no `because` on either.",
	Why:    "The same cause may help some and hinder others. That is a finding worth having, but only with its for whom and in what circumstances.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation",
	Remedy: "Say in `because` for whom or when each of them holds.",
	Bad: `[[link]]
from   = "group-rules"
to     = "feeling-safe"
effect = "inhibits"
`,
	Good: `[[link]]
from    = "group-rules"
to      = "feeling-safe"
effect  = "inhibits"
because = "For some, being told how to speak is what makes a group unsafe."
`,
	Run: opposedEffects,
}

func opposedEffects(p *Pass) {
	type pair struct{ from, to *theory.Node }
	first := make(map[pair]*theory.Link, len(p.Graph.Links))
	reported := make(map[pair]bool)
	for _, l := range p.Graph.Links {
		if p.unread(&l.Element, "effect", "because") {
			continue
		}
		ends := pair{l.Source, l.Target}
		f := first[ends]
		if f == nil {
			first[ends] = l
			continue
		}
		if f.Effect != l.Effect && f.Because == "" && l.Because == "" && !reported[ends] {
			reported[ends] = true
			p.Report(&l.Element, linkAt(l), fmt.Sprintf("%q both promotes and inhibits %q, with no because on either link; say when it does which", l.From.ID, l.To.ID),
				theory.Related{Message: "the other link", At: linkAt(f)})
		}
	}
}

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
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Effect == theory.Inhibits && l.Target.Kind == theory.Outcome && l.Target.Valence == theory.Unwanted {
			p.Report(&l.Element, l.Key("effect"), fmt.Sprintf("%q inhibits an outcome that is unwanted, which helps; read it once more, then accept it or word the outcome by what is wanted", l.ID))
		}
	}),
}
