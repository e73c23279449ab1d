package scene

import (
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestDropped holds that an overlay shows all that was dropped, in the strip or where it stood, or none of it.
func TestDropped(t *testing.T) {
	old, new := theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "peer/revised.toml")
	shown := func(where Dropped) (names []string, s *Scene) {
		s, err := New(new, Options{View: View{Name: Revised}, Against: old, Dropped: where})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range s.ShownBoxes() {
			if b.Dropped() {
				names = append(names, b.ID())
			}
		}
		for _, l := range s.ShownLines() {
			if l.Dropped() {
				names = append(names, l.Link.Step())
			}
		}
		slices.Sort(names)
		return names, s
	}
	place, _ := shown(InPlace)
	strip, s := shown(InStrip)
	if !slices.Equal(place, strip) || len(place) == 0 {
		t.Errorf("in place stand %q, in the strip %q", place, strip)
	}
	if hidden, _ := shown(Nowhere); len(hidden) > 0 {
		t.Errorf("hidden are all but %q", hidden)
	}
	var told strings.Builder
	for _, b := range s.Strip {
		if slices.Contains(s.Boxes, b) {
			t.Errorf("%q stands in the strip and in its lane", b.Label())
		}
		told.WriteString(strings.Join(b.Fallen, "; "))
	}
	for _, l := range s.Fallen {
		other := l.From
		if other.Dropped() && l.To != nil {
			other = l.To
		}
		if !strings.Contains(told.String(), other.Label()) {
			t.Errorf("the strip does not name %q, of a link that fell away", other.Label())
		}
	}
}

// TestSignOfChange holds that a line that was added has a sign unless one of its boxes, with one, was added too.
func TestSignOfChange(t *testing.T) {
	old := theorytest.Open(t, "peer/initial.toml")
	s, err := New(theorytest.Open(t, "peer/revised.toml"), Options{View: View{Name: Revised}, Against: old})
	if err != nil {
		t.Fatal(err)
	}
	earlier := func(b *Box) bool {
		return slices.ContainsFunc(old.Nodes, func(n *theory.Node) bool { return n.ID == b.ID() })
	}
	for _, l := range s.Lines {
		if l.Mark == Added && l.SignOfChange() == Unmarked && earlier(l.From) && earlier(l.To) {
			t.Errorf("%q was added, and nothing says so", l.Link.Step())
		}
	}
}
