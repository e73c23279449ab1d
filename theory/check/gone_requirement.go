package check

import (
	"fmt"

	"icamo/theory"
)

// GoneRequirement reports configurations that lean on what was dropped.
var GoneRequirement = Rule{Code: "PT412", Name: "gone-requirement", Severity: Warning,
	Doc:    "A configuration that requires, influences or names as rival one that was dropped.",
	Why:    "What was dropped is no part of the theory any more, so that nothing can depend on it. Either it is still needed, or what depended on it has to be thought through again.",
	Source: "Jagosh et al. (2015), BMC Public Health 15:725, on chains of configurations",
	Remedy: "Take the reference out, or name what took its place.",
	Bad: wholeConfiguration + `influences    = ["hopefulness"]
` + social + `
[configuration.hopefulness]
title   = "Hope through belonging"
dropped = "Nobody spoke of it."
`,
	Good: wholeConfiguration + social + `
[configuration.hopefulness]
title   = "Hope through belonging"
dropped = "Nobody spoke of it."
`,
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		gone := func(verb string, refs []theory.Ref) {
			for _, ref := range refs {
				if other := p.Theory.Configuration(ref.ID); other != nil && !other.Live() {
					p.Report(&c.Element, ref.At, fmt.Sprintf("%q %s %q, which was dropped; take that out, or name what took its place", c.ID, verb, ref.ID),
						theory.Related{Message: "dropped here", At: other.Key("dropped")})
				}
			}
		}
		gone("requires", c.Requires)
		gone("influences", c.Influences)
		gone("names as rival", c.Rival)
	}),
}
