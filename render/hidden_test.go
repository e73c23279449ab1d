package render

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
)

// measure is a way in which a mark can be hidden, or be taken for another's.
type measure string

const (
	headOnHead   measure = "ends of two lines that touch"
	headOffLine  measure = "bars off their line"
	headUnderBox measure = "ends under a box"
	headCrossed  measure = "ends that another line crosses"
	headFlat     measure = "arrowheads along their box"
	badgeOnHead  measure = "badges on the end of a line"
	badgeOnLine  measure = "badges on a line"
	badgeOnRing  measure = "badges on a ring"
	signOnLine   measure = "signs on another's line"
	signOnHead   measure = "signs on the end of a line"
	signOnRing   measure = "signs on a ring"
	signOnBox    measure = "signs on a box"
	signOff      measure = "signs off their line"
	ringOnRing   measure = "rings that touch"
	ringCrossed  measure = "rings on another's line"
	ringOnHead   measure = "rings on the end of a line"
	ringUnderBox measure = "rings under a box"
	lineAlongBox measure = "lines along a box that they pass"
	lineOnLine   measure = "lines that lie on one another"
	fewDashes    measure = "broken lines with less than two dashes"
)

// crowd collects, over many figures, what hides what, and holds that nothing does.
type crowd struct {
	mu    sync.Mutex
	found map[measure][]hidden
}

// hidden is a mark that something hides.
type hidden struct {
	figure string
	at     geometry.Point
	text   string
}

func newCrowd(t *testing.T) *crowd {
	c := &crowd{found: make(map[measure][]hidden)}
	t.Cleanup(func() {
		for _, m := range slices.Sorted(maps.Keys(c.found)) {
			found := c.found[m]
			var texts []string
			for _, h := range found {
				texts = append(texts, fmt.Sprintf("%s: %s (at %.0f, %.0f)", h.figure, h.text, h.at.X, h.at.Y))
			}
			slices.Sort(texts)
			t.Errorf("%d %s:\n%s", len(found), m, strings.Join(texts, "\n"))
		}
	})
	return c
}

// end is a mark at an end of a line.
type end struct {
	what  string
	line  *place.Line
	box   *place.Box // that it stands at; nil for a ring
	shape geometry.Polygon
}

func (e end) at() geometry.Point { return geometry.Bounds(e.shape).Centre() }

func ends(l *place.Line) []end {
	head := l.Head()
	all := []end{{"head", l, l.To, head.Shape}, {"bar of need", l, l.To, head.Bar}, {"diamond", l, l.From, l.Tail()}}
	return slices.DeleteFunc(all, func(e end) bool { return len(e.shape) == 0 })
}

// badge is a mark on a box.
type badge struct {
	name string
	at   geometry.Rect
	tag  bool
}

func badges(f *place.Placed) []badge {
	var all []badge
	for _, b := range f.ShownBoxes() {
		for _, s := range b.BadgeSigns {
			all = append(all, badge{"badge " + s.Text + " of " + b.ID(), s.At, false})
		}
		for _, s := range b.TagSigns {
			all = append(all, badge{"tag " + s.Text + " of " + b.ID(), s.At, true})
		}
		if b.MarkSign != nil {
			all = append(all, badge{"mark " + b.MarkSign.Text + " of " + b.ID(), b.MarkSign.At, false})
		}
	}
	return all
}

