package scene

import (
	"slices"
	"strings"

	"icamo/theory/revision"
)

// Mark says what became of an element between two versions, by the sign of its kind of change: two signs, where the status of a
// link changed besides. "" is none.
type Mark string

// Unmarked is what stayed as it was.
const Unmarked Mark = ""

// CheckMark is the sign of what is supported now.
const CheckMark = "✓"

// signs are those of the kinds of change. No two are alike in black and white.
var signs = map[revision.Kind]Mark{
	revision.WasDropped:   "−",
	revision.WasRemoved:   "?",
	revision.WasRestored:  "«",
	revision.NowSupported: CheckMark,
	revision.NowMixed:     "↕",
	revision.WasRaised:    "↑",
	revision.WasLowered:   "↓",
	revision.WasRefined:   "~",
	revision.WasAnnotated: "i",
	revision.WasRenamed:   "→",
	revision.WasSplit:     "<",
	revision.WasMerged:    ">",
	revision.WasAdded:     "+",
}

// markOf is the mark of a change.
func markOf(c *revision.Change) Mark {
	kind := c.Kind()
	mark := signs[kind]
	switch lives := kind == revision.WasRestored || kind == revision.WasSplit || kind == revision.WasMerged; {
	case lives && c.BecameMixed():
		return mark + signs[revision.NowMixed]
	case lives && c.Status() > 0:
		return mark + signs[revision.WasRaised]
	case lives && c.Status() < 0:
		return mark + signs[revision.WasLowered]
	}
	return mark
}

// Has says whether the sign of a kind is in the mark.
func (m Mark) Has(k revision.Kind) bool {
	return m != Unmarked && signs[k] != "" && strings.Contains(string(m), string(signs[k]))
}

// Came says whether the element is there only in the later version.
func (m Mark) Came() bool { return m.Has(revision.WasAdded) || m.Has(revision.WasRestored) }

// Went says whether it is no longer part of the theory.
func (m Mark) Went() bool { return m.Has(revision.WasDropped) || m.Has(revision.WasRemoved) }

// Stayed says whether the claim is what it was, whatever is said around it.
func (m Mark) Stayed() bool { return m == Unmarked || m.Has(revision.WasAnnotated) }

// markKept tells, of an overlay, what stayed as it was.
func (s *Scene) markKept() {
	for _, b := range s.Boxes {
		b.Kept = b.Mark.Stayed() && !b.Dropped()
	}
	for _, l := range s.DrawnLines() {
		l.Kept = l.Mark.Stayed() && !l.Dropped()
	}
}

// SignOfChange is the mark that stands on the line: none where it was added with one of its boxes, whose mark says so. One that is
// refuted has it all the same, as it is not drawn in the colour of its change.
func (l *Line) SignOfChange() Mark {
	added := signs[revision.WasAdded]
	if l.Mark == added && !l.Look().Refuted() && (l.From.Mark == added || l.To != nil && l.To.Mark == added) {
		return Unmarked
	}
	return l.Mark
}

// impliesAdded says whether lines were added with their boxes.
func (s *Scene) impliesAdded() bool {
	for _, l := range s.DrawnLines() {
		if l.Mark != l.SignOfChange() {
			return true
		}
	}
	return false
}

// relabelled says whether a box that was refined shows the label that it had before.
func (s *Scene) relabelled() bool {
	return slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return b.Former != "" && b.Mark.Has(revision.WasRefined) })
}

// Marks are those that the figure shows.
func (s *Scene) Marks() []Mark {
	var marks []Mark
	for _, b := range s.Boxes {
		if !b.Hidden {
			marks = append(marks, b.Mark)
		}
	}
	for _, l := range s.DrawnLines() {
		marks = append(marks, l.SignOfChange())
	}
	for _, item := range s.Strip.Items {
		marks = append(marks, item.Mark)
	}
	return marks
}
