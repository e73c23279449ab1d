package check

import (
	"fmt"

	"icamo/theory"
)

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
