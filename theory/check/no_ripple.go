package check

import (
	"fmt"

	"icamo/theory"
)

// NoRipple reports preconditions of which nothing is taken up.
var NoRipple = Rule{Code: "PT409", Name: "no-ripple", Severity: Warning,
	Doc:    "A configuration that requires another, although no outcome of that one is a context or a mechanism in this one, or linked to any of its members.",
	Why:    "One configuration makes the next possible by what it brings about: its outcome becomes the context of what follows. Where nothing is handed on, the theory does not say why the one must come first.",
	Source: "Jagosh et al. (2015), BMC Public Health 15:725, on ripple effects",
	Remedy: "Name the outcome as a context of this configuration, or link it to what it sets off; or take the precondition out.",
	Bad: wholeConfiguration + `
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from = "feeling-safe"
to   = "hope"

[configuration.hopefulness]
title         = "Hope"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
requires      = ["safe-relationships"]
` + social,
	Good: wholeConfiguration + hopefulness + `requires      = ["safe-relationships"]
` + social,
	Reads: roleKeys,
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		if len(c.Requires) == 0 {
			return
		}
		takes := make(map[*theory.Node]bool) // what this configuration takes up from elsewhere
		for _, m := range c.Members {
			if m.Node == nil || !m.Node.Live() {
				continue
			}
			if m.Role != theory.Outcome {
				takes[m.Node] = true
			}
			for _, l := range p.Graph.In(m.Node) {
				takes[l.Source] = true
			}
		}
		p.eachRequired(c, func(r *theory.Configuration, ref theory.Ref) {
			if r == c {
				return
			}
			outcomes := 0
			for _, m := range r.In(theory.Outcome) {
				if m.Node == nil || takes[m.Node] {
					return
				}
				if m.Node.Live() {
					outcomes++
				}
			}
			if outcomes > 0 {
				p.Report(&c.Element, ref.At, fmt.Sprintf("%q requires %q, yet takes up none of its outcomes; name one as context, or link it to what it sets off", c.ID, r.ID),
					theory.Related{Message: "its outcomes", At: r.Key("outcome")})
			}
		})
	}),
}
