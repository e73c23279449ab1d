package check

import (
	"fmt"

	"icamo/theory"
	"icamo/theory/wording"
)

// Cycle reports circles of links.
var Cycle = Rule{Code: "PT307", Name: "cycle", Severity: Info,
	Doc:    "Links in a circle, named in order from the smallest id. Every link of a circle is in one of those named.",
	Why:    "Real theories have circles: feeling safe and sharing feed each other. They are no fault, but a circle should be meant, and says that what it holds grows or fades by itself.",
	Source: "Egmose et al. (2024), BMC Psychiatry 24:555, for two of them in one theory",
	Remedy: "Where it is meant, accept the finding and say so; else turn or take out the link that is wrong.",
	Bad: `[[link]]
from = "feeling-safe"
to   = "sharing"

[[link]]
from = "sharing"
to   = "feeling-safe"
`,
	Good: `[[link]]
from = "feeling-safe"
to   = "sharing"
`,
	Run: cycles,
}

func cycles(p *Pass) {
	found, complete := p.Graph.Cycles(maxCircles)
	for _, cycle := range found {
		first := cycle[0]
		var names []string
		for _, l := range cycle {
			names = append(names, l.From.ID)
		}
		var others []theory.Related
		for _, l := range cycle[1:min(len(cycle), maxNamed)] {
			others = append(others, theory.Related{Message: fmt.Sprintf("then %q", l.ID), At: linkAt(l)})
		}
		p.Report(&first.Element, linkAt(first), fmt.Sprintf("%s is a circle of %s; accept it if it is meant", circle(names), wording.English.Counted(len(cycle), "link")), others...)
	}
	if !complete {
		p.Report(&p.Theory.Element, p.Theory.At, fmt.Sprintf("there are more than %d circles; only so many are named", maxCircles))
	}
}
