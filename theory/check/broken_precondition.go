package check

import (
	"fmt"

	"icamo/theory"
)

// BrokenPrecondition reports cases in which a configuration did without what it requires.
var BrokenPrecondition = Rule{Code: "PT407", Name: "broken-precondition", Severity: Warning,
	Doc:    "A configuration that was active in a case in which one that it requires was not.",
	Why:    "A precondition is a hoop that every case must jump through: a single case that gets there without it shows that it is not necessary. Either the precondition is too strong or the case is not what it seems.",
	Source: "Van Evera (1997) and Collier (2011) on the hoop test of process tracing; Egmose et al. (2024), participant 7, for a case in print",
	Remedy: "Weaken `requires` to `influences`, look at the case again, or accept the finding and say what is special about the case.",
	Bad: wholeConfiguration + `not_active_in = ["p5"]
` + hopefulness + `requires      = ["safe-relationships"]
active_in     = ["p1", "p5"]
` + social,
	Good: wholeConfiguration + `active_in     = ["p1", "p5"]
` + hopefulness + `requires      = ["safe-relationships"]
active_in     = ["p1", "p5"]
` + social,
	Run: func(p *Pass) {
		absent := make(map[*theory.Configuration]map[string]theory.Span) // where each was said not to be active
		for _, c := range p.Theory.Configurations {
			if len(c.ActiveIn) == 0 {
				continue
			}
			p.eachRequired(c, func(r *theory.Configuration, _ theory.Ref) {
				if absent[r] == nil {
					absent[r] = placesOf(r.NotActiveIn)
				}
				if len(absent[r]) > 0 {
					p.brokenPrecondition(c, r, absent[r])
				}
			})
		}
	},
}

func (p *Pass) brokenPrecondition(c, required *theory.Configuration, absent map[string]theory.Span) {
	for _, ref := range c.ActiveIn {
		if at, is := absent[ref.ID]; is {
			p.Report(&c.Element, ref.At, fmt.Sprintf("%q is active in %q, in which %q, which it requires, is not; the precondition is not necessary there", c.ID, ref.ID, required.ID),
				theory.Related{Message: fmt.Sprintf("%q is not active in %q", required.ID, ref.ID), At: at})
		}
	}
}
