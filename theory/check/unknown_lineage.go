package check

import (
	"cmp"
	"fmt"

	"icamo/theory"
)

// UnknownLineage reports ancestors that there never were.
var UnknownLineage = Rule{Code: "PT505", Name: "unknown-lineage", Severity: Error,
	Doc:    "A `was` that names an id which the earlier version does not have: a node's, of a node; a configuration's, of a configuration.",
	Why:    "Lineage ties the versions together. With a slip in it, what was renamed counts as one thing dropped and another invented.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Take the id that is proposed, or take it out.",
	Bad: "-- initial.toml --\n-- revised.toml --\n" + speakingUp + `was   = ["sharign"]
`,
	Good: "-- initial.toml --\n-- revised.toml --\n" + speakingUp + `was   = ["sharing"]
`,
	Run: func(p *Pass) {
		earlier := p.Theory.Earlier
		if earlier == nil {
			p.Abstain()
			return
		}
		unknown := func(what string, e *theory.Element, ref theory.Ref, ids func(*theory.Theory) []string) {
			remedy := "; take it out"
			if len(p.findings) < maxSuggested {
				remedy = cmp.Or(theory.Suggest(ref.ID, ids(earlier)), remedy)
			}
			p.Report(e, ref.At, fmt.Sprintf("the earlier version has no %s %q%s", what, ref.ID, remedy))
		}
		for _, n := range p.Theory.Nodes {
			for _, ref := range n.Was {
				if earlier.Node(ref.ID) == nil {
					unknown("node", &n.Element, ref, nodeIDs)
				}
			}
		}
		for _, c := range p.Theory.Configurations {
			for _, ref := range c.Was {
				if earlier.Configuration(ref.ID) == nil {
					unknown("configuration", &c.Element, ref, configurationIDs)
				}
			}
		}
	},
}

const maxSuggested = 20 // for how many unknown ids the one that was meant is looked for

func nodeIDs(t *theory.Theory) []string {
	ids := make([]string, len(t.Nodes))
	for i, n := range t.Nodes {
		ids[i] = n.ID
	}
	return ids
}

func configurationIDs(t *theory.Theory) []string {
	ids := make([]string, len(t.Configurations))
	for i, c := range t.Configurations {
		ids[i] = c.ID
	}
	return ids
}

const speakingUp = `[[link]]
from = "speaking-up"
to   = "sharing"

[mechanism.speaking-up]
label = "Speaking up"
`
