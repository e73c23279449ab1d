package check

import (
	"fmt"

	"icamo/theory"
)

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
		e, ref := p.trialOf(n, theory.NoDifference, theory.Worsened)
		if e == nil {
			return
		}
		found := fmt.Sprintf("no difference in %q", n.ID)
		if e.Finding == theory.Worsened {
			found = fmt.Sprintf("%q to be worse", n.ID)
		}
		p.Report(&n.Element, ref.At, fmt.Sprintf("the trial found %s%s (%s); say in because how that is to be read, or drop it", found, inSubgroup(e), ref.ID))
	}),
}

const noDifference = `
[source.poulsen-2025]
citation = "Poulsen et al. (2025), a randomised trial"

[evidence.rct-empowerment]
type    = "effect"
source  = "poulsen-2025"
finding = "no-difference"
`
