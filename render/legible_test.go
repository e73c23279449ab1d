package render

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/render/layout/layouttest"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestMain builds the layout process once for all tests.
func TestMain(m *testing.M) {
	flag.Parse()
	folder, err := os.MkdirTemp("", "icamo-render-test-*")
	if err == nil {
		program, err = layouttest.Build(folder)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	engine = layout.New(program, folder)
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

var (
	program string         // the real layout process
	engine  *layout.Engine // of it, with a cache for all tests
)

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
		o      Options
	}
	figures := []figure{
		{"overlay", revised, Options{Against: initial, View: View{Name: Revised}}},
		{"later", revised, Options{Against: initial}},
		{"earlier", initial, Options{Against: revised}},
		{"sources", revised, Options{Labels: SourceLabels}},
		{"cases", youth, Options{Labels: CaseLabels, Badges: CaseBadges}},
		{"status", revised, Options{Labels: StatusLabels, Badges: NoBadges}},
	}
	for _, th := range []*theory.Theory{revised, initial, youth, minimal} {
		figures = append(figures, figure{th.ID + " " + th.Version, th, Options{}})
		for _, c := range th.Configurations {
			if c.Live() {
				figures = append(figures, figure{c.ID, th, Options{View: View{OneConfiguration, c.ID}}})
			}
		}
	}
	for _, id := range []string{"hope", "feeling-safe", "personal-recovery"} {
		figures = append(figures, figure{"up " + id, revised, Options{View: View{Upstream, id}}},
			figure{"down " + id, revised, Options{View: View{Downstream, id}}})
	}
	for _, fig := range figures {
		for _, width := range []float64{85 * millimetre, 180 * millimetre, 0} {
			for _, lanes := range []Lanes{Auto, Columns, Rows} {
				o := fig.o
				o.Width, o.Lanes = width, lanes
				switch {
				case lanes != Auto && testing.Short():
					continue
				case lanes == Columns && width == 85*millimetre && (o.Labels != "" || o.View.Name == Revised):
					continue // it prints at four points, and nobody would ask for it
				}
				name := fmt.Sprintf("%s/%.0fmm %s", fig.name, width/millimetre, lanes)
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					p, err := Figure(t.Context(), engine, fig.theory, o)
					if err != nil {
						t.Fatal(err)
					}
					for _, fault := range faults(p.figure, o.face(t)) {
						t.Error(fault)
					}
					if lanes == Auto && width == 180*millimetre {
						if p.TextSize < 7 || p.Drawing.Height > tallest {
							t.Errorf("labels of %.2f pt, %.0f mm high", p.TextSize, p.Drawing.Height/millimetre)
						}
					}
				})
			}
		}
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
	count := 200
	if testing.Short() {
		count = 20
	}
	for seed := range count {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(uint64(seed), 7))
			th := randomTheory(t, random)
			o := Options{
				Width:  []float64{0, 85, 180}[random.IntN(3)] * millimetre,
				Lanes:  []Lanes{Auto, Columns, Rows}[random.IntN(3)],
				Labels: []LinkLabels{NoLabels, NoLabels, StatusLabels}[random.IntN(3)],
			}
			p, err := Figure(t.Context(), engine, th, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults(p.figure, o.face(t)) {
				t.Errorf("%+v: %s", o.Lanes, fault)
			}
		})
	}
}

// randomTheory has a few dozen nodes with labels of random words, links that mostly run forwards, and configurations.
func randomTheory(t testing.TB, random *rand.Rand) *theory.Theory {
	t.Helper()
	words := strings.Fields("trust hope group of the feeling safe in peers who share responsibilities lived experience a " +
		"small intergenerational community support and recovery over time")
	var file strings.Builder
	fmt.Fprintf(&file, "[theory]\nid = \"random\"\ntitle = \"A random theory\"\n")
	var ids []string
	var kinds []theory.Kind
	for _, kind := range theory.Kinds {
		for i := range 1 + random.IntN(5) {
			id := fmt.Sprintf("%s-%d", kind, i)
			ids, kinds = append(ids, id), append(kinds, kind)
			var label []string
			for range 1 + random.IntN(5) {
				label = append(label, words[random.IntN(len(words))])
			}
			fmt.Fprintf(&file, "[%s.%s]\nlabel = %q\n", kind, id, strings.Join(label, " "))
			if random.IntN(10) == 0 {
				fmt.Fprintf(&file, "dropped = \"for a reason\"\n")
			}
		}
	}
	seen := make(map[string]bool)
	for range random.IntN(2 * len(ids)) {
		a, b := random.IntN(len(ids)), random.IntN(len(ids))
		if kinds[a].Rank() > kinds[b].Rank() && random.IntN(4) > 0 {
			a, b = b, a
		}
		effect := []string{"promotes", "promotes", "inhibits"}[random.IntN(3)]
		if key := ids[a] + ids[b] + effect; !seen[key] {
			seen[key] = true
			status := theory.Statuses[random.IntN(len(theory.Statuses))]
			fmt.Fprintf(&file, "[[link]]\nfrom = %q\nto = %q\neffect = %q\nstatus = %q\n", ids[a], ids[b], effect, status)
		}
	}
	for i := range random.IntN(6) {
		fmt.Fprintf(&file, "[configuration.c%d]\ntitle = \"Number %d\"\n", i, i)
		for _, kind := range theory.Kinds {
			fmt.Fprintf(&file, "%s = [%q]\n", kind, fmt.Sprintf("%s-0", kind))
		}
	}
	return theorytest.Load(t, file.String())
}

