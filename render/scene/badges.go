package scene

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
)

// numbering is the numbers on the badges of boxes, and what they mean.
type numbering struct {
	numbers map[*theory.Node][]int
	means   string   // for the legend
	names   []string // of the numbers, from 1, where the figure must say them
}

func newNumbering(p part, o Options) numbering {
	switch cmp.Or(o.Badges, ConfigurationBadges) {
	case CaseBadges:
		return caseBadges(p)
	case NoBadges:
		return numbering{}
	}
	return configurationBadges(p)
}

// content is what a box says of a node.
func (b numbering) content(t *theory.Theory, n *theory.Node) Content {
	numbers := slices.Clone(b.numbers[n])
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	return Content{Node: n, Numbers: numbers, Badges: badgeTexts(numbers), Tags: nodeTags(t, n)}
}

// badgeTexts writes ordered numbers, three or more in a row as "1–3".
func badgeTexts(numbers []int) []string {
	var texts []string
	for i := 0; i < len(numbers); {
		end := i + 1
		for end < len(numbers) && numbers[end] == numbers[end-1]+1 {
			end++
		}
		if end-i < 3 {
			end = i + 1
			texts = append(texts, strconv.Itoa(numbers[i]))
		} else {
			texts = append(texts, strconv.Itoa(numbers[i])+"–"+strconv.Itoa(numbers[end-1]))
		}
		i = end
	}
	return texts
}

// configurationBadges number each node with the live configurations that it is a member of. A figure of one
// configuration numbers the others.
func configurationBadges(p part) numbering {
	b := numbering{numbers: make(map[*theory.Node][]int), means: string(p.theory.Heuristic) + " configuration"}
	if p.configuration != nil {
		b.means = "other configuration that it is in"
	}
	for i, c := range p.theory.Configurations {
		if !c.Live() || c == p.configuration {
			continue
		}
		for _, m := range c.Members {
			if m.Node != nil {
				b.numbers[m.Node] = append(b.numbers[m.Node], ConfigurationNumber(c, i))
			}
		}
	}
	return b
}

// ConfigurationNumber is the number of the configuration at a place in the theory: its own, or else that of the place.
func ConfigurationNumber(c *theory.Configuration, place int) int { return cmp.Or(c.Number, place+1) }

// caseBadges number each node with the cases behind the evidence that is cited for it and for its links. A case that is
// named with a number, as in "Service 3", keeps it where all cases have one; else they are numbered in document order.
func caseBadges(p part) numbering {
	b := numbering{numbers: make(map[*theory.Node][]int), means: caseWord(p.theory)}
	numbers, named := caseNumbers(p.theory)
	if !named {
		for _, c := range p.theory.Cases {
			b.names = append(b.names, cmp.Or(c.Label, c.ID))
		}
	}
	add := func(n *theory.Node, refs []theory.Ref) {
		for _, e := range p.theory.Cited(refs) {
			for _, ref := range p.configuration.CasesOf(e) {
				if c := p.theory.Case(ref.ID); c != nil {
					b.numbers[n] = append(b.numbers[n], numbers[c])
				}
			}
		}
	}
	for _, n := range p.nodes {
		add(n, n.SupportedBy)
	}
	for _, l := range p.links {
		if l.Live() {
			add(l.Source, l.SupportedBy)
			add(l.Target, l.SupportedBy)
		}
	}
	return b
}

// caseNumbers are the numbers of the cases; named says that their labels give them.
func caseNumbers(t *theory.Theory) (numbers map[*theory.Case]int, named bool) {
	numbers = make(map[*theory.Case]int, len(t.Cases))
	seen := make(map[int]bool)
	for _, c := range t.Cases {
		words := strings.Fields(c.Label)
		if len(words) == 0 {
			break
		}
		n, err := strconv.Atoi(words[len(words)-1])
		if err != nil || n < 1 || n > 999 || seen[n] {
			break
		}
		seen[n] = true
		numbers[c] = n
	}
	if len(numbers) == len(t.Cases) {
		return numbers, true
	}
	for i, c := range t.Cases {
		numbers[c] = i + 1
	}
	return numbers, false
}

// caseWord is what all cases are, or "case" where they differ.
func caseWord(t *theory.Theory) string {
	word := ""
	for _, c := range t.Cases {
		if word != "" && c.Kind != word {
			return "case"
		}
		word = c.Kind
	}
	return cmp.Or(word, "case")
}
