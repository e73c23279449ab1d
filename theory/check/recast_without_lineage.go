package check

import (
	"fmt"

	"icamo/theory"
)

// RecastWithoutLineage reports ids that mean something else than before.
var RecastWithoutLineage = Rule{Code: "PT506", Name: "recast-without-lineage", Severity: Info,
	Doc:    "A node with the id and kind that it had in the earlier version, whose label has hardly a word in common with the one it had there, and that has no `was`.",
	Why:    "Where an id is kept for something new, the one thing is dropped and the other added under cover of a name, and nothing says so.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Where it is the same thing in better words, say so with `was = [its own id]`; where it is another thing, give it an id of its own and drop the old one with the reason.",
	Bad: "-- initial.toml --\n" + hopeful + "-- revised.toml --\n" + `[outcome.hope]
label       = "Trust in one's own strengths"
beneficiary = ["participants"]

[[link]]
from = "feeling-safe"
to   = "hope"
`,
	Good: "-- initial.toml --\n" + hopeful + "-- revised.toml --\n" + `[outcome.hope]
label       = "Trust in one's own strengths"
was         = ["hope"]
beneficiary = ["participants"]

[[link]]
from = "feeling-safe"
to   = "hope"
`,
	Reads: []string{"was"},
	Run: func(p *Pass) {
		if p.Theory.Earlier == nil {
			p.Abstain()
			return
		}
		for _, n := range p.Theory.Nodes {
			o := p.Theory.Earlier.Node(n.ID)
			if o == nil || o.Kind != n.Kind || len(n.Was) > 0 || !n.Live() || !recast(o.Label, n.Label) {
				continue
			}
			p.Report(&n.Element, n.Key("label"), fmt.Sprintf("%q was %q in the earlier version; if it is the same in other words, say so with was = [%q], else give it an id of its own", n.ID, o.Label, n.ID),
				theory.Related{Message: "its label there", At: o.Key("label")})
		}
	},
}

// recast says whether two labels have hardly a word in common: fewer than a quarter of the words of the shorter one.
// Words are the same where they begin alike, so that "hope" is found in "hoping".
func recast(old, new string) bool {
	a, b := contentWords(old), contentWords(new)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	common := 0
	for _, word := range a {
		for _, other := range b {
			if alike(word, other) {
				common++
				break
			}
		}
	}
	return 4*common < len(a)
}
