package scene

import (
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
