package check

import (
	"slices"

	"icamo/theory"
)

// NoBlocking reports theories in which everything helps.
var NoBlocking = Rule{Code: "PT410", Name: "no-blocking", Severity: Info,
	Doc:    "A theory with links of which none inhibits anything, and in which no mechanism leads to an unwanted outcome.",
	Why:    "No programme works for everyone, and some do harm. A theory without a blocking context or an unwanted path has not asked for whom it does not work.",
	Source: "Bonell et al. (2015), 'Dark logic', Journal of Epidemiology and Community Health 69:95",
	Remedy: "Ask what kept the mechanism from working, for those who left above all, and add it as a link with `effect = \"inhibits\"`; or what harm it did, and add that as an outcome with `valence = \"unwanted\"`.",
	Bad: `[theory]
id    = "rosy"
title = "Everything helps"

[actor.participants]
label = "Participants"

[mechanism.sharing]
label = "Honest sharing"

[outcome.connectedness]
label       = "Connectedness"
beneficiary = ["participants"]

[[link]]
from = "participants"
to   = "sharing"

[[link]]
from = "sharing"
to   = "connectedness"
`,
	Good: `[theory]
id    = "rosy"
title = "Not everything helps"

[actor.participants]
label = "Participants"

[context.differences]
label = "Differences in age and work"

[mechanism.sharing]
label = "Honest sharing"

[outcome.connectedness]
label       = "Connectedness"
beneficiary = ["participants"]

[[link]]
from = "participants"
to   = "sharing"

[[link]]
from   = "differences"
to     = "sharing"
effect = "inhibits"

[[link]]
from = "sharing"
to   = "connectedness"
`,
	Run: func(p *Pass) {
		for _, l := range slices.Concat(p.Graph.Claims(), p.looseLinks()) {
			if l.Effect == theory.Inhibits || p.unread(&l.Element, "effect") {
				return
			}
		}
		for _, n := range p.Graph.Nodes {
			if unwanted(n) && n.Kind == theory.Outcome && (p.followMechanisms()[n] || p.isLoose(n)) || p.unread(&n.Element, "valence") {
				return
			}
		}
		if len(p.Graph.Links) > 0 {
			p.Report(&p.Theory.Element, p.Theory.At, "no link in this theory inhibits anything, and no mechanism leads to an unwanted outcome; add what kept it from working as a link with effect = \"inhibits\", or what harm it did as an outcome with valence = \"unwanted\"")
		}
	},
}
