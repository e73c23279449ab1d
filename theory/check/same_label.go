package check

import (
	"fmt"

	"icamo/theory"
)

// SameLabel reports things that a reader cannot tell apart.
var SameLabel = Rule{Code: "PT112", Name: "same-label", Severity: Warning,
	Doc:    "Two nodes of one kind with the same label, or two configurations with the same title or the same number. Characters that cannot be seen make no difference. What is dropped takes no part.",
	Why:    "Figures and tables show labels and numbers, not ids. Two boxes that read the same are one thing written twice, with half of its links and evidence each, or two things that nobody can tell apart.",
	Remedy: "Where they are one thing, join them; else word them apart, or give one of them another number.",
	Bad: `[mechanism.being-heard]
label = "Honest sharing"

[[link]]
from = "being-heard"
to   = "connectedness"
`,
	Good: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "being-heard"
to   = "connectedness"
`,
	Run: sameLabels,
}

func sameLabels(p *Pass) {
	type shown struct {
		sort, key string // of which sort it is, and the key under which it is shown
		text      string
	}
	first := make(map[shown]*theory.Element)
	look := func(e *theory.Element, what string, s shown) bool {
		other, taken := first[s]
		if !taken {
			first[s] = e
			return false
		}
		apart := "word them apart"
		if s.key == "number" {
			apart = "give one of them another number"
		}
		p.Report(e, e.Key(s.key), fmt.Sprintf("%s %q has the same %s as %q; join them if they are one, else %s", what, e.ID, s.key, other.ID, apart),
			theory.Related{Message: "the other one", At: other.Key(s.key)})
		return true
	}
	for _, n := range p.Graph.Nodes {
		if text := theory.Visible(n.Label); text != "" {
			look(&n.Element, "the "+string(n.Kind), shown{string(n.Kind), "label", text})
		}
	}
	for _, c := range p.Theory.Configurations {
		if !c.Live() {
			continue
		}
		text := theory.Visible(c.Title)
		if text != "" && look(&c.Element, "the configuration", shown{"configuration", "title", text}) {
			continue
		}
		if c.Number != 0 {
			look(&c.Element, "the configuration", shown{"configuration", "number", fmt.Sprint(c.Number)})
		}
	}
}
