package scene

import (
	"cmp"
	"slices"
	"strconv"

	"icamo/theory"
	"icamo/theory/wording"
)

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
