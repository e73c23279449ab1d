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

// hopefulness is a configuration that takes up the outcome of wholeConfiguration.
const hopefulness = `
[mechanism.belonging]
label = "Being one of us"

[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from = "connectedness"
to   = "belonging"

[[link]]
from = "belonging"
to   = "hope"

[configuration.hopefulness]
title         = "Hope through belonging"
intervention  = ["group-rules"]
context       = ["connectedness"]
actor         = ["participants"]
mechanism     = ["belonging"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
`

// requiresLoops asks the graph of configurations for its circles: a node stands for each, and a link for each that it
// requires.
func requiresLoops(p *Pass) {
	var nodes []*theory.Node
	var links []*theory.Link
	stands := make(map[*theory.Configuration]*theory.Node)
	of := make(map[*theory.Node]*theory.Configuration)
	for _, c := range p.Theory.Configurations {
		n := &theory.Node{Element: theory.Element{ID: c.ID}}
		stands[c], of[n] = n, c
		nodes = append(nodes, n)
	}
	for _, c := range p.Theory.Configurations {
		p.eachRequired(c, func(r *theory.Configuration, ref theory.Ref) {
			if r == c {
				p.Report(&c.Element, ref.At, fmt.Sprintf("%q requires itself, so it could never start; take that out", c.ID))
				return
			}
			links = append(links, &theory.Link{From: theory.Ref{ID: c.ID, At: ref.At}, Source: stands[c], Target: stands[r]})
		})
	}
	loops, complete := theory.NewGraph(nodes, links).Cycles(maxCycles)
	for _, loop := range loops {
		var others []theory.Related
		for _, l := range loop[1:min(len(loop), maxNamed)] {
			others = append(others, theory.Related{Message: fmt.Sprintf("%q requires %q", l.Source.ID, l.Target.ID), At: l.From.At})
		}
		c := of[loop[0].Source]
		p.Report(&c.Element, loop[0].From.At, fmt.Sprintf("the configurations %s require one another in a circle, so none could ever start; take one out, or write it in influences", circle(loop)), others...)
	}
	if !complete {
		p.Report(&p.Theory.Element, p.Theory.At, fmt.Sprintf("there are more than %d circles of configurations; only so many are named", maxCycles))
	}
}

// eachRequired visits the live configurations that a live one requires, each once.
func (p *Pass) eachRequired(c *theory.Configuration, visit func(*theory.Configuration, theory.Ref)) {
	if !c.Live() {
		return
	}
	seen := make(map[string]bool)
	for _, ref := range c.Requires {
		if r := p.Theory.Configuration(ref.ID); r != nil && r.Live() && !seen[ref.ID] {
			seen[ref.ID] = true
			visit(r, ref)
		}
	}
}

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
