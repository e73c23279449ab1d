package check

import (
	"fmt"

	"icamo/theory"
)

// RequiresLoop reports configurations that wait for one another.
var RequiresLoop = Rule{Code: "PT406", Name: "requires-loop", Severity: Error,
	Doc:    "Configurations that require one another in a circle, or one that requires itself.",
	Why:    "What is required must be active first. In a circle none of them could ever start. Configurations that feed one another influence one another, which is allowed.",
	Source: "Jagosh et al. (2015), BMC Public Health 15:725, on chains of configurations",
	Remedy: "Take out the precondition that is none, or write it in `influences`.",
	Bad: `[configuration.safe-relationships]
title         = "Safe relationships"
formal_theory = ["social-learning"]
intervention  = ["group-rules"]
context       = ["differences", "hope"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing"]
outcome       = ["connectedness"]
requires      = ["hopefulness"]
` + hopefulness + `requires      = ["safe-relationships"]
` + social,
	Good: wholeConfiguration + `influences    = ["hopefulness"]
` + hopefulness + `requires      = ["safe-relationships"]
` + social,
	Run: requiresLoops,
}

// requirement is one configuration that another requires.
type requirement struct {
	of, required *theory.Configuration
	at           theory.Span
}

func requiresLoops(p *Pass) {
	var requirements []requirement
	for _, c := range p.Theory.Configurations {
		p.eachRequired(c, func(r *theory.Configuration, ref theory.Ref) {
			if r == c {
				p.Report(&c.Element, ref.At, fmt.Sprintf("%q requires itself, so it could never start; take that out", c.ID))
				return
			}
			requirements = append(requirements, requirement{c, r, ref.At})
		})
	}
	ends := func(r requirement) (of, required *theory.Configuration) { return r.of, r.required }
	id := func(c *theory.Configuration) string { return c.ID }
	loops, complete := theory.Circles(requirements, ends, id, maxCircles)
	for _, loop := range loops {
		var names []string
		for _, r := range loop {
			names = append(names, r.of.ID)
		}
		var others []theory.Related
		for _, r := range loop[1:min(len(loop), maxNamed)] {
			others = append(others, theory.Related{Message: fmt.Sprintf("%q requires %q", r.of.ID, r.required.ID), At: r.at})
		}
		p.Report(&loop[0].of.Element, loop[0].at, fmt.Sprintf("the configurations %s require one another in a circle, so none could ever start; take one out, or write it in influences", circle(names)), others...)
	}
	if !complete {
		p.Report(&p.Theory.Element, p.Theory.At, fmt.Sprintf("there are more than %d circles of configurations; only so many are named", maxCircles))
	}
}
