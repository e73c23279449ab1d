package check

import (
	"cmp"
	"fmt"
	"slices"

	"icamo/theory"
)

const mostBroken = 20 // of what a configuration requires are looked at from those that require it

// BrokenPrecondition reports cases in which a configuration did without what it requires.
var BrokenPrecondition = Rule{Code: "PT407", Name: "broken-precondition", Severity: Warning,
	Doc:    "A configuration that was active in a case in which one that it requires was not, directly or by way of others of which the case says nothing.",
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
	Reads: []string{"requires", "active_in"},
	Run: func(p *Pass) {
		inactive := make(map[*theory.Configuration]map[string]theory.Span) // where each was said not to be active
		active := make(map[*theory.Configuration]map[string]theory.Span)
		required := make(map[*theory.Configuration][]*theory.Configuration)
		for _, c := range p.Theory.Configurations {
			if c.Live() {
				active[c], inactive[c] = placesOf(slices.Concat(c.ActiveIn, c.PartlyActiveIn)), placesOf(c.NotActiveIn)
				p.eachRequired(c, func(r *theory.Configuration, _ theory.Ref) { required[c] = append(required[c], r) })
			}
		}
		// broken are what one configuration requires, directly or by way of others, and a case lacks. Beyond one that was
		// active or not, it is that one's own precondition which is broken.
		type asked struct {
			of    *theory.Configuration
			inOne string
		}
		known := make(map[asked][]*theory.Configuration)
		var broken func(of *theory.Configuration, inOne string) []*theory.Configuration
		broken = func(of *theory.Configuration, inOne string) []*theory.Configuration {
			q := asked{of, inOne}
			if found, done := known[q]; done {
				return found
			}
			known[q] = nil // in a circle, which PT406 reports
			var found []*theory.Configuration
			for _, r := range required[of] {
				_, lacks := inactive[r][inOne]
				_, has := active[r][inOne]
				switch {
				case lacks:
					found = append(found, r)
				case !has:
					found = append(found, broken(r, inOne)...)
				}
			}
			slices.SortFunc(found, func(a, b *theory.Configuration) int { return cmp.Compare(a.ID, b.ID) })
			found = slices.Compact(found)
			known[q] = found[:min(len(found), mostBroken)]
			return found
		}
		for _, c := range p.Theory.Configurations {
			if !c.Live() || len(required[c]) == 0 {
				continue
			}
			for _, ref := range c.ActiveIn {
				for _, r := range broken(c, ref.ID) {
					requires := "which it requires"
					if !slices.Contains(required[c], r) {
						requires = "which what it requires needs in turn"
					}
					p.Report(&c.Element, ref.At, fmt.Sprintf("%q is active in %q, in which %q, %s, is not; the precondition is not necessary there: write it in influences, or accept this and say what is special about the case", c.ID, ref.ID, r.ID, requires),
						theory.Related{Message: fmt.Sprintf("%q is not active in %q", r.ID, ref.ID), At: inactive[r][ref.ID]})
				}
			}
		}
	},
}
