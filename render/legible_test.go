package render

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestMain gives all tests one engine, which remembers what it laid out.
func TestMain(m *testing.M) {
	flag.Parse()
	folder, err := os.MkdirTemp("", "icamo-render-test-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	engine = layout.New(folder)
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

var engine *layout.Engine

func open(t testing.TB, name string) *theory.Theory {
	t.Helper()
	return theorytest.Open(t, name)
}

// TestRealTheoriesAreLegible draws every view of the real theories for both widths of a journal's columns and both
// directions, and holds each figure to what a reader needs.
func TestRealTheoriesAreLegible(t *testing.T) {
	revised, initial := open(t, "peer/revised.toml"), open(t, "peer/initial.toml")
	youth, minimal := open(t, "youth-peer-support/theory.toml"), open(t, "minimal.toml")
	type figure struct {
		name   string
		theory *theory.Theory
		shows  scene.Options
	}
	figures := []figure{
		{"overlay", revised, scene.Options{Against: initial, View: scene.View{Name: scene.Revised}}},
		{"later", revised, scene.Options{Against: initial}},
		{"earlier", initial, scene.Options{Against: revised}},
		{"sources", revised, scene.Options{Labels: scene.SourceLabels}},
		{"cases", youth, scene.Options{Labels: scene.CaseLabels, Badges: scene.CaseBadges}},
		{"actors as tags", revised, scene.Options{Actors: scene.ActorTags}},
		{"without actors", youth, scene.Options{Actors: scene.NoActors}},
		{"status", revised, scene.Options{Labels: scene.StatusLabels, Badges: scene.NoBadges}},
	}
	theories := []*theory.Theory{revised, initial, youth, minimal}
	for _, name := range []string{"needed-and-helping", "not-triggered", "rival-explanations", "three-sites", "twelve-facts"} {
		theories = append(theories, open(t, "examples/"+name+".toml"))
	}
	danish := open(t, "examples/faellesspisning/revideret.toml")
	theories = append(theories, danish)
	figures = append(figures, figure{"danish overlay", danish, scene.Options{Against: danish.Earlier, View: scene.View{Name: scene.Revised}}})
	for _, th := range theories {
		figures = append(figures, figure{th.ID + " " + th.Version, th, scene.Options{}})
		if len(th.Configurations) > 0 {
			figures = append(figures, figure{th.ID + " overview", th, scene.Options{View: scene.View{Name: scene.Overview}}})
		}
		for _, c := range th.Cases[:min(3, len(th.Cases))] {
			figures = append(figures, figure{th.ID + " in " + c.ID, th, scene.Options{Case: c.ID}})
		}
		for _, c := range th.Configurations {
			if c.Live() {
				figures = append(figures, figure{c.ID, th, scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: c.ID}}})
			}
		}
	}
	for _, id := range []string{"hope", "feeling-safe", "personal-recovery"} {
		figures = append(figures, figure{"up " + id, revised, scene.Options{View: scene.View{Name: scene.Upstream, ID: id}}},
			figure{"down " + id, revised, scene.Options{View: scene.View{Name: scene.Downstream, ID: id}}})
	}
	crowd := newCrowd(t) // about 1,000 figures, most of them on pages that are narrow for them
	for _, fig := range figures {
		for _, width := range []float64{85 * fit.Millimetre, 180 * fit.Millimetre, 0} {
			for _, lanes := range []fit.Lanes{fit.Auto, fit.Columns, fit.Rows} {
				o := Options{Options: fig.shows, Paper: fit.Paper{Width: width, Lanes: lanes}}
				switch {
				case lanes != fit.Auto && testing.Short():
					continue
				case width == 85*fit.Millimetre && (o.Against != nil || lanes == fit.Columns && o.Labels != ""):
					continue // it prints at four points, and nobody would ask for it
				}
				name := fmt.Sprintf("%s/%.0fmm %s", fig.name, width/fit.Millimetre, lanes)
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					p, err := Figure(t.Context(), engine, fig.theory, o)
					if err != nil {
						t.Fatal(err)
					}
					for _, fault := range faults(p.placed, o.face(t)) {
						t.Error(fault)
					}
					onPage(t, p, o)
					crowd.look(name, p.placed)
					if lanes == fit.Auto && width == 180*fit.Millimetre {
						// Two versions of a theory of fifty nodes are more than a page holds, and say so.
						told := fig.shows.Against != nil && slices.ContainsFunc(p.Notes, func(note string) bool { return strings.Contains(note, "of a page") })
						if p.TextSize < fit.TextSize-0.05 || p.tooHigh() && !told {
							t.Errorf("labels of %.2f pt, %.0f mm high", p.TextSize, p.Drawing.Height/fit.Millimetre)
						}
					}
				})
			}
		}
	}
}