// faults lists what a reader of a placed figure would stumble over.
func faults(f *figure, face *drawing.Face) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	type thing struct {
		name string
		at   geometry.Rect
	}
	var pills, labels []thing
	for _, b := range f.shown() {
		for i, text := range shownLabel(b) {
			at := text.Extent(face)
			labels = append(labels, thing{"label of " + b.id(), geometry.Rect{X: at.X, Y: text.Y - 0.75*textSize, W: at.W, H: 0.95 * textSize}})
			if at.X < b.at.X+barWidth || at.X+at.W > b.at.X+b.at.W-1 || text.Y-0.75*textSize < b.at.Y || text.Y+0.2*textSize > b.at.Y+b.at.H {
				fault("line %d of the label of %s leaves its box", i+1, b.id())
			}
		}
		if got, want := joined(b.text), joined([]string{b.label()}); got != want {
			fault("the label of %s is cut: %q, not %q", b.id(), got, want)
		}
		for _, p := range b.pills {
			pills = append(pills, thing{"badge " + p.text + " of " + b.id(), p.at})
		}
		if b.mark != unmarked {
			pills = append(pills, thing{"mark of " + b.id(), b.markAt()})
		}
	}
	for i, a := range f.boxes {
		for _, b := range f.boxes[:i] {
			if a.at.Overlaps(b.at) {
				fault("boxes %s and %s overlap", a.name, b.name)
			}
		}
		if !f.area.Contains(a.at) {
			fault("box %s leaves the figure", a.name)
		}
	}
	for _, l := range f.drawn() {
		for _, p := range []*pill{l.sign, l.tag, l.words} {
			if p != nil {
				pills = append(pills, thing{p.text + " on " + l.link.ID, p.at})
			}
		}
		for _, b := range f.shown() {
			if b != l.from && b != l.to && l.Crosses(b.at) {
				fault("%s runs through %s", l.link.ID, b.id())
			}
		}
		if n := len(l.Curve); n < 4 {
			fault("%s has no line", l.link.ID)
		} else if onBorder(l.Curve[0], l.from.at) > 0.5 || onBorder(l.Curve[n-1], l.to.at) > 0.5 {
			fault("%s does not touch its boxes", l.link.ID)
		}
		if !f.area.Contains(l.Bounds) {
			fault("%s leaves the figure", l.link.ID)
		}
	}
	for i, a := range pills {
		for _, b := range pills[:i] {
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
	for _, band := range f.bands {
		at := band.titleAt(face)
		if !band.at.Grown(1).Contains(at) {
			fault("the title of %s leaves its lane", band.kind)
		}
		for _, b := range f.shown() {
			if at.Overlaps(b.at) {
				fault("the title of %s hits %s", band.kind, b.id())
			}
		}
		for _, l := range f.drawn() {
			if l.Crosses(at) {
				fault("the title of %s hits %s", band.kind, l.link.ID)
			}
		}
		for _, p := range pills {
			if at.Overlaps(p.at) {
				fault("the title of %s hits %s", band.kind, p.name)
			}
		}
	}
	return faults
}

// shownLabel is the lines of a box's label as they are painted.
func shownLabel(b *box) []drawing.Text {
	p := painter{palette: Color}
	p.box(b)
	var lines []drawing.Text
	for _, s := range p.groups[0].Shapes {
		if text, ok := s.(drawing.Text); ok && text.Anchor == drawing.Start {
			lines = append(lines, text)
		}
	}
	return lines
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
