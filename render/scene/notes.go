package scene

import (
	"cmp"
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
	return s.words().Say("Incomplete: what could not be read of the theory ({1}) may be missing, or shown otherwise.", s.words().Counted(faults, "error"))
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

// noClaim says why the configuration that is shown is no longer part of the theory; "" where it is.
func (s *Scene) noClaim() string {
	if c := s.Configuration; c != nil && !c.Live() {
		return s.words().Say("The configuration is no longer part of the theory: {1}", closed(c.Dropped))
	}
	return ""
}

// closed ends a text as a sentence does.
func closed(text string) string {
	if endsSentence(text) {
		return text
	}
	return text + "."
}

// unreviewedMembers names the members of the configuration that is shown that nobody has looked at yet, and that it does not show; "" for
// none.
func (s *Scene) unreviewedMembers() string {
	if s.Configuration == nil {
		return ""
	}
	names := s.unreviewedOnes()
	if len(names) == 0 {
		return ""
	}
	return s.words().Say("Members that are not reviewed yet, and not shown: {1}.", s.words().List(names))
}

// unreviewedOnes are these members, by their labels.
func (s *Scene) unreviewedOnes() []string {
	var names []string
	for _, m := range s.Configuration.Members {
		shown := func(b *Box) bool { return b.Node == m.Node }
		if m.Node != nil && m.Node.Live() && m.Node.Unreviewed != "" && !slices.ContainsFunc(s.Boxes, shown) {
			names = append(names, m.Node.Label)
		}
	}
	return names
}

// rivals says which of the configurations that the figure numbers would explain the same outcome otherwise than another; "" for none.
func (s *Scene) rivals() string {
	if cmp.Or(s.view.Name, WholeTheory) != WholeTheory || cmp.Or(s.badgesOf, ConfigurationBadges) != ConfigurationBadges {
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
	if cmp.Or(s.view.Name, WholeTheory) != WholeTheory || cmp.Or(s.badgesOf, ConfigurationBadges) != ConfigurationBadges {
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

// unreviewedInCase names what is shown of a case and nobody has looked at yet, as all is pale there that the case says nothing of; "" for
// none, and in other figures.
func (s *Scene) unreviewedInCase() string {
	if names := s.unreviewed(); s.Case != nil && len(names) > 0 {
		return s.words().Say("Not reviewed yet: {1}.", s.words().List(names))
	}
	return ""
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

// numbersOfLive are the numbers of the live configurations of which something is so.
func (s *Scene) numbersOfLive(is func(c *theory.Configuration, number int) bool) []string {
	var numbers []string
	for _, c := range s.Theory.Configurations {
		if number := s.Theory.NumberOf(c); c.Live() && is(c, number) {
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
	names := labelsOf(s.unnumbered(), func(*Box) bool { return true })
	if len(names) == 0 {
		return ""
	}
	return s.words().Say("In no configuration: {1}.", s.words().List(names))
}
