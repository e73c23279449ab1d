package scene

import (
	"slices"
	"strings"

	"icamo/theory"
)

// Gap says what there is to say of a lane in which the figure of a configuration has no box, after the lane's name: who is in every
// configuration and joined to nothing in this one; that the configuration needs none there, that those it has are not shown, or were
// dropped, or that none was reported; "" where none is asked for.
func (s *Scene) Gap(lane theory.Kind) string {
	says := s.everywhere(lane)
	if slices.Contains(s.Configuration.None, string(lane)) {
		says = append(says, s.words().Say("none needed"))
	}
	members := slices.DeleteFunc(s.Configuration.In(lane), func(m theory.Member) bool { return m.Node == nil })
	switch {
	case slices.Contains(s.Lanes(), lane):
		return ""
	case len(says) > 0:
	case slices.ContainsFunc(members, func(m theory.Member) bool { return m.Node.Live() }):
		says = append(says, s.words().Say("not shown"))
	case len(members) > 0:
		says = append(says, s.words().Say("dropped"))
	case slices.Contains(s.Theory.Heuristic.Roles(), lane):
		says = append(says, s.words().Say("not reported"))
	default:
		return ""
	}
	return s.LaneName(lane) + ": " + strings.Join(says, "; ")
}

// everywhere are the members in a role that belong to every configuration, by their labels.
func (s *Scene) everywhere(role theory.Kind) []string {
	var labels []string
	for _, m := range s.Configuration.Overarching {
		if m.Role == role && m.Node != nil && m.Node.Live() {
			labels = append(labels, m.Node.Label+" ("+s.words().Say(BelongsToAll)+")")
		}
	}
	return labels
}

// inEvery names the members that belong to every configuration and are joined to nothing that the figure of one shows, where no lane is
// empty that would name them; "" for none.
func (s *Scene) inEvery() string {
	if s.Configuration == nil {
		return ""
	}
	var labels []string
	lanes := s.Lanes()
	for _, m := range s.Configuration.Overarching {
		shown := func(b *Box) bool { return b.Node == m.Node }
		if m.Node != nil && m.Node.Live() && slices.Contains(lanes, m.Role) && !slices.ContainsFunc(s.Boxes, shown) && !slices.Contains(labels, m.Node.Label) {
			labels = append(labels, m.Node.Label)
		}
	}
	if len(labels) == 0 {
		return ""
	}
	return s.words().Say("In every configuration: {1}.", s.words().List(labels))
}

// gaps says what there is to say of the lanes that the figure of one configuration does not have; in rows it stands in the lanes.
func (s *Scene) gaps() string {
	if s.Configuration == nil || s.view.Name != OneConfiguration {
		return ""
	}
	var gaps []string
	for _, lane := range theory.Kinds {
		if gap := s.Gap(lane); gap != "" {
			gaps = append(gaps, gap+".")
		}
	}
	return strings.Join(gaps, " ")
}
