package check

import (
	"fmt"

	"icamo/theory"
)

// CaseBothWays reports cases that contradict themselves.
var CaseBothWays = Rule{Code: "PT411", Name: "case-both-ways", Severity: Error,
	Doc:    "One case named in two of `active_in`, `partly_active_in` and `not_active_in` of a configuration or a node.",
	Why:    "The case table says of each case whether a configuration or node was seen at work in it. It cannot say two things; where it was at work in part, or both ways, there is a word for that.",
	Remedy: "Decide which holds; where it was both, name the case in `partly_active_in` alone.",
	Bad: wholeConfiguration + `active_in     = ["p1", "p5"]
not_active_in = ["p5"]
` + social,
	Good: wholeConfiguration + `active_in     = ["p1"]
not_active_in = ["p5"]
` + social,
	Run: func(p *Pass) {
		for _, c := range p.Theory.Configurations {
			if c.Live() {
				p.caseBothWays(&c.Element, c.ActiveIn, c.PartlyActiveIn, c.NotActiveIn)
			}
		}
		for _, n := range p.Theory.Nodes {
			if n.Live() {
				p.caseBothWays(&n.Element, n.ActiveIn, n.PartlyActiveIn, n.NotActiveIn)
			}
		}
	},
}

// caseBothWays reports cases that stand in two of an element's lists.
func (p *Pass) caseBothWays(e *theory.Element, active, partly, not []theory.Ref) {
	type naming struct {
		as string
		at theory.Span
	}
	named := make(map[string]naming, len(active))
	for _, list := range []struct {
		as   string
		refs []theory.Ref
	}{{"active", active}, {"partly active", partly}, {"not active", not}} {
		for _, ref := range list.refs {
			first, known := named[ref.ID]
			if !known {
				named[ref.ID] = naming{list.as, ref.At}
				continue
			}
			if first.as != "" && first.as != list.as {
				p.Report(e, ref.At, fmt.Sprintf("the case %q is named both %s and %s in %q; decide which holds, or name it in partly_active_in alone", ref.ID, first.as, list.as, e.ID),
					theory.Related{Message: "named " + first.as + " here", At: first.at})
				named[ref.ID] = naming{} // once is enough
			}
		}
	}
}
