package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
)

// badges are the numbers on a figure's boxes, and what they mean.
type badges struct {
	numbers map[*theory.Node][]int
	means   string   // for the legend
	names   []string // of the numbers, from 1, where the figure must say them
}

func newBadges(p part, o Options) badges {
	switch cmp.Or(o.Badges, ConfigurationBadges) {
	case CaseBadges:
		return caseBadges(p)
	case NoBadges:
		return badges{}
	}
	return configurationBadges(p)
}

// of is what a node's badges say: its numbers, three or more in a row as "1–3".
func (b badges) of(n *theory.Node) []string {
	numbers := slices.Clone(b.numbers[n])
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
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
func configurationBadges(p part) badges {
	b := badges{numbers: make(map[*theory.Node][]int), means: string(p.theory.Heuristic) + " configuration"}
	if p.of != nil {
		b.means = "other configuration that it is in"
	}
	for i, c := range p.theory.Configurations {
		if !c.Live() || c == p.of {
			continue
		}
		for _, m := range c.Members {
			if m.Node != nil {
				b.numbers[m.Node] = append(b.numbers[m.Node], configurationNumber(c, i))
			}
		}
	}
	return b
}

// configurationNumber is the number of the configuration at a place in the theory: its own, or else that of the place.
func configurationNumber(c *theory.Configuration, place int) int { return cmp.Or(c.Number, place+1) }

// caseBadges number each node with the cases behind the evidence that is cited for it and for its links. A case that is
// named with a number, as in "Service 3", keeps it where all cases have one; else they are numbered in document order.
func caseBadges(p part) badges {
	b := badges{numbers: make(map[*theory.Node][]int), means: caseWord(p.theory)}
	numbers, named := caseNumbers(p.theory)
	if !named {
		for _, c := range p.theory.Cases {
			b.names = append(b.names, cmp.Or(c.Label, c.ID))
		}
	}
	add := func(n *theory.Node, refs []theory.Ref) {
		for _, e := range p.theory.Cited(refs) {
			for _, ref := range e.Cases {
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

// linkLabel is what is written on a link; "" for nothing.
func linkLabel(t *theory.Theory, l *theory.Link, labels LinkLabels) string {
	switch labels {
	case StatusLabels:
		return strings.ReplaceAll(string(l.Status), "-", " ")
	case SourceLabels:
		return sourceLabel(t, l)
	case CaseLabels:
		return caseLabel(t, l)
	}
	return ""
}

const mostNamed = 3 // sources or cases that a link's label names

// sourceLabel is the sources behind a link as author and year: "Egmose 2024".
func sourceLabel(t *theory.Theory, l *theory.Link) string {
	var names []string
	for _, e := range t.Cited(l.SupportedBy) {
		if s := t.Source(e.Source.ID); s != nil && !slices.Contains(names, shortCitation(s)) {
			names = append(names, shortCitation(s))
		}
	}
	return shortList(names)
}

// caseLabel is the cases behind a link: their numbers where their labels give one, else their ids.
func caseLabel(t *theory.Theory, l *theory.Link) string {
	all, named := caseNumbers(t)
	var names []string
	var numbers []int
	for _, e := range t.Cited(l.SupportedBy) {
		for _, ref := range e.Cases {
			if c := t.Case(ref.ID); c != nil && named {
				numbers = append(numbers, all[c])
			} else if !slices.Contains(names, ref.ID) {
				names = append(names, ref.ID)
			}
		}
	}
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		names = append(names, strconv.Itoa(n))
	}
	return shortList(names)
}

func shortList(names []string) string {
	if more := len(names) - mostNamed; more > 0 {
		return strings.Join(names[:mostNamed], ", ") + " +" + strconv.Itoa(more)
	}
	return strings.Join(names, ", ")
}

// shortCitation is the first author's name and the year of a citation such as "Egmose CH, et al. (2024) BMC Psychiatry",
// or the source's id where it has no such form.
func shortCitation(s *theory.Source) string {
	author, _, _ := strings.Cut(strings.TrimSpace(s.Citation), " ")
	author = strings.Trim(author, ",.;:")
	for i := 0; i+4 <= len(s.Citation); i++ {
		year := s.Citation[i : i+4]
		if n, err := strconv.Atoi(year); err == nil && n >= 1500 && n < 2200 && author != "" && author != year {
			return author + " " + year
		}
	}
	return s.ID
}
