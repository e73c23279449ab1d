package check

import (
	"fmt"

	"icamo/theory"
)

// NoBeneficiary reports outcomes without a beneficiary.
var NoBeneficiary = Rule{Code: "PT404", Name: "no-beneficiary", Severity: Info,
	Doc:    "An outcome that names no beneficiary.",
	Why:    "What works for whom is the question. Whose outcome it is can differ from who acts: in peer support the peers gain confidence from helping others, and published texts leave open whose wellbeing is meant.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation; Thompson et al. (2023), CMOC 10, for a case in print",
	Remedy: "Name the actors in `beneficiary`; where the study leaves it open, accept the finding and say so.",
	Bad: `[outcome.hope]
label = "Hope"

[[link]]
from = "feeling-safe"
to   = "hope"
`,
	Good:  hopeful,
	Reads: []string{"beneficiary"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Outcome && len(n.Beneficiary) == 0 {
			p.Report(&n.Element, n.At, fmt.Sprintf("nobody is named for whom %q is an outcome; name the actors in beneficiary", n.ID))
		}
	}),
}
