package page

import (
	"slices"
	"strconv"

	"icamo/theory"
	"icamo/theory/wording"
)

// tools are what picks out parts of the figures.
type tools struct {
	Figures        []shown
	Configurations []chip
	Statuses       []chip
}

// chip picks out what has its key in the figures of a version.
type chip struct {
	Key, Label, Number string
	Earlier            bool
}

// newTools are those but for the figures, which are still drawn.
func newTools(catalogues []*catalogue) tools {
	var v tools
	for _, c := range catalogues {
		for _, g := range c.t.Configurations {
			v.Configurations = append(v.Configurations, chip{Key: g.ID, Label: g.Title, Number: strconv.Itoa(c.t.NumberOf(g)), Earlier: c.earlier})
		}
	}
	v.Statuses, _ = statuses(catalogues[0].t)
	return v
}

// Chosen are the figures that have a button.
func (t tools) Chosen() []shown {
	return slices.DeleteFunc(slices.Clone(t.Figures), func(f shown) bool { return f.Of != "" })
}

// Pressed is the figure that is shown first.
func (t tools) Pressed() figureName {
	if slices.ContainsFunc(t.Figures, func(f shown) bool { return f.Name == this }) {
		return this
	}
	return t.Figures[0].Name
}

// statuses are those that occur among the links, with their numbers.
func statuses(t *theory.Theory) (chips []chip, counts []string) {
	number, unreviewed := make(map[string]int), 0
	for _, l := range t.Links {
		if l.Unreviewed != "" && !l.Gone() {
			unreviewed++
		} else {
			number[statusOf(t, l).Class]++
		}
	}
	gone := false
	for _, n := range t.Nodes {
		gone = gone || !n.Live()
	}
	for _, s := range theory.Statuses {
		if n := number[string(s)]; n > 0 {
			words := wording.Of(t).Word(string(s))
			chips = append(chips, chip{Key: string(s), Label: words})
			counts = append(counts, wording.Of(t).Tally(n, words))
		}
	}
	if unreviewed > 0 {
		counts = append(counts, wording.Of(t).Tally(unreviewed, wording.Of(t).NotReviewed()))
	}
	if number[dropped] > 0 || gone {
		chips = append(chips, chip{Key: dropped, Label: wording.Of(t).Say("dropped")})
	}
	return chips, counts
}
