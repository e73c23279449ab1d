package scene

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"icamo/theory"
)

// What is beyond these no page can show, and trying would take minutes.
const (
	mostBoxes  = 2_000
	mostLines  = 2_000
	mostLabel  = 2_000   // bytes
	mostLabels = 200_000 // bytes, of all together
)

// Drawable says why no figure can show the whole of a theory, where it has too many nodes or links or too long labels. It
// says so at once: what goes with a figure, such as a page, need not be made first.
func Drawable(t *theory.Theory) error {
	p := whole(t)
	err := cmp.Or(titled(t), countable(len(p.nodes), len(p.links)))
	if err == nil {
		err = readable(func(yield func(id string, size int) bool) {
			for _, n := range p.nodes {
				if !yield(n.ID, len(n.Label)) {
					return
				}
			}
		})
	}
	if err != nil {
		return fmt.Errorf("draw %s: %w", t.File, err)
	}
	return nil
}

// TooLarge is why a theory, or a part of it, is too large for one figure, while its parts may not be: it has too many nodes, links
// or bytes of labels, or would be too large a page.
type TooLarge struct {
	Count, Most   int
	Of            string  // what is too many: "node", "link" or "byte"
	Width, Height float64 // of the page, in millimetres
}

// ByParts is how a theory is drawn that is too large for one figure.
const ByParts = "draw it by parts, with --view overview, configurations, configuration=ID, upstream=ID or downstream=ID"

func (e *TooLarge) Error() string {
	switch {
	case e.Width > 0:
		return fmt.Sprintf("the figure would be %.0f × %.0f mm; %s", e.Width, e.Height, ByParts)
	case e.Of == "byte":
		return fmt.Sprintf("the labels have %d bytes together, and a figure can show %d; %s", e.Count, e.Most, ByParts)
	}
	return fmt.Sprintf("%d %ss are more than the %d that a figure can show; %s", e.Count, e.Of, e.Most, ByParts)
}

func countable(nodes, links int) error {
	if nodes > mostBoxes {
		return &TooLarge{Count: nodes, Most: mostBoxes, Of: "node"}
	}
	if links > mostLines {
		return &TooLarge{Count: links, Most: mostLines, Of: "link"}
	}
	return nil
}

// titled looks at the size of a theory's title, of which lines are made as of a label.
func titled(t *theory.Theory) error {
	if n := len(t.Title); n > mostLabel {
		return fmt.Errorf("the title has %d bytes, and a figure can show %d; shorten it", n, mostLabel)
	}
	return nil
}

// readable looks at the sizes of labels, with the ids of their nodes.
func readable(labels iter.Seq2[string, int]) error {
	all := 0
	for id, size := range labels {
		if size > mostLabel {
			return fmt.Errorf("the label of %q has %d bytes, and a figure can show %d; shorten it", id, size, mostLabel)
		}
		all += size
	}
	if all > mostLabels {
		return &TooLarge{Count: all, Most: mostLabels, Of: "byte"}
	}
	return nil
}

func (s *Scene) drawable() error {
	if err := cmp.Or(titled(s.Theory), countable(len(s.Boxes)+len(s.stripBoxes()), len(s.Lines)+len(s.OnSteps)+len(s.Fallen))); err != nil {
		return err
	}
	if c := s.Configuration; c != nil && len(c.Title) > mostLabel {
		return fmt.Errorf("the title of %q has %d bytes, and a figure can show %d; shorten it", c.ID, len(c.Title), mostLabel)
	}
	return readable(func(yield func(string, int) bool) {
		for _, b := range slices.Concat(s.Boxes, s.stripBoxes()) {
			for _, c := range b.Contents() {
				if !yield(c.ID(), max(len(c.Label()), len(c.Former))) {
					return
				}
			}
		}
	})
}
