package scene

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// TestDropped holds that a figure shows all that was dropped, in the strip or where it stood, or none of it and says so: an overlay,
// and the figure of one version.
func TestDropped(t *testing.T) {
	old, new := theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "peer/revised.toml")
	for _, o := range []Options{{View: View{Name: Revised}, Against: old}, {}} {
		shown := func(where Dropped) (names []string, s *Scene) {
			o.Dropped = where
			s, err := New(new, o)
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
		hidden, without := shown(Nowhere)
		if len(hidden) > 0 || !strings.Contains(without.Frame.Caption, "5 nodes and") {
			t.Errorf("hidden are all but %q, and the caption is %q", hidden, without.Frame.Caption)
		}
		for _, b := range s.Boxes {
			if b.Dropped() {
				t.Errorf("%q stands in a lane", b.Label())
			}
		}
		for _, l := range s.DrawnLines() {
			if l.Dropped() {
				t.Errorf("%q is drawn", l.Link.Step())
			}
		}
		var told strings.Builder
		for _, item := range s.Strip.Items {
			if item.Box != nil {
				told.WriteString(item.Box.Label() + "\n")
			}
			told.WriteString(item.Text + "\n")
		}
		for _, l := range s.Fallen {
			if from, to := l.Ends(); !strings.Contains(told.String(), from) || !strings.Contains(told.String(), to) {
				t.Errorf("the strip does not name both ends of %q", l.Link.Step())
			}
		}
	}
}

// TestAllDropped holds that a theory of which nothing is left is shown where it stood.
func TestAllDropped(t *testing.T) {
	s, err := New(theorytest.Load(t, `[theory]
title = "T"

[mechanism.a]
label = "A"
dropped = "no"
`), Options{})
	if err != nil || len(s.Boxes) != 1 {
		t.Errorf("%v boxes, %v", s, err)
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
		if l.Mark.Has(revision.WasAdded) && l.SignOfChange() == Unmarked && earlier(l.From) && earlier(l.To) {
			t.Errorf("%q was added, and nothing says so", l.Link.Step())
		}
	}
}

// TestSignOnRefuted holds that a link that was added as refuted says that it was, also beside a box that was added.
func TestSignOnRefuted(t *testing.T) {
	const before = "[theory]\nid = \"t\"\n[outcome.o]\nlabel = \"O\"\n"
	const after = before + "[mechanism.m]\nlabel = \"M\"\n[[link]]\nfrom = \"m\"\nto = \"o\"\nstatus = %q\n"
	for status, want := range map[theory.Status]Mark{theory.Refuted: "+", theory.Supported: Unmarked} {
		s, err := New(theorytest.Load(t, fmt.Sprintf(after, status)), Options{View: View{Name: Revised}, Against: theorytest.Load(t, before)})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Lines[0].SignOfChange(); got != want {
			t.Errorf("%s: %q, not %q", status, got, want)
		}
	}
}

// TestMarksOfKinds holds that each kind of change has a sign of its own.
func TestMarksOfKinds(t *testing.T) {
	of := make(map[Mark]revision.Kind)
	for _, k := range revision.Kinds {
		sign, ok := signs[k]
		if k == revision.KeptAsItWas {
			if ok {
				t.Errorf("what was kept has the sign %q", sign)
			}
			continue
		}
		if other, twice := of[sign]; twice || len([]rune(string(sign))) != 1 {
			t.Errorf("%s has the sign %q, as %q has", k, sign, other)
		}
		of[sign] = k
	}
}
