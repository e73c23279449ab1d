package scene

import (
	"cmp"
	"fmt"
	"slices"

	"icamo/theory"
)

// highlighting collects what is highlighted.
type highlighting struct {
	*Scene
	boxes map[*Box]bool
	lines map[*Line]bool
}

// highlight fades all but what is named: a node with its links and what they join it to, a link with its ends, a
// configuration with its members and the links among them.
func (s *Scene) highlight(t *theory.Theory, ids []string) error {
	h := highlighting{s, make(map[*Box]bool), make(map[*Line]bool)}
	for _, id := range ids {
		link := s.linkMeant(t, id)
		found := h.node(id)
		found = h.link(link) || found
		if c := t.Configuration(id); c != nil && !(found && s.view.Name == Overview) { // where it is a box
			h.configuration(t, c)
			found = true
		}
		switch {
		case found:
		case theory.NamesLink(link):
			return fmt.Errorf("highlight in %s: the figure shows no %q%s", t.File, id, theory.InsteadOfLink(link, s.linkIDs()))
		default:
			return fmt.Errorf("highlight in %s: the figure shows no %q%s", t.File, id, theory.Instead(id, s.ids(t)))
		}
	}
	for _, b := range slices.Concat(s.Boxes, s.stripBoxes()) {
		b.Faded = b.Faded || !h.boxes[b]
	}
	for _, l := range slices.Concat(s.Lines, s.OnSteps, s.Fallen) {
		l.Faded = l.Faded || !h.lines[l]
	}
	return nil
}

// node highlights a node with its links. It says whether the figure shows it.
func (h *highlighting) node(id string) (found bool) {
	for _, b := range h.ShownBoxes() {
		if b.ID() != id {
			continue
		}
		found, h.boxes[b], b.Focus = true, true, true
		h.name(b.Label())
		for _, l := range h.ShownLines() {
			if l.Joins(b) {
				h.line(l)
			}
		}
	}
	return found
}

// link highlights a link with its ends. It says whether the figure shows it.
func (h *highlighting) link(id string) (found bool) {
	for _, l := range h.ShownLines() {
		if l.Link.ID == id {
			found = true
			h.name(l.Link.Step())
			h.line(l)
		}
	}
	return found
}

// configuration highlights the members of a configuration and the links among them.
func (h *highlighting) configuration(t *theory.Theory, c *theory.Configuration) {
	h.name(h.words().Say("configuration {1}", nameOf(t, c)))
	members := make(map[string]bool)
	for _, m := range slices.Concat(c.Members, c.Overarching) {
		members[m.ID] = true
	}
	for _, b := range h.ShownBoxes() {
		h.boxes[b] = h.boxes[b] || members[b.ID()]
	}
	for _, l := range h.ShownLines() {
		step := cmp.Or(l.Onto, l)
		if members[l.From.ID()] && members[step.From.ID()] && members[step.To.ID()] && l.Link.MadeIn(c) && step.Link.MadeIn(c) {
			h.line(l)
		}
	}
}

// line highlights a line with what it joins, and the step that it acts on.
func (h *highlighting) line(l *Line) {
	step := cmp.Or(l.Onto, l)
	h.lines[l], h.lines[step] = true, true
	h.boxes[l.From], h.boxes[step.From], h.boxes[step.To] = true, true, true
}

// name has the figure say what is highlighted.
func (h *highlighting) name(name string) {
	if !slices.Contains(h.highlighted, name) {
		h.highlighted = append(h.highlighted, name)
	}
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
	ids = append(ids, s.linkIDs()...)
	slices.Sort(ids) // in an overview a configuration is a box, too
	return slices.Compact(ids)
}

// linkIDs are the ids of the links that are shown.
func (s *Scene) linkIDs() []string {
	var ids []string
	for _, l := range s.ShownLines() {
		ids = append(ids, l.Link.ID)
	}
	return ids
}
