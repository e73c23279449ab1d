package check

import (
	"fmt"
	"strings"

	"icamo/theory"
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

const maxCycles = 25 // a reader follows no more; the rest shows when these are dealt with

func cycles(p *Pass) {
	found, complete := p.Graph.Cycles(maxCycles)
	for _, cycle := range found {
		first := cycle[0]
		var others []theory.Related
		for _, l := range cycle[1:min(len(cycle), maxNamed)] {
			others = append(others, theory.Related{Message: fmt.Sprintf("then %q", l.ID), At: linkAt(l)})
		}
		p.Report(&first.Element, linkAt(first), fmt.Sprintf("%s is a circle of %s; accept it if it is meant", circle(cycle), theory.Counted(len(cycle), "link")), others...)
	}
	if !complete {
		p.Report(&p.Theory.Element, p.Theory.At, fmt.Sprintf("there are more than %d circles; only so many are named", maxCycles))
	}
}

// circle words a path that ends where it starts: "a" -> "b" -> "a".
func circle(cycle theory.Path) string {
	var names []string
	for _, l := range cycle {
		names = append(names, fmt.Sprintf("%q", l.From.ID))
	}
	const shown = 12
	if len(names) > shown {
		names = append(names[:shown], "…")
	}
	return strings.Join(append(names, fmt.Sprintf("%q", cycle[0].From.ID)), " -> ")
}

// SelfLink reports links from a node to itself.
var SelfLink = Rule{Code: "PT308", Name: "self-link", Severity: Error,
	Doc:    "A link from a node to itself.",
	Why:    "Nothing brings itself about. What is meant is mostly a circle through something else that the theory leaves out, or a slip in an id.",
	Remedy: "Name the node between, or correct the id.",
	Bad: `[[link]]
from = "sharing"
to   = "sharing"
`,
	Good: `[mechanism.being-answered]
label = "Being answered"

[[link]]
from = "sharing"
to   = "being-answered"

[[link]]
from = "being-answered"
to   = "connectedness"
`,
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Source == l.Target {
			p.Report(&l.Element, linkAt(l), fmt.Sprintf("%q leads to itself; name what lies between, or correct one of its ends", l.From.ID))
		}
	}),
}
