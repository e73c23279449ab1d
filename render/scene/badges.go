package scene

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Badge is a small text on a box: a number, several in a row as "1–3", or BelongsToAll.
type Badge struct {
	Text string
	Says BadgeSays
}

// BelongsToAll is the word on the badge of what belongs to every configuration.
const BelongsToAll = "all"

// BadgeSays is what a badge says of its node and the configuration or case that it names.
type BadgeSays int

// What badges say: that the node is a member of a configuration; or of a case, that the node was at work in it, partly or not, or
// else that evidence of it is cited for the node or for a link of it, or for what holds the node back. What is declared goes before what is cited.
const (
	Member BadgeSays = iota
	AtWork
	PartlyAtWork
	NotAtWork
	Cited
	HeldBack
	Named // only in the legend, which names the case of a number
)

// badgeMeans are the tool's words for what badges say of a case.
var badgeMeans = map[BadgeSays]string{
	AtWork: "at work", PartlyAtWork: "partly at work", NotAtWork: "not at work", Cited: "evidence for it or for a link of it", HeldBack: "evidence only of what holds it back",
}

// numbering is the badges of boxes, and what their numbers mean.
type numbering struct {
	numbers map[*theory.Node]map[int]BadgeSays
	all     map[*theory.Node]bool // what belongs to every configuration
	means   string                // for the legend
	names   map[int]string        // of the numbers, where the figure is to say them
	most    int                   // of the numbers that are shown, that it says the names of them all; 0 for any
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

// say has a badge of a node say something, if it says nothing yet that goes before it.
func (b numbering) say(n *theory.Node, number int, says BadgeSays) {
	if b.numbers[n] == nil {
		b.numbers[n] = make(map[int]BadgeSays)
	}
	if before, ok := b.numbers[n][number]; !ok || says < before {
		b.numbers[n][number] = says
	}
}

// nameOf is what a number stands for.
func (b numbering) nameOf(number int) string {
	if name := b.names[number]; name != "" {
		return name
	}
	return b.means + " " + strconv.Itoa(number)
}

// content is what a box says of a node.
func (b numbering) content(t *theory.Theory, n *theory.Node) Content {
	c := Content{Node: n, Numbers: slices.Sorted(maps.Keys(b.numbers[n])), Tags: nodeTags(t, n), HorizonTag: horizonTag(n.Horizon)}
	if b.all[n] {
		c.Numbers, c.Badges = nil, []Badge{{Text: wording.Of(t).Say(BelongsToAll)}}
		return c
	}
	for i := 0; i < len(c.Numbers); {
		end, says := i+1, b.numbers[n][c.Numbers[i]]
		for end < len(c.Numbers) && c.Numbers[end] == c.Numbers[end-1]+1 && b.numbers[n][c.Numbers[end]] == says {
			end++
		}
		text := strconv.Itoa(c.Numbers[i])
		if end-i < 3 {
			end = i + 1
		} else {
			text += "–" + strconv.Itoa(c.Numbers[end-1])
		}
		c.Badges = append(c.Badges, Badge{text, says})
		i = end
	}
	return c
}

// configurationBadges number each node with the live configurations that it is a member of. A figure of one
// configuration numbers the others.
func configurationBadges(p part) numbering {
	if p.numbers != nil {
		return ownNumbers(p)
	}
	b := numbering{numbers: make(map[*theory.Node]map[int]BadgeSays), all: make(map[*theory.Node]bool), names: make(map[int]string), most: mostTitles, means: wording.Of(p.theory).Say("{1} configuration", wording.Of(p.theory).Word(string(p.theory.Heuristic)))}
	if p.configuration != nil {
		b.means = wording.Of(p.theory).Say("other configuration that it is in")
	}
	for _, c := range p.theory.Configurations {
		if !c.Live() || c == p.configuration {
			continue
		}
		b.name(p.theory, p.theory.NumberOf(c), c)
		for _, m := range c.Members {
			if m.Node != nil {
				b.say(m.Node, p.theory.NumberOf(c), Member)
			}
		}
	}
	for _, c := range p.theory.Configurations {
		for _, m := range c.Overarching {
			if m.Node != nil && c.Live() {
				b.all[m.Node] = true
			}
		}
	}
	return b
}

// mostTitles is the number of configurations up to which the legend names them.
const mostTitles = 15

// name has the legend name a configuration by its number: both of two that share one.
func (b numbering) name(t *theory.Theory, number int, c *theory.Configuration) {
	title := strings.Join(strings.Fields(c.Title), " ")
	if title != "" && c.Unreviewed != "" {
		title += " (" + wording.Of(t).NotReviewed() + ")"
	}
	switch before := b.names[number]; {
	case title == "":
	case before != "":
		b.names[number] = before + "; " + title
	default:
		b.names[number] = title
	}
}

// ownNumbers number the configurations that stand as nodes.
func ownNumbers(p part) numbering {
	b := numbering{numbers: make(map[*theory.Node]map[int]BadgeSays), means: wording.Of(p.theory).Say("{1} configuration", wording.Of(p.theory).Word(string(p.theory.Heuristic)))}
	for _, n := range p.nodes {
		b.say(n, p.numbers[n], Member)
	}
	return b
}

// caseBadges number each node with the cases in which it is said to be at work, partly or not, and with those behind the evidence
// that is cited for it and for its links. A case that is named with a number, as in "Service 3", keeps it where all cases have
// one; else they are numbered in document order.
func caseBadges(p part) numbering {
	b := numbering{numbers: make(map[*theory.Node]map[int]BadgeSays), means: wording.Of(p.theory).Word(caseWord(p.theory))}
	numbers, named := caseNumbers(p.theory)
	if !named {
		b.names = make(map[int]string, len(p.theory.Cases))
		for _, c := range p.theory.Cases {
			b.names[numbers[c]] = cmp.Or(c.Label, c.ID)
		}
	}
	said := func(n *theory.Node, refs []theory.Ref, says BadgeSays) {
		for _, ref := range p.configuration.OwnCases(refs) {
			if c := p.theory.Case(ref.ID); c != nil {
				b.say(n, numbers[c], says)
			}
		}
	}
	cited := func(n *theory.Node, refs []theory.Ref, says BadgeSays) {
		for _, e := range p.theory.Cited(refs) {
			said(n, e.Cases, says)
		}
	}
	for _, n := range p.nodes {
		said(n, n.ActiveIn, AtWork)
		said(n, n.PartlyActiveIn, PartlyAtWork)
		said(n, n.NotActiveIn, NotAtWork)
		cited(n, n.SupportedBy, Cited)
	}
	for _, l := range slices.Concat(p.links, p.onSteps) {
		if !l.Live() {
			continue
		}
		cited(l.Source, l.SupportedBy, Cited)
		switch {
		case l.Target == nil:
		case l.Effect == theory.Inhibits:
			cited(l.Target, l.SupportedBy, HeldBack)
		default:
			cited(l.Target, l.SupportedBy, Cited)
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