// look adds what a figure hides.
func (c *crowd) look(name string, f *place.Placed) {
	add := func(m measure, at geometry.Point, format string, args ...any) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.found[m] = append(c.found[m], hidden{name, at, fmt.Sprintf(format, args...)})
	}
	const touch = 0.2
	lines, badges := f.ShownLines(), badges(f)
	var all []end
	for _, l := range lines {
		all = append(all, ends(l)...)
	}
	for _, l := range lines {
		if head := l.Head(); l.To != nil && len(head.Shape) == 3 && !head.Open {
			const least = 0.45 // of a right angle's 1
			tip := head.Shape[0]
			dx, dy := geometry.Direction(tip, geometry.Mix(head.Shape[1], head.Shape[2], 0.5))
			out := l.To.At.SideOf(tip).Outwards()
			if upright := dx*out.X + dy*out.Y; upright < least {
				add(headFlat, tip, "%s, %.2f", l.Link.ID, upright)
			}
		}
	}
	for i, e := range all {
		for _, o := range all[:i] {
			if e.line == o.line && (e.what == "diamond") == (o.what == "diamond") {
				continue // one after the other
			}
			if e.shape.Overlaps(o.shape) {
				add(headOnHead, e.at(), "%s of %s and %s of %s", e.what, e.line.Link.ID, o.what, o.line.Link.ID)
			}
		}
		for _, l := range lines {
			if width := fit.StrokeWidth(l.Look()); l != e.line && l.ComesTo(e.shape, width/2) {
				add(headCrossed, e.at(), "%s of %s by %s", e.what, e.line.Link.ID, l.Link.ID)
			}
			if l.Onto != nil && l != e.line && e.shape.Overlaps(l.Ring.Polygon()) {
				add(ringOnHead, e.at(), "ring of %s on %s of %s", l.Link.ID, e.what, e.line.Link.ID)
			}
			for _, s := range l.Signs() {
				if e.shape.Overlaps(s.At.Grown(-touch).Polygon()) {
					add(signOnHead, e.at(), "%s of %s on %s of %s", s.Text, l.Link.ID, e.what, e.line.Link.ID)
				}
			}
		}
		for _, b := range badges {
			if e.shape.Overlaps(b.at.Grown(-touch).Polygon()) {
				add(badgeOnHead, e.at(), "%s on %s of %s", b.name, e.what, e.line.Link.ID)
			}
		}
		for _, b := range f.ShownBoxes() {
			into := touch
			if b == e.box {
				into = 1 // the tip stands on the border
			}
			if e.shape.Overlaps(b.At.Grown(-into).Polygon()) {
				add(headUnderBox, e.at(), "%s of %s under %s", e.what, e.line.Link.ID, b.ID())
			}
		}
	}
	for i, l := range lines {
		head := l.Head()
		if drawn := l.Curve.Cut(head.Cut); len(head.Shape) == 4 && geometry.Distance(drawn[len(drawn)-1], head.Middle()) > 0.3 {
			add(headOffLine, head.Middle(), "%s", l.Link.ID)
		}
		for _, b := range badges {
			if width := fit.StrokeWidth(l.Look()); l.Crosses(b.at.Grown(-touch)) || b.tag && l.Crosses(b.at.Grown(width/2-touch)) {
				add(badgeOnLine, b.at.Centre(), "%s on %s", b.name, l.Link.ID)
			}
			if l.Onto != nil && l.Ring.Overlaps(b.at) {
				add(badgeOnRing, b.at.Centre(), "%s on the ring of %s", b.name, l.Link.ID)
			}
		}
		for _, b := range f.ShownBoxes() {
			if far := along(l, b); far > 9 && b != l.From && b != l.To {
				add(lineAlongBox, b.At.Centre(), "%s along %s, for %.0f pt", l.Link.ID, b.ID(), far)
			}
		}
		for _, o := range lines[:i] {
			if far, middle := together(l, o); far > 8 {
				add(lineOnLine, middle, "%s and %s, for %.0f pt", l.Link.ID, o.Link.ID, far)
			}
			if l.Onto != nil && o.Onto != nil && l.Ring.Overlaps(o.Ring) {
				add(ringOnRing, l.Ring.Centre(), "%s and %s", l.Link.ID, o.Link.ID)
			}
		}
		if l.Onto != nil {
			for _, o := range lines {
				if o != l && o != l.Onto && o.Crosses(l.Ring) {
					add(ringCrossed, l.Ring.Centre(), "ring of %s on %s", l.Link.ID, o.Link.ID)
				}
			}
			for _, b := range f.ShownBoxes() {
				if l.Ring.Grown(-touch).Overlaps(b.At) {
					add(ringUnderBox, l.Ring.Centre(), "ring of %s under %s", l.Link.ID, b.ID())
				}
			}
		}
		for _, s := range l.Signs() {
			if !l.Crosses(s.At.Grown(2)) {
				add(signOff, s.At.Centre(), "%s of %s", s.Text, l.Link.ID)
			}
			for _, o := range lines {
				if width := fit.StrokeWidth(o.Look()); o != l && o.Crosses(s.At.Grown(width/2)) {
					add(signOnLine, s.At.Centre(), "%s of %s on %s", s.Text, l.Link.ID, o.Link.ID)
				}
				if o.Onto != nil && o.Ring.Grown(-touch).Overlaps(s.At) {
					add(signOnRing, s.At.Centre(), "%s of %s on the ring of %s", s.Text, l.Link.ID, o.Link.ID)
				}
			}
			for _, b := range f.ShownBoxes() {
				if s.At.Grown(-0.5).Overlaps(b.At) {
					add(signOnBox, s.At.Centre(), "%s of %s on %s", s.Text, l.Link.ID, b.ID())
				}
			}
		}
		if dash := l.Dash(); dash != nil {
			if far := bare(l, lines, badges); far < fit.TwoDashes(dash)-1 {
				add(fewDashes, geometry.Along(l.Points, 0.5), "%s shows %.1f of %.1f pt", l.Link.ID, far, fit.TwoDashes(dash))
			}
		}
	}
}

