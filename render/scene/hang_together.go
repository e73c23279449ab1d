package scene

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// hangsTogether says which configurations the one that is shown requires and influences, and which are its rivals; "" for none.
func (s *Scene) hangsTogether() string {
	if s.Configuration == nil {
		return ""
	}
	notes := joinedTo(s.Theory, s.Configuration, joining{
		{"requires configuration {1}", "requires configurations {1}"}, {"influences configuration {1}", "influences configurations {1}"},
		{"rival of configuration {1}, which would explain the same outcome otherwise", "rival of configurations {1}, which would explain the same outcome otherwise"},
	})
	if len(notes) == 0 {
		return ""
	}
	return wording.Capital(strings.Join(notes, "; ")) + "."
}

// whole says whether the figure is of the whole theory.
func (s *Scene) whole() bool { return cmp.Or(s.view.Name, WholeTheory) == WholeTheory }

// rivals says which of the configurations that the figure numbers would explain the same outcome otherwise than another; "" for none.
func (s *Scene) rivals() string {
	if !s.whole() || cmp.Or(s.badgesOf, ConfigurationBadges) != ConfigurationBadges {
		return ""
	}
	numbered := func(n int) bool {
		return slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return slices.Contains(b.Numbers, n) })
	}
	says := func(c, rival *theory.Configuration) bool { return c.Unreviewed == "" && names(c.Rival, rival.ID) }
	all := s.Theory.Configurations
	var pairs []string
	for i, c := range all {
		for _, rival := range all[:i] {
			one, other := s.Theory.NumberOf(rival), s.Theory.NumberOf(c)
			if c.Live() && rival.Live() && (says(c, rival) || says(rival, c)) && numbered(one) && numbered(other) {
				pairs = append(pairs, s.words().List([]string{strconv.Itoa(one), strconv.Itoa(other)}))
			}
		}
	}
	if len(pairs) == 0 {
		return ""
	}
	return s.words().Say("Rival explanations of the same outcome: configurations {1}.", strings.Join(pairs, "; "))
}

// required says which configurations that the whole numbers require which; "" for none.
func (s *Scene) required() string {
	if !s.whole() || cmp.Or(s.badgesOf, ConfigurationBadges) != ConfigurationBadges {
		return ""
	}
	var said []string
	for _, c := range s.Theory.Configurations {
		by := s.numbersOfLive(func(other *theory.Configuration, _ int) bool {
			return other.Unreviewed == "" && names(other.Requires, c.ID)
		})
		if !c.Live() || len(by) == 0 {
			continue
		}
		verb := "{1} requires {2}"
		if len(by) > 1 {
			verb = "{1} require {2}"
		}
		said = append(said, wording.Capital(s.words().Say(verb, configurationsOf(s.words(), by), strconv.Itoa(s.Theory.NumberOf(c))))+".")
	}
	return strings.Join(said, " ")
}

// claimedAlone says which links that are shown are claimed in some configurations alone; "" for none, and where one of these is shown.
func (s *Scene) claimedAlone() string {
	const most = 4
	if s.Configuration != nil || s.view.Name == Overview || s.view.Name == Revised {
		return ""
	}
	words := s.words()
	var groups []string
	links := make(map[string][]string)
	for _, l := range s.ShownLines() {
		if l.Dropped() || len(l.Link.Configurations) == 0 {
			continue
		}
		numbers := s.numbersOfLive(func(c *theory.Configuration, _ int) bool { return names(l.Link.Configurations, c.ID) })
		in := configurationsOf(words, numbers)
		if in == "" {
			continue
		}
		if links[in] == nil {
			groups = append(groups, in)
		}
		links[in] = append(links[in], l.Link.Step())
	}
	var said []string
	for _, in := range groups {
		said = append(said, words.Say("Claimed in {1} alone: {2}.", in, first(words, most, links[in], "; ")))
	}
	return strings.Join(said, " ")
}

// joining are the words for what a configuration requires, what it influences and what its rivals are, each for one and for several.
type joining [3][2]string

// joinedTo says which live configurations a configuration requires and influences, and which are its rivals, by their numbers.
func joinedTo(t *theory.Theory, c *theory.Configuration, words joining) []string {
	var notes []string
	for i, others := range [3][]int{numbersOf(t, c.Requires), numbersOf(t, c.Influences), rivalsOf(t, c)} {
		var numbers []string
		for _, n := range others {
			numbers = append(numbers, strconv.Itoa(n))
		}
		switch len(numbers) {
		case 0:
		case 1:
			notes = append(notes, wording.Of(t).Say(words[i][0], numbers[0]))
		default:
			notes = append(notes, wording.Of(t).Say(words[i][1], wording.Of(t).List(numbers)))
		}
	}
	return notes
}

// numbersOf are the numbers of the live configurations that are named.
func numbersOf(t *theory.Theory, refs []theory.Ref) []int {
	var numbers []int
	for _, ref := range refs {
		for _, other := range t.Configurations {
			if other.ID == ref.ID && other.Live() {
				numbers = append(numbers, t.NumberOf(other))
			}
		}
	}
	return numbers
}

// rivalsOf are the numbers of the live rivals of a configuration, in the order of the file.
func rivalsOf(t *theory.Theory, c *theory.Configuration) []int {
	rivals := t.Rivals(c)
	var numbers []int
	for _, other := range t.Configurations {
		if other != c && other.Live() && names(rivals, other.ID) {
			numbers = append(numbers, t.NumberOf(other))
		}
	}
	return numbers
}
