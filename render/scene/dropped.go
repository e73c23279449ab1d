package scene

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Dropped says where the overlay of two versions shows what is no longer part of the theory.
type Dropped string

// In a strip below the lanes, with the links that fell away with it; in its place among what is left; or nowhere.
const (
	InStrip Dropped = "strip"
	InPlace Dropped = "place"
	Nowhere Dropped = "hide"
)

// setDropped takes out of an overlay what only the other figures of its layout show, and puts what was dropped where it is to be.
func (s *Scene) setDropped(to Dropped) {
	if to == InPlace {
		return
	}
	out := make(map[*Box]bool)
	boxes, lines, onSteps := s.Boxes, s.Lines, s.OnSteps
	s.Boxes, s.Lines, s.OnSteps = nil, nil, nil
	for _, b := range boxes {
		b.Others = nil
		switch {
		case b.Hidden:
		case !b.Dropped():
			s.Boxes = append(s.Boxes, b)
		default:
			out[b] = true
			if to == InStrip {
				s.Strip = append(s.Strip, b)
			}
		}
	}
	stays := make(map[*Line]bool)
	for _, l := range lines {
		l.Others = nil
		switch {
		case l.Hidden:
		case out[l.From] || out[l.To]:
			s.fell(l, to)
		case !l.Dropped() || to == InStrip:
			stays[l] = true
			s.Lines = append(s.Lines, l)
		}
	}
	for _, l := range onSteps {
		l.Others = nil
		switch {
		case l.Hidden:
		case out[l.From]:
			s.fell(l, to)
		case !stays[l.Onto]:
			s.fellWithStep(l, to)
		case !l.Dropped() || to == InStrip:
			s.OnSteps = append(s.OnSteps, l)
		}
	}
}

// fell has the boxes of the strip name a line that fell away with one of them.
func (s *Scene) fell(l *Line, to Dropped) {
	if to != InStrip {
		return
	}
	s.Fallen = append(s.Fallen, l)
	of := func(name string) string {
		if l.Link.Effect == theory.Inhibits {
			return name + " (inhibits)"
		}
		return name
	}
	switch {
	case l.Onto != nil:
		l.From.fell(l.words, &l.From.to, of(l.Onto.Link.Step()))
	case l.From.Dropped():
		l.From.fell(l.words, &l.From.to, of(l.To.Label()))
	default:
		l.To.fell(l.words, &l.To.from, of(l.From.Label()))
	}
}

// fellWithStep has the box of the strip that a step fell away with name a line that acted on it.
func (s *Scene) fellWithStep(l *Line, to Dropped) {
	if to != InStrip {
		return
	}
	s.Fallen = append(s.Fallen, l)
	at := l.Onto.From
	if !at.Dropped() {
		at = l.Onto.To
	}
	at.fell(l.words, &at.from, l.words.Say("{1}, on the step {2}", l.From.Label(), l.Onto.Link.Step()))
}

// fell adds the other end of a line to those that a box names.
func (b *Box) fell(words *wording.Language, ends *[]string, name string) {
	*ends = append(*ends, name)
	b.Fallen = nil
	if len(b.from) > 0 {
		b.Fallen = append(b.Fallen, words.Say("from {1}", strings.Join(b.from, "; ")))
	}
	if len(b.to) > 0 {
		b.Fallen = append(b.Fallen, words.Say("to {1}", strings.Join(b.to, "; ")))
	}
}

// markKept tells, of an overlay, what stayed as it was.
func (s *Scene) markKept() {
	for _, b := range s.Boxes {
		b.Kept = b.Mark == Unmarked && !b.Dropped()
	}
	for _, l := range s.ShownLines() {
		l.Kept = l.Mark == Unmarked && !l.Dropped()
	}
}

// SignOfChange is the mark that stands on the line: none where it was added with one of its boxes, whose mark says so.
func (l *Line) SignOfChange() Mark {
	if l.Mark == Added && (l.From.Mark == Added || l.To != nil && l.To.Mark == Added) {
		return Unmarked
	}
	return l.Mark
}

// impliesAdded says whether lines were added with their boxes.
func (s *Scene) impliesAdded() bool {
	return slices.ContainsFunc(s.ShownLines(), func(l *Line) bool { return l.Mark != l.SignOfChange() })
}
