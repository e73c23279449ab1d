package check

import (
	"fmt"

	"icamo/theory"
)

// EffectOnMechanism reports trial effects that are cited for more than they can show.
var EffectOnMechanism = Rule{Code: "PT207", Name: "effect-on-mechanism", Severity: Warning,
	Doc:    "A trial effect cited for or against a link that starts from or leads to a mechanism, or that starts from an outcome.",
	Why:    "A trial compares those who were offered the whole programme with those who were not. It says whether an outcome changed, not through what: the estimate holds whichever mechanism brought it about. Nor does it say that one outcome led to another.",
	Source: "Van Belle et al. (2016), Trials 17:313; and for the other side Bonell et al. (2016)",
	Remedy: "Cite the effect on the outcome itself; for the link, cite what people said or did.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder", "rct-recovery"]
` + trial,
	Good: `[outcome.recovery]
label        = "Personal recovery"
beneficiary  = ["participants"]
supported_by = ["rct-recovery"]

[[link]]
from         = "sharing"
to           = "recovery"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
` + trial,
	Run: eachLink(func(p *Pass, l *theory.Link) {
		silent := ""
		switch {
		case touchesMechanism(l):
			silent = fmt.Sprintf("the mechanism in %q", l.ID)
		case l.Source.Kind == theory.Outcome:
			silent = fmt.Sprintf("what %q leads to", l.Source.ID)
		default:
			return
		}
		for _, refs := range [][]theory.Ref{l.SupportedBy, l.ContradictedBy} {
			for _, ref := range refs {
				if e := p.Theory.Piece(ref.ID); e != nil && e.Type == theory.EffectType {
					p.Report(&l.Element, ref.At, fmt.Sprintf("%q is an effect of the whole programme and says nothing of %s; cite it on the outcome", ref.ID, silent))
				}
			}
		}
	}),
}

// touchesMechanism says whether a live link starts from a mechanism, or leads to one or to a step that does.
func touchesMechanism(l *theory.Link) bool {
	if l.Source.Kind == theory.Mechanism {
		return true
	}
	if l.Onto != nil {
		return touchesMechanism(l.Onto)
	}
	return l.Target.Kind == theory.Mechanism
}
