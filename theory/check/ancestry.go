package check

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"icamo/theory"
)

// UnknownLineage reports ancestors that there never were.
var UnknownLineage = Rule{Code: "PT505", Name: "unknown-lineage", Severity: Error,
	Doc:    "A `was` that names an id which the version revised does not have: a node's, of a node; a configuration's, of a configuration.",
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
			p.Report(e, ref.At, fmt.Sprintf("the version revised has no %s %q%s", what, ref.ID, remedy))
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

// RecastWithoutLineage reports ids that mean something else than before.
var RecastWithoutLineage = Rule{Code: "PT506", Name: "recast-without-lineage", Severity: Info,
	Doc:    "A node with the id and kind that it had in the version revised, whose label has hardly a word in common with the one it had there, and that has no `was`.",
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
			p.Report(&n.Element, n.Key("label"), fmt.Sprintf("%q was %q in the version revised; if it is the same in other words, say so with was = [%q], else give it an id of its own", n.ID, o.Label, n.ID),
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

// alike says whether two words begin alike: in three letters or more, and two thirds of the shorter one.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	shorter := min(len(x), len(y))
	common := 0
	for common < shorter && x[common] == y[common] {
		common++
	}
	return a == b || common >= 3 && 3*common >= 2*shorter
}

// contentWords are a label's words in lower case, those left out that any label may hold.
func contentWords(label string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !smallWords[word] && len(words) < 50 {
			words = append(words, word)
		}
	}
	return words
}

var smallWords = map[string]bool{
	"a": true, "an": true, "and": true, "are": true, "as": true, "at": true, "be": true, "by": true, "for": true,
	"from": true, "in": true, "is": true, "it": true, "its": true, "of": true, "on": true, "one": true, "or": true,
	"s": true, "that": true, "the": true, "their": true, "they": true, "to": true, "with": true,
}
