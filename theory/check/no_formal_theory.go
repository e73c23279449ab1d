package check

import (
	"fmt"

	"icamo/theory"
)

// NoFormalTheory reports configurations that stand by themselves.
var NoFormalTheory = Rule{Code: "PT405", Name: "no-formal-theory", Severity: Info,
	Doc:    "A configuration that names no formal theory.",
	Why:    "A formal theory says why the same mechanism should work elsewhere. Without one, what was learned stays with this programme.",
	Source: "Shearn et al. (2017), International Journal of Qualitative Methods 16",
	Remedy: "Name the formal or middle-range theory that it instantiates; where the study names none, accept the finding and say so.",
	Bad: `[configuration.safe-relationships]
title        = "Safe relationships"
intervention = ["group-rules"]
context      = ["differences"]
actor        = ["participants"]
mechanism    = ["feeling-safe", "sharing"]
outcome      = ["connectedness"]
`,
	Good:  wholeConfiguration + social,
	Reads: []string{"formal_theory"},
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		if len(c.FormalTheory) == 0 {
			p.Report(&c.Element, c.At, fmt.Sprintf("the configuration %q names no formal theory; name what it instantiates", c.ID))
		}
	}),
}
