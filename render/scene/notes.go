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

// unread says that something of what is drawn could not be read, and so may be missing; "" where all could be.
func (s *Scene) unread() string {
	faults := len(s.Theory.Faults)
	if other := s.versions[0]; s.view.Name == Revised && other != nil {
		faults += len(other.Faults)
	}
	if faults == 0 {
		return ""
	}
	return s.words().Say("Incomplete: what could not be read of the theory ({1}) may be missing.", s.words().Counted(faults, "error"))
}

// readings says which of the configurations that the figure shows or numbers are in part the evaluator's reading, apart from their boxes
// and links, which have signs for it; "" for none.
func (s *Scene) readings(o Options) string {
	if c := s.Configuration; c != nil {
		if c.Reading == "" {
			return ""
		}
		return s.words().Say("The configuration itself is in part the evaluator's reading.")
	}
	if cmp.Or(o.Badges, ConfigurationBadges) != ConfigurationBadges || s.view.Name == Revised || s.view.Name == Overview {
		return ""
	}
	numbers := s.numbersOfLive(func(c *theory.Configuration, number int) bool {
		return c.Reading != "" && slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return slices.Contains(b.Numbers, number) })
	})
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return s.words().Say("Configuration {1} itself is in part the evaluator's reading.", numbers[0])
	}
	return s.words().Say("Configurations {1} themselves are in part the evaluator's reading.", s.words().List(numbers))
}

// rivals says which of the configurations that the figure numbers would explain the same outcome otherwise than another; "" for none.
func (s *Scene) rivals() string {
	if s.Configuration != nil || s.view.Name == Overview || s.view.Name == Revised || cmp.Or(s.badgesOf, ConfigurationBadges) != ConfigurationBadges {
		return ""
	}
	numbered := func(n int) bool {
		return slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return slices.Contains(b.Numbers, n) })
	}
	var pairs []string
	for i, c := range s.Theory.Configurations {
		number := ConfigurationNumber(c, i)
		for _, rival := range rivalsOf(s.Theory, c) {
			if c.Live() && number < rival && numbered(number) && numbered(rival) {
				pairs = append(pairs, s.words().List([]string{strconv.Itoa(number), strconv.Itoa(rival)}))
			}
		}
	}
	if len(pairs) == 0 {
		return ""
	}
	return s.words().Say("Rivals, which would explain the same outcome otherwise: configurations {1}.", strings.Join(pairs, "; "))
}

// ofWholeProgramme says where single configurations are shown that what a trial found is no result of theirs; "" where none is shown.
func (s *Scene) ofWholeProgramme() string {
	if s.Configuration == nil || s.Case != nil || !s.tried() {
		return ""
	}
	return s.words().Say("What a trial found is of the whole programme.")
}

// activity says in which cases a configuration was at work, partly and not, in a figure of it that tells cases apart; "" where
// that is not known.
func (s *Scene) activity(o Options) string {
	if s.Configuration == nil || o.Badges != CaseBadges {
		return ""
	}
	said := ""
	for _, where := range []struct {
		before string
		refs   []theory.Ref
	}{{"at work in {1}", s.Configuration.ActiveIn}, {"partly in {1}", s.Configuration.PartlyActiveIn}, {"not at work in {1}", s.Configuration.NotActiveIn}} {
		if cases := casesNamed(s.Theory, where.refs); len(cases) > 0 {
			if said != "" {
				said += "; "
			}
			said += s.words().Say(where.before, s.words().List(cases))
		}
	}
	if said == "" {
		return ""
	}
	return s.words().Say("The configuration was {1}.", said)
}

// casesNamed are the cases that are named, by their labels, but for those that are not there.
func casesNamed(t *theory.Theory, refs []theory.Ref) []string {
	var cases []string
	for _, ref := range refs {
		if c := t.Case(ref.ID); c != nil {
			cases = append(cases, cmp.Or(c.Label, c.ID))
		}
	}
	return cases
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
		for i, other := range t.Configurations {
			if other.ID == ref.ID && other.Live() {
				numbers = append(numbers, ConfigurationNumber(other, i))
			}
		}
	}
	return numbers
}

// rivalsOf are the numbers of the live rivals of a configuration, in the order of the file.
func rivalsOf(t *theory.Theory, c *theory.Configuration) []int {
	rivals := t.Rivals(c)
	var numbers []int
	for i, other := range t.Configurations {
		if other != c && other.Live() && names(rivals, other.ID) {
			numbers = append(numbers, ConfigurationNumber(other, i))
		}
	}
	return numbers
}

// numbersOfLive are the numbers of the live configurations of which something is so.
func (s *Scene) numbersOfLive(is func(c *theory.Configuration, number int) bool) []string {
	var numbers []string
	for i, c := range s.Theory.Configurations {
		if number := ConfigurationNumber(c, i); c.Live() && is(c, number) {
			numbers = append(numbers, strconv.Itoa(number))
		}
	}
	return numbers
}

// configurationsOf are configurations by their numbers, in words; "" for none.
func configurationsOf(words *wording.Language, numbers []string) string {
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return words.Say("configuration {1}", numbers[0])
	}
	return words.Say("configurations {1}", words.List(numbers))
}

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

