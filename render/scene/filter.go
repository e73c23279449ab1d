package scene

import (
	"cmp"
	"fmt"
	"slices"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// only leaves the lines of the given statuses, the steps on which they act, whatever these are, and the boxes that all these join.
func (s *Scene) only(statuses []theory.Status) {
	other := func(l *Line) bool { return l.Dropped() || !slices.Contains(statuses, l.status) }
	boxes, lines := s.ShownBoxes(), s.ShownLines()
	s.statuses, s.Strip, s.Fallen = statuses, Strip{}, nil
	s.OnSteps = slices.DeleteFunc(s.OnSteps, other)
	s.Lines = slices.DeleteFunc(s.Lines, func(l *Line) bool { return other(l) && !s.actedOn(l) })
	s.Boxes = slices.DeleteFunc(s.Boxes, func(b *Box) bool {
		return !slices.ContainsFunc(slices.Concat(s.Lines, s.OnSteps), func(l *Line) bool { return l.Joins(b) })
	})
	var dropped, others gone
	for _, b := range boxes {
		switch {
		case slices.Contains(s.Boxes, b):
		case b.Dropped():
			dropped.box(b)
		default:
			others.box(b)
		}
	}
	for _, l := range lines {
		switch {
		case slices.Contains(s.Lines, l) || slices.Contains(s.OnSteps, l):
		case l.Dropped():
			dropped.line(l)
		default:
			others.line(l)
		}
	}
	if left := dropped.counted(s.words()); s.left == "" && len(left) > 0 {
		s.left = s.words().List(left)
	}
	s.others = others.counted(s.words())
	s.empty = fmt.Sprintf("no link is %s", wording.English.List(statusTexts(statuses)))
	if s.revision != nil {
		s.revision = s.shownChanges()
	}
}

// actedOn says whether a line that is shown acts on the step of another.
func (s *Scene) actedOn(step *Line) bool {
	return slices.ContainsFunc(s.OnSteps, func(l *Line) bool { return l.Onto == step })
}

// shownChanges are what changed of the nodes and links that the figure shows: it tells of no others.
func (s *Scene) shownChanges() *revision.Revision {
	nodes, links := make(map[*theory.Node]bool), make(map[*theory.Link]bool)
	for _, b := range s.ShownBoxes() {
		nodes[b.Node] = true
	}
	for _, l := range s.ShownLines() {
		links[l.Link] = true
	}
	shown := *s.revision
	shown.Nodes, shown.Links, shown.Configurations = matchesOf(shown.Nodes, nodes), matchesOf(shown.Links, links), nil
	return &shown
}

// matchesOf are those of some matches that an element shown stands for. Of what was split they have all parts, of which one is shown.
func matchesOf[T any](all []revision.Match[T], shown map[*T]bool) []revision.Match[T] {
	split := make(map[*T]bool)
	stands := func(m revision.Match[T]) bool {
		return m.New != nil && shown[m.New] || slices.ContainsFunc(m.Old, func(o *T) bool { return shown[o] })
	}
	for _, m := range all {
		if m.Kind() == revision.WasSplit && stands(m) {
			split[m.Old[0]] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(m revision.Match[T]) bool {
		return !stands(m) && !(m.Kind() == revision.WasSplit && split[m.Old[0]])
	})
}

// withoutOthers says that scenes show only links of some statuses, what they show with them, and what is not shown; "" where all are.
func withoutOthers(words *wording.Language, statuses []theory.Status, scenes []*Scene, others []string) string {
	if len(statuses) == 0 {
		return ""
	}
	with := "what they join"
	if slices.ContainsFunc(scenes, func(s *Scene) bool { return slices.ContainsFunc(s.Lines, s.actedOn) }) {
		with = "what they join or act on"
	}
	only := words.Either(words.Each(statusTexts(statuses)))
	with = words.Say(with)
	if len(others) == 0 {
		return words.Say("Only links that are {1}, and {2}.", only, with)
	}
	return words.Say("Only links that are {1}, and {2}; not shown: {3}.", only, with, words.List(others))
}

func statusTexts(statuses []theory.Status) []string {
	texts := make([]string, len(statuses))
	for i, status := range statuses {
		texts[i] = string(status)
	}
	return texts
}

// highlight fades all but what is named: a node with its links and what they join it to, a link with its ends, a
// configuration with its members and the links among them.
func (s *Scene) highlight(t *theory.Theory, ids []string) error {
	boxes, lines := make(map[*Box]bool), make(map[*Line]bool)
	keep := func(l *Line) {
		if lines[l], boxes[l.From] = true, true; l.Onto != nil {
			l = l.Onto
			lines[l], boxes[l.From] = true, true
		}
		boxes[l.To] = true
	}
	name := func(name string) {
		if !slices.Contains(s.highlighted, name) {
			s.highlighted = append(s.highlighted, name)
		}
	}
	for _, id := range ids {
		found := false
		for _, b := range s.ShownBoxes() {
			if b.ID() != id {
				continue
			}
			found, boxes[b], b.Focus = true, true, true
			name(b.Label())
			for _, l := range s.ShownLines() {
				if l.Joins(b) {
					keep(l)
				}
			}
		}
		link := s.linkMeant(t, id)
		for _, l := range s.ShownLines() {
			if l.Link.ID == link {
				found = true
				name(l.Link.Step())
				keep(l)
			}
		}
		if c := t.Configuration(id); c != nil {
			found = true
			name(s.words().Say("configuration {1}", nameOf(t, c)))
			members := make(map[string]bool)
			for _, m := range slices.Concat(c.Members, c.Overarching) {
				members[m.ID] = true
			}
			for _, b := range s.ShownBoxes() {
				boxes[b] = boxes[b] || members[b.ID()]
			}
			for _, l := range s.ShownLines() {
				step := cmp.Or(l.Onto, l)
				if members[l.From.ID()] && members[step.From.ID()] && members[step.To.ID()] && l.Link.MadeIn(c) && step.Link.MadeIn(c) {
					keep(l)
				}
			}
		}
		if !found && theory.NamesLink(link) {
			var links []string
			for _, l := range s.ShownLines() {
				links = append(links, l.Link.ID)
			}
			return fmt.Errorf("highlight in %s: the figure shows no %q%s", t.File, id, theory.InsteadOfLink(link, links))
		}
		if !found {
			return fmt.Errorf("highlight in %s: the figure shows no %q%s", t.File, id, theory.Instead(id, s.ids(t)))
		}
	}
	for _, b := range slices.Concat(s.Boxes, s.stripBoxes()) {
		b.Faded = b.Faded || !boxes[b]
	}
	for _, l := range slices.Concat(s.Lines, s.OnSteps, s.Fallen) {
		l.Faded = l.Faded || !lines[l]
	}
	return nil
}

// linkMeant is the id of the link that is named: of the one that joins a pair, whatever it does, as links on steps name it.
func (s *Scene) linkMeant(t *theory.Theory, id string) string {
	id = theory.AsLink(id)
	for _, of := range []*theory.Theory{t, s.versions[0], s.versions[1]} {
		if of == nil {
			continue
		}
		if named := of.LinksNamed(id); len(named) == 1 {
			return named[0].ID
		}
	}
	return id
}

// onlyHighlighted says what is highlighted, and what being pale means; "" for nothing.
func (s *Scene) onlyHighlighted() string {
	if len(s.highlighted) == 0 {
		return ""
	}
	return s.words().Say("Highlighted: {1}; all else is pale.", s.words().List(s.highlighted))
}

// ids are what can be highlighted.
func (s *Scene) ids(t *theory.Theory) []string {
	var ids []string
	for _, b := range s.ShownBoxes() {
		ids = append(ids, b.ID())
	}
	for _, c := range t.Configurations {
		ids = append(ids, c.ID)
	}
	for _, l := range s.ShownLines() {
		ids = append(ids, l.Link.ID)
	}
	return ids
}
