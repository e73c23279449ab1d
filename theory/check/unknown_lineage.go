package check

import (
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
		if p.Theory.Earlier == nil {
			p.Abstain()
			return
		}
		for _, a := range unknownAncestors(p.Theory) {
			remedy := "; take it out"
			if a.meant != "" {
				remedy = theory.DidYouMean(a.meant)
			}
			p.Report(a.of, a.ref.At, fmt.Sprintf("the earlier version has no %s %q%s", a.what, a.ref.ID, remedy))
		}
	},
}

// unknownAncestor is an id in a "was" that the earlier version does not have, and the one that may be meant; "" for none.
type unknownAncestor struct {
	what  string // a node or a configuration
	of    *theory.Element
	ref   theory.Ref
	meant string
}

// unknownAncestors are those of a theory that has an earlier version.
func unknownAncestors(t *theory.Theory) []unknownAncestor {
	var all []unknownAncestor
	unknown := func(what string, e *theory.Element, ref theory.Ref, ids func(*theory.Theory) []string) {
		a := unknownAncestor{what: what, of: e, ref: ref}
		if len(all) < maxSuggested {
			a.meant = new(theory.Suggester).Nearest(ref.ID, ids(t.Earlier))
		}
		all = append(all, a)
	}
	for _, n := range t.Nodes {
		for _, ref := range n.Was {
			if t.Earlier.Node(ref.ID) == nil {
				unknown("node", &n.Element, ref, nodeIDs)
			}
		}
	}
	for _, c := range t.Configurations {
		for _, ref := range c.Was {
			if t.Earlier.Configuration(ref.ID) == nil {
				unknown("configuration", &c.Element, ref, configurationIDs)
			}
		}
	}
	return all
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
