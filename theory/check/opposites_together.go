package check

import (
	"fmt"

	"icamo/theory"
)

// OppositesTogether reports cases in which a thing and its opposite were both there.
var OppositesTogether = Rule{Code: "PT314", Name: "opposites-together", Severity: Warning,
	Doc:    "A node and its `opposite` that are both active in one case.",
	Why:    "Opposites are the same thing the other way round. Where one case shows both, they are two things, or hold at two times, or the case has not been read to its end.",
	Source: "Colvin et al. (2018), GRADE-CERQual on coherence",
	Remedy: "Look at the case again; where both held in part, name it in `partly_active_in` of both; else take the `opposite` out.",
	Bad: `[mechanism.holding-back]
label     = "Holding back"
opposite  = "speaking-out"
active_in = ["p1"]

[mechanism.speaking-out]
label     = "Speaking out"
active_in = ["p1"]

[[link]]
from = "holding-back"
to   = "connectedness"

[[link]]
from = "speaking-out"
to   = "connectedness"
`,
	Good: `[mechanism.holding-back]
label     = "Holding back"
opposite  = "speaking-out"
active_in = ["p5"]

[mechanism.speaking-out]
label     = "Speaking out"
active_in = ["p1"]

[[link]]
from = "holding-back"
to   = "connectedness"

[[link]]
from = "speaking-out"
to   = "connectedness"
`,
	Run: eachNode(func(p *Pass, n *theory.Node) {
		other := p.Theory.Node(n.Opposite.ID)
		if other == nil || other == n || !other.Live() || other.Opposite.ID == n.ID && other.ID < n.ID {
			return // the other one reports it
		}
		there := placesOf(other.ActiveIn)
		for _, ref := range n.ActiveIn {
			if at, both := there[ref.ID]; both {
				p.Report(&n.Element, ref.At, fmt.Sprintf("%q is active in %q, and so is its opposite %q; look at the case again, or take the opposite out", n.ID, ref.ID, other.ID),
					theory.Related{Message: "its opposite is active here", At: at})
			}
		}
	}),
}
