package scene

import "slices"

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

// unreviewedInCase names what is shown of a case and nobody has looked at yet, as all is pale there that the case says nothing of; "" for
// none, and in other figures.
func (s *Scene) unreviewedInCase() string {
	if names := s.unreviewed(); s.Case != nil && len(names) > 0 {
		return s.words().Say("Not reviewed yet: {1}.", s.words().List(names))
	}
	return ""
}

// unreviewed names what is shown and nobody has looked at yet.
func (s *Scene) unreviewed() []string {
	names := labelsOf(s.ShownBoxes(), func(b *Box) bool { return b.Node.Unreviewed != "" })
	for _, l := range s.ShownLines() {
		if l.Link.Unreviewed != "" {
			names = append(names, l.Link.Step())
		}
	}
	return names
}
