package check

import (
	"fmt"

	"icamo/theory"
)

// EffectWithoutMechanism reports outcomes that a trial found and the theory does not explain.
var EffectWithoutMechanism = Rule{Code: "PT313", Name: "effect-without-mechanism", Severity: Warning,
	Doc:    "An outcome that cites a trial which found it better or worse, while every link into it is only hypothesised, not tested, not activated or refuted.",
	Why:    "The trial says that it came about; the theory should say through what, and here only guesses. That gap is what a process evaluation is for, and a reader will look for it.",
	Source: "Van Belle et al. (2016), Trials 17:313",
	Remedy: "Cite what speaks for a link into it and declare that link's status, or accept the finding and say that the mechanism is not known.",
	Bad: `[outcome.recovery]
label        = "Personal recovery"
beneficiary  = ["participants"]
supported_by = ["rct-recovery"]

[[link]]
from = "sharing"
to   = "recovery"
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
	Run: eachNode(func(p *Pass, n *theory.Node) {
		into := p.Graph.In(n)
		if n.Kind != theory.Outcome || len(into) == 0 || p.isLoose(n) {
			return
		}
		for _, l := range into {
			if l.Status.ClaimsSupport() || p.unread(&l.Element, "status") {
				return
			}
		}
		if e, ref := p.trialOf(n, theory.Improved, theory.Worsened); e != nil {
			p.Report(&n.Element, ref.At, fmt.Sprintf("the trial found %q %s%s (%s), yet no link into it is supported or mixed; cite what speaks for one, or accept this and say that the mechanism is not known", n.ID, e.Finding, inSubgroup(e), ref.ID))
		}
	}),
}
