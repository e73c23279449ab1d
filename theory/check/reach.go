package check

import (
	"fmt"

	"icamo/theory"
)

// These rules ask whether the causal chain is whole: from what the programme does, by way of a mechanism, to an outcome.
// A node without links is PT301 alone: the others say nothing of it.

// IsolatedNode reports nodes without links.
var IsolatedNode = Rule{Code: "PT301", Name: "isolated-node", Severity: Warning,
	Doc:    "A node that no link starts from or leads to. Links that are dropped, or that touch a dropped node, do not count.",
	Why:    "A theory says how things bring one another about. A box without an arrow is an item of a list.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on programme theory",
	Remedy: "Link it, or take it out or drop it with the reason.",
	Bad: `[context.anonymity]
label = "Anonymity"
`,
	Good: `[context.anonymity]
label = "Anonymity"

[[link]]
from = "anonymity"
to   = "feeling-safe"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if p.isolated(n) && !p.isLoose(n) {
			p.Report(&n.Element, n.At, fmt.Sprintf("no link starts from or leads to the %s %q; link it, or drop it with the reason", n.Kind, n.ID))
		}
	}),
}

// DeadEndMechanism reports mechanisms that lead to nothing.
var DeadEndMechanism = Rule{Code: "PT302", Name: "dead-end-mechanism", Severity: Warning,
	Doc:    "A mechanism from which no chain of links leads to an outcome.",
	Why:    "A mechanism is known by what it brings about: without an outcome it explains nothing.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation",
	Remedy: "Link it to the outcome that it brings about, or to the mechanism that it sets off.",
	Bad: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "group-rules"
to   = "being-heard"
`,
	Good: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "group-rules"
to   = "being-heard"

[[link]]
from = "being-heard"
to   = "connectedness"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Mechanism && !p.isolated(n) && !p.reachOutcomes()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no outcome can be reached from the mechanism %q; link it to what it brings about", n.ID))
		}
	}),
}

// UnexplainedOutcome reports outcomes that no mechanism leads to.
var UnexplainedOutcome = Rule{Code: "PT303", Name: "unexplained-outcome", Severity: Warning,
	Doc:    "An outcome to which no chain of links leads from a mechanism.",
	Why:    "That an outcome came about is where a realist explanation starts, not where it ends: the question is through what.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation",
	Remedy: "Link the mechanism that brings it about.",
	Bad: `[outcome.attendance]
label       = "Attendance"
beneficiary = ["participants"]

[[link]]
from = "attendance"
to   = "sharing"
`,
	Good: `[outcome.attendance]
label       = "Attendance"
beneficiary = ["participants"]

[[link]]
from = "attendance"
to   = "sharing"

[[link]]
from = "feeling-safe"
to   = "attendance"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Outcome && !p.isolated(n) && !p.followMechanisms()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no mechanism leads to the outcome %q; link what brings it about", n.ID))
		}
	}),
}

// IdleIntervention reports interventions that set nothing off.
var IdleIntervention = Rule{Code: "PT305", Name: "idle-intervention", Severity: Warning,
	Doc:    "An intervention from which no chain of links leads to a mechanism.",
	Why:    "Programmes work by what people make of the resources they offer. A part of the programme that nobody responds to in the theory is described, not explained.",
	Source: "Dalkin et al. (2015), Implementation Science 10:49",
	Remedy: "Link it to the mechanism that it sets off.",
	Bad: `[intervention.snacks]
label = "Snacks in the break"

[[link]]
from = "participants"
to   = "snacks"
`,
	Good: `[intervention.snacks]
label = "Snacks in the break"

[[link]]
from = "snacks"
to   = "sharing"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Intervention && !p.isolated(n) && !p.reachMechanisms()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no mechanism can be reached from the intervention %q; link it to what it sets off", n.ID))
		}
	}),
}

// IdleContext reports contexts and actors that no mechanism depends on.
var IdleContext = Rule{Code: "PT306", Name: "idle-context", Severity: Warning,
	Doc:    "A context or an actor from which no chain of links leads to a mechanism.",
	Why:    "Context is not the setting as such but what in it lets a mechanism work or blocks it. One that touches no mechanism is background.",
	Source: "RAMESES II project (2017), guide on context",
	Remedy: "Link it to the mechanism that it enables or, with `inhibits`, blocks.",
	Bad: `[context.church-hall]
label = "A church hall"

[[link]]
from = "sharing"
to   = "church-hall"
`,
	Good: `[context.church-hall]
label = "A church hall"

[[link]]
from   = "church-hall"
to     = "feeling-safe"
effect = "inhibits"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if (n.Kind == theory.Context || n.Kind == theory.Actor) && !p.isolated(n) && !p.reachMechanisms()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no mechanism can be reached from the %s %q; link it to the mechanism that depends on it", n.Kind, n.ID))
		}
	}),
}
