package check

import (
	"fmt"

	"icamo/theory"
)

// EffectOnMechanism reports trial effects that are cited for more than they can show.
var EffectOnMechanism = Rule{Code: "PT207", Name: "effect-on-mechanism", Severity: Warning,
	Doc:    "A trial effect cited for or against a link that starts from or leads to a mechanism.",
	Why:    "A trial compares those who were offered the whole programme with those who were not. It says whether an outcome changed, not through what: the estimate holds whichever mechanism brought it about.",
	Source: "Van Belle et al. (2016), Trials 17:313; and for the other side Bonell et al. (2016)",
	Remedy: "Cite the effect on the outcome itself; for the mechanism, cite what people said or did.",
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
from = "sharing"
to   = "recovery"
` + trial,
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Source.Kind != theory.Mechanism && l.Target.Kind != theory.Mechanism {
			return
		}
		for _, refs := range [][]theory.Ref{l.SupportedBy, l.ContradictedBy} {
			for _, ref := range refs {
				if e := p.Theory.Piece(ref.ID); e != nil && e.Type == theory.EffectType {
					p.Report(&l.Element, ref.At, fmt.Sprintf("%q is an effect of the whole programme and says nothing of the mechanism in %q; cite it on the outcome", ref.ID, l.ID))
				}
			}
		}
	}),
}

// UnsupportedNode reports outcomes that a trial did not find.
var UnsupportedNode = Rule{Code: "PT213", Name: "unsupported-node", Severity: Warning,
	Doc:    "An outcome that cites a trial in which it did not differ or was worse, and that is neither dropped nor explained by a `because`.",
	Why:    "Where a theory promises an outcome that the trial did not find, the reader wants to know which of the two is to be believed, for whom, and why.",
	Source: "Moore et al. (2015), MRC guidance on process evaluation, on reading trial and process together",
	Remedy: "Say in `because` how the result is to be read, or drop the outcome with the reason.",
	Bad: `[outcome.empowerment]
label           = "Empowerment"
beneficiary     = ["participants"]
contradicted_by = ["rct-empowerment"]

[[link]]
from = "sharing"
to   = "empowerment"
` + noDifference,
	Good: `[outcome.empowerment]
label           = "Empowerment"
beneficiary     = ["participants"]
contradicted_by = ["rct-empowerment"]
because         = "The interviews showed it in those who came to eight meetings or more; fewer than half of the trial's participants did."

[[link]]
from = "sharing"
to   = "empowerment"
` + noDifference,
	Reads: []string{"because"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind != theory.Outcome || n.Because != "" {
			return
		}
		for _, refs := range [][]theory.Ref{n.SupportedBy, n.ContradictedBy} {
			for _, ref := range refs {
				e := p.Theory.Piece(ref.ID)
				if e == nil || e.Type != theory.EffectType {
					continue
				}
				switch e.Finding {
				case theory.NoDifference:
					p.Report(&n.Element, ref.At, fmt.Sprintf("the trial found no difference in %q (%s); say in because how that is to be read, or drop it", n.ID, ref.ID))
					return
				case theory.Worsened:
					p.Report(&n.Element, ref.At, fmt.Sprintf("the trial found %q to be worse (%s); say in because how that is to be read, or drop it", n.ID, ref.ID))
					return
				}
			}
		}
	}),
}

const trial = `
[source.poulsen-2025]
citation = "Poulsen et al. (2025), a randomised trial"

[evidence.rct-recovery]
type     = "effect"
source   = "poulsen-2025"
measure  = "QPR-15"
estimate = 5.1
interval = [2.4, 7.8]
finding  = "improved"
`

const noDifference = `
[source.poulsen-2025]
citation = "Poulsen et al. (2025), a randomised trial"

[evidence.rct-empowerment]
type    = "effect"
source  = "poulsen-2025"
finding = "no-difference"
`