// together is the longest stretch of a line on which no white shows between it and another, and its middle.
func together(l, o *place.Line) (far float64, middle geometry.Point) {
	const step = 1.0
	a := fit.StrokeWidth(l.Look())
	b := fit.StrokeWidth(o.Look())
	least := (a+b)/2 + 0.3
	if !l.Bounds.Grown(least).Meets(o.Bounds) {
		return 0, middle
	}
	points := geometry.Evenly(l.Points, max(2, int(math.Ceil(geometry.Length(l.Points)/step))))
	longest, run := 0, 0
	for i := 0; i < len(points); {
		far := math.Inf(1)
		for j := 1; j < len(o.Points); j++ {
			far = min(far, geometry.OffSegment(points[i], o.Points[j-1], o.Points[j]))
		}
		if far < least {
			run++
			if run > longest {
				longest, middle = run, points[i-run/2]
			}
			i++
			continue
		}
		run = 0
		i += max(1, int((far-least)/step))
	}
	return float64(longest) * step, middle
}

// along is the longest stretch of a line so near to a box that it looks like its border.
func along(l *place.Line, b *place.Box) (longest float64) {
	const step, white = 1.0, 2.0
	near := b.At.Grown(min(white, b.Clear()-0.1))
	if !l.Bounds.Meets(near) {
		return 0
	}
	run := 0.0
	for _, p := range geometry.Evenly(l.Points, max(2, int(geometry.Length(l.Points)/step))) {
		if run += step; !near.Holds(p) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// bare is the longest stretch of a line on which nothing stands.
func bare(l *place.Line, lines []*place.Line, badges []badge) float64 {
	const step = 0.5
	var on []geometry.Rect
	for _, o := range lines {
		for _, s := range o.Signs() {
			on = append(on, s.At)
		}
		if o.Onto == l {
			on = append(on, o.Ring)
		}
	}
	for _, b := range badges {
		on = append(on, b.at)
	}
	on = slices.DeleteFunc(on, func(r geometry.Rect) bool { return !l.Crosses(r) })
	tail := geometry.Bounds(l.Tail())
	head := l.Head()
	need := geometry.Bounds(head.Bar)
	drawn := geometry.NewWay(l.Curve.Cut(head.Cut)).Points
	points := geometry.Evenly(drawn, max(2, int(geometry.Length(drawn)/step)))
	longest, run := 0.0, 0.0
	for i := 1; i < len(points); i++ {
		p := points[i]
		run += geometry.Distance(points[i-1], p)
		if tail.Holds(p) || need.Holds(p) || slices.ContainsFunc(on, func(r geometry.Rect) bool { return r.Holds(p) }) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
