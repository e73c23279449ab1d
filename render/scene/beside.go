package scene

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// outsiders names the boxes that are no members of the configuration that is shown; "" for none. In a figure of a case, pale is what is
// not known there.
func (s *Scene) outsiders() string {
	names := labelsOf(s.ShownBoxes(), func(b *Box) bool { return b.outside })
	switch {
	case len(names) == 0:
		return ""
	case s.Case != nil:
		return s.words().Say("No member of the configuration: {1}.", s.words().List(names))
	}
	return s.words().Say("Pale, as no member of the configuration: {1}.", s.words().List(names))
}

// outsiders names the boxes that are no members of the configuration of their row, with its number.
func (r *Rows) outsiders() string {
	var names []string
	for _, row := range r.All {
		for _, b := range row.Boxes {
			if b.outside {
				names = append(names, b.Label()+" ("+strconv.Itoa(row.Number)+")")
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	sentence := "Pale, as no member of the configuration of its row: {1}."
	if r.All[0].Case != nil {
		sentence = "No member of the configuration of its row: {1}."
	}
	return wording.Of(r.Theory).Say(sentence, strings.Join(names, "; "))
}

// outsidersAsOthers has what is no member be as pale as members are: there pale says something else.
func (s *Scene) outsidersAsOthers() {
	for _, b := range s.Boxes {
		b.Faded = b.Faded && (!b.outside || b.Node.Unreviewed != "")
	}
	for _, l := range slices.Concat(s.Lines, s.OnSteps) {
		l.Faded = l.Faded && (!l.From.outside || l.Link.Unreviewed != "")
	}
}

// beside are the links that the configuration that is shown needs, and that inhibit it, from what is no member of it and not drawn.
func (s *Scene) beside() (needed, inhibiting []*theory.Link) {
	c := s.Configuration
	if c == nil || !c.Live() {
		return nil, nil
	}
	shown := make(map[*theory.Node]bool)
	for _, b := range s.Boxes {
		shown[b.Node] = true
	}
	drawn := func(l *theory.Link) bool { return shown[l.Source] }
	needed, inhibiting, _ = s.Theory.Beside(c, s.Theory.Part(c))
	return slices.DeleteFunc(needed, drawn), slices.DeleteFunc(inhibiting, drawn)
}

// besides says what the configuration that is shown needs, and what inhibits it, that is no member of it and not drawn, each with how
// far that is supported.
func (s *Scene) besides() []string {
	needed, inhibiting := s.beside()
	return besides(s.words(), needed, inhibiting, func(l *theory.Link) string {
		return s.words().Word(string(s.Theory.StatusIn(s.Configuration, l)))
	})
}

// besides names links that are needed, and that inhibit, each with how far it is supported, in words.
func besides(words *wording.Language, needed, inhibiting []*theory.Link, supported func(*theory.Link) string) []string {
	var said []string
	say := func(sentence string, links []*theory.Link) {
		var names []string
		for _, l := range links {
			names = append(names, l.Step()+" ("+supported(l)+")")
		}
		if len(names) > 0 {
			said = append(said, words.Say(sentence, first(words, mostBeside, names, "; ")))
		}
	}
	say("Needed from outside the configuration: {1}.", needed)
	say("Inhibited from outside the configuration: {1}.", inhibiting)
	return said
}

// mostBeside is how many of the needs that are no members a figure names, and how many of what inhibits.
const mostBeside = 6

// besides says the same of all rows, of which each time, but for what is named as joining members of different ones.
func (r *Rows) besides() []string {
	var needed, inhibiting []*theory.Link
	rows := make(map[*theory.Link][]*Row)
	for _, row := range r.All {
		add := func(to *[]*theory.Link, links []*theory.Link) {
			for _, l := range links {
				if slices.Contains(r.Between, l) {
					continue
				}
				if rows[l] == nil {
					*to = append(*to, l)
				}
				rows[l] = append(rows[l], row)
			}
		}
		rowNeeds, rowInhibits := row.beside()
		add(&needed, rowNeeds)
		add(&inhibiting, rowInhibits)
	}
	words := wording.Of(r.Theory)
	return besides(words, needed, inhibiting, func(l *theory.Link) string {
		var statuses, said []string
		numbers := make(map[string][]string)
		for _, row := range rows[l] {
			status := words.Word(string(r.Theory.StatusIn(row.Configuration, l)))
			if numbers[status] == nil {
				statuses = append(statuses, status)
			}
			numbers[status] = append(numbers[status], strconv.Itoa(row.Number))
		}
		for _, status := range statuses {
			said = append(said, configurationsOf(words, numbers[status])+": "+status)
		}
		return strings.Join(said, "; ")
	})
}
