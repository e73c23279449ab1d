package render

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestFansAreLegible draws fans of contexts that promote and inhibit by turns, of all statuses: no mark hides another, no line
// crosses another, and the figure fits a page.
func TestFansAreLegible(t *testing.T) {
	labels := []string{"A quiet room to meet in", "Living far from the meeting place", "Stigma among colleagues at work", "Peers who have come some way further"}
	for _, n := range []int{4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 45} {
		var text strings.Builder
		fmt.Fprintf(&text, "[theory]\nid = \"fan\"\ntitle = \"A fan\"\n[mechanism.m]\nlabel = \"Being taken seriously\"\n[outcome.o]\nlabel = \"Comes back\"\n[[link]]\nfrom = \"m\"\nto = \"o\"\n")
		for i := range n {
			fmt.Fprintf(&text, "[context.c%d]\nlabel = \"%s %d\"\n[[link]]\nfrom = \"c%d\"\nto = \"m\"\neffect = %q\nstatus = %q\n",
				i, labels[i%len(labels)], i+1, i, []theory.Effect{theory.Promotes, theory.Inhibits}[i%2], theory.Statuses[i%len(theory.Statuses)])
		}
		fmt.Fprintf(&text, "[configuration.one]\ntitle = \"One\"\ncontext = [\"c0\", \"c1\"]\nmechanism = [\"m\"]\noutcome = [\"o\"]\n")
		p, err := Figure(context.Background(), engine, theorytest.Load(t, text.String()), page180(scene.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		crowd := newCrowd(t, 0)
		for _, fault := range append(faults(p.placed, Options{}.face(t)), crowd.hidden(p.placed)...) {
			t.Errorf("a fan of %d: %s", n, fault)
		}
		if crossings := p.placed.Crossings(); crossings > 0 {
			t.Errorf("a fan of %d: %d crossings", n, crossings)
		}
		if p.tooHigh() || p.TextSize < fit.TextSize {
			t.Errorf("a fan of %d: %.0f mm high, labels of %.1f pt", n, p.Drawing.Height/fit.Millimetre, p.TextSize)
		}
	}
}

// crowd collects what stands on a line that is not its own, where there was no room beside it. It holds that this is rare.
type crowd struct {
	mu    sync.Mutex
	found []string
}

func newCrowd(t *testing.T, most int) *crowd {
	c := &crowd{}
	t.Cleanup(func() {
		if len(c.found) > most {
			t.Errorf("%d signs and badges stand on the lines of others, not %d at most:\n%s", len(c.found), most, strings.Join(c.found, "\n"))
		}
	})
	return c
}

// hidden lists the marks of lines that something else hides, and notes those that could be taken for another line's.
func (c *crowd) hidden(f *place.Placed) []string {
	var faults []string
	crowded := func(format string, args ...any) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.found = append(c.found, fmt.Sprintf(format, args...))
	}
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	lines := f.ShownLines()
	for i, l := range lines {
		head := l.Head()
		for _, other := range lines[:i] {
			if head.Shape.Overlaps(other.Head().Shape) {
				crowded("the heads of %s and %s touch", l.Link.ID, other.Link.ID)
			}
		}
		if drawn := l.Curve.Cut(head.Cut); len(head.Shape) == 4 && geometry.Distance(drawn[len(drawn)-1], head.Middle()) > 0.3 {
			fault("the bar of %s is off its line", l.Link.ID)
		}
		for _, b := range f.ShownBoxes() {
			for _, badge := range slices.Concat(b.BadgeSigns, b.TagSigns) {
				switch at := badge.At.Grown(-0.2); {
				case head.Shape.Overlaps(at.Polygon()):
					crowded("badge %s of %s covers the head of %s", badge.Text, b.ID(), l.Link.ID)
				case l.Crosses(at):
					crowded("badge %s of %s covers %s", badge.Text, b.ID(), l.Link.ID)
				}
			}
			if b.MarkSign != nil && (l.Crosses(b.MarkSign.At.Grown(-0.2)) || head.Shape.Overlaps(b.MarkSign.At.Polygon())) {
				fault("the mark of %s covers %s", b.ID(), l.Link.ID)
			}
		}
		for _, sign := range l.Signs() {
			if !l.Crosses(sign.At.Grown(2)) {
				crowded("%s is off its line, %s", sign.Text, l.Link.ID)
			}
			for _, other := range lines {
				if other != l && other.Crosses(sign.At) {
					crowded("%s of %s is on %s", sign.Text, l.Link.ID, other.Link.ID)
				}
				if other != l && sign.At.Polygon().Overlaps(other.Head().Shape) {
					crowded("%s of %s is on the head of %s", sign.Text, l.Link.ID, other.Link.ID)
				}
			}
		}
	}
	return faults
}
