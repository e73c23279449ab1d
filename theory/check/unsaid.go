package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// These rules ask what a theory leaves unsaid.

// OutsideConfigurations reports nodes that no configuration accounts for.
var OutsideConfigurations = Rule{Code: "PT403", Name: "outside-configurations", Severity: Warning,
	Doc:    "A node that is a member of no configuration, in a theory that has configurations.",
	Why:    "A list of contexts, mechanisms and outcomes is a catalogue. What explains is which of them work together: a configuration.",
	Source: "Pawson & Manzano-Santaella (2012), A realist diagnostic workshop, Evaluation 18:176",
	Remedy: "Make it a member of the configuration in which it plays a part, add the configuration that is missing, or drop it with the reason.",
	Bad:    hopeful + wholeConfiguration + social,
	Good: hopeful + wholeConfiguration + `
[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
` + social,
	Reads: []string{"id"},
	Run: func(p *Pass) {
		member := make(map[*theory.Node]bool)
		any, unread := false, p.unreadAnywhere(roleKeys...)
		for _, c := range p.Theory.Configurations {
			if c.Live() {
				any = true
				for _, m := range c.Members {
					member[m.Node] = true
				}
			}
		}
		for _, n := range p.Graph.Nodes {
			if any && !member[n] && !unread {
				p.Report(&n.Element, n.At, fmt.Sprintf("the %s %q is a member of no configuration; name it in the one in which it plays a part, or drop it with the reason", n.Kind, n.ID))
			}
		}
	},
}

const hopeful = `[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from = "feeling-safe"
to   = "hope"

`

// NoBeneficiary reports outcomes that are nobody's.
var NoBeneficiary = Rule{Code: "PT404", Name: "no-beneficiary", Severity: Info,
	Doc:    "An outcome that names no beneficiary.",
	Why:    "What works for whom is the question. Whose outcome it is can differ from who acts: in peer support the peers gain confidence from helping others, and published texts leave open whose wellbeing is meant.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation; Thompson et al. (2023), CMOC 10, for a case in print",
	Remedy: "Name the actors in `beneficiary`; where the study leaves it open, accept the finding and say so.",
	Bad: `[outcome.hope]
label = "Hope"

[[link]]
from = "feeling-safe"
to   = "hope"
`,
	Good:  hopeful,
	Reads: []string{"beneficiary"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Outcome && len(n.Beneficiary) == 0 {
			p.Report(&n.Element, n.At, fmt.Sprintf("nobody is named for whom %q is an outcome; name the actors in beneficiary", n.ID))
		}
	}),
}

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

// NoBlocking reports theories in which everything helps.
var NoBlocking = Rule{Code: "PT410", Name: "no-blocking", Severity: Info,
	Doc:    "A theory with links of which none inhibits anything.",
	Why:    "No programme works for everyone, and some do harm. A theory without a blocking context or an unwanted path has not asked for whom it does not work.",
	Source: "Bonell et al. (2015), 'Dark logic', Journal of Epidemiology and Community Health 69:95",
	Remedy: "Ask what kept the mechanism from working, for those who left above all, and add it as a link that inhibits.",
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
		for _, l := range slices.Concat(p.Graph.Links, p.looseLinks()) {
			if l.Effect == theory.Inhibits || p.unread(&l.Element, "effect") {
				return
			}
		}
		if len(p.Graph.Links) > 0 {
			p.Report(&p.Theory.Element, p.Theory.At, "no link in this theory inhibits anything; ask for whom it does not work, and what blocks it")
		}
	},
}
