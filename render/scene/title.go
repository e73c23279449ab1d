package scene

import (
	"cmp"
	"strconv"
	"strings"

	"icamo/theory"
)

// Title is the figure's heading.
func (s *Scene) Title() string {
	if len(s.statuses) > 0 {
		return s.words().Say("Links that are {1} ({2})", s.words().Either(s.words().Each(statusTexts(s.statuses))), s.subject())
	}
	return s.subject()
}

// subject names what the figure is of.
func (s *Scene) subject() string {
	t := s.Theory
	theme := t.Title
	if t.Version != "" {
		theme = s.words().Say("{1}: programme theory, {2}", theme, s.words().Version(t.Version))
	}
	whole := theme
	if s.Case != nil {
		theme = s.caseTitle(theme)
	}
	if s.shares {
		return cmp.Or(s.Case.Label, s.Case.ID)
	}
	switch {
	case s.Configuration != nil && s.Case != nil:
		return s.caseTitle(configurationTitle(t, s.Configuration) + " (" + whole + ")")
	case s.Configuration != nil:
		title := configurationTitle(t, s.Configuration)
		if state := s.stateOf(s.Configuration); state != "" {
			title += " (" + state + ")"
		}
		if !s.underTitle {
			title += " (" + whole + ")"
		}
		return title
	case s.view.Name == Upstream:
		return s.words().Say("What leads to “{1}” ({2})", s.Focus.Label, theme)
	case s.view.Name == Downstream:
		return s.words().Say("What follows from “{1}” ({2})", s.Focus.Label, theme)
	case s.view.Name == OfLinks:
		return s.words().Say("links that no configuration has ({1})", theme)
	case s.view.Name == Overview:
		if t.Version == "" {
			return s.words().Say("{1}: overview of configurations", t.Title)
		}
		return s.words().Say("{1}: overview of configurations, {2}", t.Title, s.words().Version(t.Version))
	case s.view.Name == Revised:
		return t.Title + ": " + s.versionNames()
	}
	return theme
}

// stateOf says that a configuration is no claim of the theory, or not yet; "" where it is.
func (s *Scene) stateOf(c *theory.Configuration) string {
	switch {
	case !c.Live():
		return s.words().Say("dropped")
	case c.Unreviewed != "":
		return s.words().NotReviewed()
	}
	return ""
}

func (s *Scene) versionNames() string {
	v := s.versions
	switch {
	case !s.revision.Ordered:
		old, new := s.revision.Sides(s.words())
		return s.words().Say("{1} and {2} side by side", old, new)
	case v[0].Version == "" || v[1].Version == "" || v[0].Version == v[1].Version:
		return s.words().Say("what changed since the earlier version")
	}
	return s.words().Say("what changed, {1} → {2}", s.words().Version(v[0].Version), s.words().Version(v[1].Version))
}

// configurationTitle is a configuration's number and title.
func configurationTitle(t *theory.Theory, c *theory.Configuration) string {
	return strconv.Itoa(t.NumberOf(c)) + "  " + c.Title
}

// nameOf is a configuration's number and title within a sentence.
func nameOf(t *theory.Theory, c *theory.Configuration) string {
	return strings.Join(strings.Fields(configurationTitle(t, c)), " ")
}
