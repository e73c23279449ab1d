package scene

import (
	"cmp"
	"slices"
	"strconv"

	"icamo/theory"
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

// readings says which of the configurations that the figure shows or numbers are in part the evaluator's reading; "" for none.
func (s *Scene) readings(o Options) string {
	if c := s.Configuration; c != nil {
		if c.Reading == "" {
			return ""
		}
		return s.words().Say("The configuration is in part the evaluator's reading.")
	}
	if cmp.Or(o.Badges, ConfigurationBadges) != ConfigurationBadges || s.view.Name == Revised || s.view.Name == Overview {
		return ""
	}
	var numbers []string
	for i, c := range s.Theory.Configurations {
		number := ConfigurationNumber(c, i)
		if c.Live() && c.Reading != "" && slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return slices.Contains(b.Numbers, number) }) {
			numbers = append(numbers, strconv.Itoa(number))
		}
	}
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return s.words().Say("Configuration {1} is in part the evaluator's reading.", numbers[0])
	}
	return s.words().Say("Configurations {1} are in part the evaluator's reading.", s.words().List(numbers))
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
		var cases []string
		for _, ref := range where.refs {
			if c := s.Theory.Case(ref.ID); c != nil {
				cases = append(cases, cmp.Or(c.Label, c.ID))
			}
		}
		if len(cases) > 0 {
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
