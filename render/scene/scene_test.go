package scene

import (
	"math/rand/v2"
	"slices"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestVersionsHaveTheSameBoxes holds that the scenes of two versions differ only in what they show: the same boxes with the
// same room, joined by the same lines, so that one layout serves all.
func TestVersionsHaveTheSameBoxes(t *testing.T) {
	old, new := theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "peer/revised.toml")
	build := func(th *theory.Theory, o Options) *Scene {
		s, err := New(th, o)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	overlay := build(new, Options{Against: old, View: View{Name: Revised}, Dropped: InPlace})
	for name, s := range map[string]*Scene{"earlier": build(old, Options{Against: new}), "later": build(new, Options{Against: old})} {
		if len(s.Boxes) != len(overlay.Boxes) || len(s.Lines) != len(overlay.Lines) {
			t.Fatalf("the %s scene has %d boxes and %d lines, the overlay %d and %d", name, len(s.Boxes), len(s.Lines), len(overlay.Boxes), len(overlay.Lines))
		}
		for i, b := range s.Boxes {
			other := overlay.Boxes[i]
			if b.Name != other.Name || b.Lane != other.Lane || b.Alone != other.Alone || !slices.EqualFunc(b.Others, other.Others, sameContent) {
				t.Errorf("the %s scene has the box %v, the overlay %v", name, b, other)
			}
		}
		for i, l := range s.Lines {
			other := overlay.Lines[i]
			if l.Name != other.Name || l.From.Name != other.From.Name || l.To.Name != other.To.Name || !slices.Equal(l.Others, other.Others) {
				t.Errorf("the %s scene has the line %v, the overlay %v", name, l, other)
			}
		}
		for _, theirs := range s.ShownBoxes() {
			if s.Theory.Node(theirs.ID()) != theirs.Node {
				t.Errorf("the %s scene shows %s of another version", name, theirs.ID())
			}
		}
	}
}

func sameContent(a, b Content) bool {
	return a.Node == b.Node && a.Former == b.Former && slices.Equal(a.Badges, b.Badges)
}

// TestLegendIsOfWhatOccurs holds that every status, effect and thickness that a scene shows has its key, and that no key is
// of anything else.
func TestLegendIsOfWhatOccurs(t *testing.T) {
	for seed := range uint64(100) {
		s, err := New(theorytest.Random(t, rand.New(rand.NewPCG(seed, 7))), Options{})
		if err != nil {
			t.Fatal(err)
		}
		type mark struct {
			status                     theory.Status
			effect                     theory.Effect
			thickness                  int
			necessary, onStep, reading bool
		}
		want := make(map[mark]bool)
		bothEffects := slices.ContainsFunc(s.DrawnLines(), func(l *Line) bool { return l.Look().Effect == theory.Inhibits })
		for _, l := range s.DrawnLines() {
			look := l.Look()
			if bothEffects {
				want[mark{effect: look.Effect}] = true
			}
			if look.Necessary {
				want[mark{necessary: true}] = true
			}
			if look.Reading {
				want[mark{reading: true}] = true
			}
			if look.OnStep {
				want[mark{onStep: true}] = true
			}
			if look.Dropped {
				continue
			}
			if look.Status != theory.Supported {
				want[mark{status: look.Status}] = true
			}
			if look.Status == theory.Supported {
				want[mark{thickness: look.Thickness()}] = true
			}
		}
		for _, k := range s.Frame.Keys {
			if k.Kind != LineKey {
				continue
			}
			m := mark{thickness: k.Line.Thickness()}
			switch {
			case k.Line.Necessary:
				m = mark{necessary: true}
			case k.Line.Reading:
				m = mark{reading: true}
			case k.Line.OnStep:
				m = mark{onStep: true}
			case k.Line.Effect != "":
				m = mark{effect: k.Line.Effect}
			case k.Line.Status != theory.Supported:
				m = mark{status: k.Line.Status}
			}
			if !want[m] {
				t.Errorf("seed %d: the legend says %q, and nothing shows it", seed, k.Means)
			}
			delete(want, m)
		}
		for m := range want {
			t.Errorf("seed %d: the legend lacks %+v", seed, m)
		}
	}
}
