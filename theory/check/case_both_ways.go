package check

import (
	"fmt"

	"icamo/theory"
)

// CaseBothWays reports cases that contradict themselves.
var CaseBothWays = Rule{Code: "PT411", Name: "case-both-ways", Severity: Error,
	Doc:    "One case named both in `active_in` and in `not_active_in` of a configuration.",
	Why:    "The case table says of each case whether the configuration was seen at work in it. It cannot say both; accounts that conflict are evidence for and against a link.",
	Remedy: "Decide which holds; where the accounts of one case conflict, leave the case out here and cite both accounts on the links.",
	Bad: wholeConfiguration + `active_in     = ["p1", "p5"]
not_active_in = ["p5"]
` + social,
	Good: wholeConfiguration + `active_in     = ["p1"]
not_active_in = ["p5"]
` + social,
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		active := placesOf(c.ActiveIn)
		for _, ref := range c.NotActiveIn {
			if at, both := active[ref.ID]; both {
				delete(active, ref.ID)
				p.Report(&c.Element, ref.At, fmt.Sprintf("the case %q is named both active and not active in %q; decide which holds", ref.ID, c.ID),
					theory.Related{Message: "named active here", At: at})
			}
		}
	}),
}