// onPage holds that a figure is no wider than its page.
func onPage(t *testing.T, p *Picture, o Options) {
	t.Helper()
	if wide := p.placed.Area.W * p.TextSize / fit.TextSize; o.Width > 0 && wide > o.Width {
		t.Errorf("%.1f pt wide, on a page of %.1f", wide, o.Width)
	}
}

func (o Options) face(t testing.TB) *drawing.Face {
	t.Helper()
	if err := o.complete(); err != nil {
		t.Fatal(err)
	}
	return o.Face
}

// TestRandomTheoriesAreLegible does the same for theories that nobody wrote.
func TestRandomTheoriesAreLegible(t *testing.T) {
	var seeds []int
	for seed := range 300 {
		seeds = append(seeds, seed)
	}
	seeds = append(seeds, 586, 919, 932, 973, 1037, 1198, 1292) // of 1,400, those that once were not
	if testing.Short() {
		seeds = seeds[:20]
	}
	crowd := newCrowd(t)
	for _, seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(uint64(seed), 7))
			th := theorytest.Random(t, random)
			var o Options
			o.Width = []float64{0, 85, 180}[random.IntN(3)] * fit.Millimetre
			o.Lanes = []fit.Lanes{fit.Auto, fit.Columns, fit.Rows}[random.IntN(3)]
			o.Labels = []scene.LinkLabels{scene.NoLabels, scene.NoLabels, scene.StatusLabels}[random.IntN(3)]
			p, err := Figure(t.Context(), engine, th, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults(p.placed, o.face(t)) {
				t.Errorf("%+v: %s", o.Lanes, fault)
			}
			onPage(t, p, o)
			crowd.look(fmt.Sprint(seed), p.placed)
		})
	}
}

// faults lists what a reader of a placed figure would stumble over.
func faults(f *place.Placed, face *drawing.Face) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	type thing struct {
		name string
		at   geometry.Rect
	}
	var signs, labels []thing
	for _, b := range f.ShownBoxes() {
		label, former := b.TextAt()
		for i, text := range slices.Concat(label, former) {
			width := face.Width(text.String, fit.TextSize, false)
			labels = append(labels, thing{"label of " + b.ID(), geometry.Rect{X: text.X, Y: text.Y - 0.75*fit.TextSize, W: width, H: 0.95 * fit.TextSize}})
			if text.X < b.At.X+fit.BarWidth || text.X+width > b.At.X+b.At.W-1 || text.Y-0.75*fit.TextSize < b.At.Y || text.Y+0.2*fit.TextSize > b.At.Y+b.At.H {
				fault("line %d of the label of %s leaves its box", i+1, b.ID())
			}
		}
		if got, want := joined(b.Text), joined([]string{b.Label()}); got != want {
			fault("the label of %s is cut: %q, not %q", b.ID(), got, want)
		}
		for _, p := range slices.Concat(b.BadgeSigns, b.TagSigns) {
			signs = append(signs, thing{"badge " + p.Text + " of " + b.ID(), p.At})
		}
		if b.MarkSign != nil {
			signs = append(signs, thing{"mark of " + b.ID(), b.MarkSign.At})
		}
	}
	for i, a := range f.Boxes {
		for _, b := range f.Boxes[:i] {
			if a.At.Overlaps(b.At) {
				fault("boxes %s and %s overlap", a.Name, b.Name)
			}
		}
		if !f.Area.Contains(a.At) {
			fault("box %s leaves the figure", a.Name)
		}
	}
	for _, l := range f.ShownLines() {
		for _, p := range l.Signs() {
			signs = append(signs, thing{p.Text + " on " + l.Link.ID, p.At})
		}
		for _, b := range f.ShownBoxes() {
			if b != l.From && b != l.To && l.Crosses(b.At) {
				fault("%s runs through %s", l.Link.ID, b.ID())
			}
		}
		if n := len(l.Curve); n < 4 {
			fault("%s has no line", l.Link.ID)
		} else if onBorder(l.Curve[0], l.From.At) > 0.5 || l.To != nil && onBorder(l.Curve[n-1], l.To.At) > 0.5 {
			fault("%s does not touch its boxes", l.Link.ID)
		} else if centre := l.Ring.Centre(); l.Onto != nil && math.Abs(geometry.Distance(l.Curve[n-1], centre)-place.RingRadius) > 0.5 {
			fault("%s does not touch its ring", l.Link.ID)
		} else if l.Onto != nil && !l.Onto.Crosses(geometry.Around(centre, 1, 1)) {
			fault("the ring of %s is off the line of its step", l.Link.ID)
		}
		if !f.Area.Contains(l.Bounds) {
			fault("%s leaves the figure", l.Link.ID)
		}
	}
	for i, a := range signs {
		for _, b := range signs[:i] {
			if a.at.Grown(-0.3).Overlaps(b.at) {
				fault("%s covers %s", a.name, b.name)
			}
		}
		for _, b := range labels {
			if a.at.Grown(-0.3).Overlaps(b.at) {
				fault("%s covers %s", a.name, b.name)
			}
		}
	}
	faults = append(faults, stripFaults(f, face)...)
	for _, band := range f.Lanes {
		at := band.TitleAt(face)
		if band.Title.String == "" { // it stands over all rows
			continue
		}
		for _, head := range band.Heads {
			at := head.Extent(face)
			if !band.At.Grown(1).Contains(at) {
				fault("the heading %s leaves its lane", head.String)
			}
			for _, p := range signs {
				if at.Overlaps(p.at) {
					fault("the heading %s hits %s", head.String, p.name)
				}
			}
			for _, b := range f.ShownBoxes() {
				if at.Overlaps(b.At) {
					fault("the heading %s hits %s", head.String, b.ID())
				}
			}
			for _, l := range f.ShownLines() {
				if l.Crosses(at) {
					fault("the heading %s hits %s", head.String, l.Link.ID)
				}
			}
		}
		if !band.At.Grown(1).Contains(at) {
			fault("the title of %s leaves its lane", band.Kind)
		}
		for _, b := range f.ShownBoxes() {
			if at.Overlaps(b.At) {
				fault("the title of %s hits %s", band.Kind, b.ID())
			}
		}
		for _, l := range f.ShownLines() {
			if l.Crosses(at) {
				fault("the title of %s hits %s", band.Kind, l.Link.ID)
			}
		}
		for _, p := range signs {
			if at.Overlaps(p.at) {
				fault("the title of %s hits %s", band.Kind, p.name)
			}
		}
	}
	return faults
}