// unjoined says what a box without a line is in the figure for; "" where there is none, or none with the number of a configuration where
// boxes are numbered by these.
func (s *Scene) unjoined(o Options) string {
	numbered := cmp.Or(o.Badges, ConfigurationBadges) == ConfigurationBadges
	single := func(b *Box) bool {
		return !b.Hidden && b.Alone && !b.Looped && !b.Dropped() && (s.Configuration != nil || !numbered || len(b.Numbers) > 0)
	}
	switch {
	case s.Overview() || !slices.ContainsFunc(s.Boxes, single):
		return ""
	case s.Configuration != nil:
		return s.words().Say("A box without a line is a member of the configuration, too.")
	case !numbered:
		return s.words().Say("A box without a line is part of the theory, too.")
	}
	return s.words().Say("A box without a line belongs to the configurations that its numbers name.")
}

// unnumbered are the boxes without a number, where others have those of configurations.
func (s *Scene) unnumbered() []*Box {
	if s.Configuration != nil || s.Overview() || cmp.Or(s.badgesOf, ConfigurationBadges) != ConfigurationBadges {
		return nil
	}
	numbered := func(b *Box) bool { return len(b.Badges) > 0 }
	live := slices.DeleteFunc(s.ShownBoxes(), (*Box).Dropped)
	if !slices.ContainsFunc(live, numbered) {
		return nil
	}
	return slices.DeleteFunc(live, numbered)
}

// withoutNumber says what a box without a number is, where others have one; "" where there is none.
func (s *Scene) withoutNumber() string {
	if len(s.unnumbered()) == 0 {
		return ""
	}
	return s.words().Say("A box without a number is in no configuration.")
}

// inNone names the boxes without a number; "" for none.
func (s *Scene) inNone() string {
	var names []string
	for _, b := range s.unnumbered() {
		names = append(names, b.Label())
	}
	if len(names) == 0 {
		return ""
	}
	return s.words().Say("In no configuration: {1}.", s.words().List(names))
}

// between are the live links between nodes that some of the scenes show, of which none shows the link.
func between(t *theory.Theory, scenes []*Scene) []*theory.Link {
	shown, holds := make(map[*theory.Link]bool), make(map[*theory.Node]bool)
	for _, s := range scenes {
		for _, b := range s.Boxes {
			holds[b.Node] = true
		}
		for _, l := range s.DrawnLines() {
			shown[l.Link] = true
		}
	}
	var links []*theory.Link
	apart := func(n *theory.Node) bool { return !holds[n] }
	for _, l := range slices.Concat(t.Graph().Links, t.Graph().OnSteps) {
		if !shown[l] && !slices.ContainsFunc(endsOf(l), apart) {
			links = append(links, l)
		}
	}
	return links
}

// inhibiting says after the name of one end that the link inhibits, where it does.
func inhibiting(words *wording.Language, l *theory.Link, name string) string {
	if l.Effect == theory.Inhibits {
		return name + " (" + words.Word(string(theory.Inhibits)) + ")"
	}
	return name
}

// linkNames name the first links of some, and say how many more there are; "" for none.
func linkNames(words *wording.Language, links []*theory.Link) string {
	const most = 4
	var names []string
	for i, l := range links {
		if i == most {
			names = append(names, words.Say("and {1} more", strconv.Itoa(len(links)-most)))
			break
		}
		names = append(names, l.Step())
	}
	return strings.Join(names, "; ")
}

// notDrawn names the links that join members of different configurations alone; "" for none.
func notDrawn(words *wording.Language, links []*theory.Link) string {
	if len(links) == 0 {
		return ""
	}
	return words.Say("Not drawn, as they join members of different configurations: {1}.", linkNames(words, links))
}

// Between says which links no figure of a configuration shows, as they join members of different ones; "" for none.
func Between(t *theory.Theory, scenes []*Scene) string {
	return notDrawn(wording.Of(t), between(t, scenes))
}

// mostGaps is the number of numbers that no configuration has up to which they are named.
const mostGaps = 5

// LeftOut says which configurations figures of each of them do not show, as they were dropped, and which numbers between theirs
// none has; "" for none.
func LeftOut(t *theory.Theory) string {
	words := wording.Of(t)
	var said, dropped, gaps []string
	taken := make(map[int]bool)
	for i, c := range t.Configurations {
		n := ConfigurationNumber(c, i)
		if taken[n] = true; !c.Live() {
			dropped = append(dropped, strconv.Itoa(n))
		}
	}
	if len(taken) > 0 {
		numbers := slices.Sorted(maps.Keys(taken))
		for n := numbers[0]; n < numbers[len(numbers)-1] && len(gaps) <= mostGaps; n++ {
			if !taken[n] {
				gaps = append(gaps, strconv.Itoa(n))
			}
		}
	}
	switch len(dropped) {
	case 0:
	case 1:
		said = append(said, words.Say("Not shown: configuration {1}, no longer part of the theory.", dropped[0]))
	default:
		said = append(said, words.Say("Not shown: configurations {1}, no longer part of the theory.", words.List(dropped)))
	}
	if len(gaps) > 0 && len(gaps) <= mostGaps {
		said = append(said, words.Say("No configuration has the number {1}.", words.Either(gaps)))
	}
	return strings.Join(said, " ")
}