// stripFaults lists what a reader of the strip would stumble over.
func stripFaults(f *place.Placed, face *drawing.Face) []string {
	if f.Strip == nil {
		return nil
	}
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if !f.Area.Grown(0.1).Contains(f.Strip.At) {
		fault("the strip leaves the figure")
	}
	for _, lane := range f.Lanes {
		if lane.At.Overlaps(f.Strip.At) {
			fault("the strip is on the lane of %s", lane.Kind)
		}
	}
	extent := func(t fit.Text, bold bool) geometry.Rect {
		return geometry.Rect{X: t.X, Y: t.Y - 0.75*fit.TextSize, W: face.Width(t.String, fit.TextSize, bold), H: 0.95 * fit.TextSize}
	}
	var texts, taken []geometry.Rect
	for _, t := range f.Strip.Head {
		texts = append(texts, extent(t, true))
	}
	for _, item := range f.Strip.Items {
		for _, other := range taken {
			if item.At.Overlaps(other) {
				fault("%q of the strip is on another item", item.Text)
			}
		}
		taken = append(taken, item.At)
		label, text := item.TextAt()
		for _, t := range slices.Concat(label, text) {
			if at := extent(t, false); !item.At.Grown(0.2).Contains(at) {
				fault("%q leaves its place in the strip", t.String)
			} else {
				texts = append(texts, at)
			}
		}
		if got := joined(item.Lines); got != joined([]string{item.Told(scene.NoSpare)}) && got != joined([]string{item.Told(scene.SpareOfLinks)}) {
			fault("%q is cut: %q", item.Told(scene.SpareOfLinks), got)
		}
		if item.Box != nil && joined(item.Label) != joined([]string{item.Box.Label()}) {
			fault("%q is cut: %q", item.Box.Label(), item.Label)
		}
	}
	for _, at := range slices.Concat(texts, taken) {
		if !f.Strip.At.Grown(0.1).Contains(at) {
			fault("an item leaves the strip")
		}
	}
	for _, item := range f.Strip.Items {
		signs := slices.Clone(item.TagSigns)
		if item.MarkSign != nil {
			signs = append(signs, *item.MarkSign)
		}
		for _, sign := range signs {
			for _, text := range texts {
				if sign.At.Grown(-0.3).Overlaps(text) {
					fault("%s of the strip covers a text", sign.Text)
				}
			}
		}
	}
	return faults
}

func joined(lines []string) string { return strings.Join(strings.Fields(strings.Join(lines, " ")), "") }

// onBorder is how far a point is from the border of a rectangle.
func onBorder(p geometry.Point, r geometry.Rect) float64 {
	corners := [5]geometry.Point{{X: r.X, Y: r.Y}, {X: r.X + r.W, Y: r.Y}, {X: r.X + r.W, Y: r.Y + r.H}, {X: r.X, Y: r.Y + r.H}, {X: r.X, Y: r.Y}}
	least := geometry.OffSegment(p, corners[0], corners[1])
	for i := 1; i < 4; i++ {
		least = min(least, geometry.OffSegment(p, corners[i], corners[i+1]))
	}
	return least
}
