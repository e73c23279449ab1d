package render

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestStable holds that no box that keeps its label moves where theories grow, that what is new stands in its lane and on no other
// box, and that where a lane across a page of a given width is full, what stands below it moves down by as much, and the figure
// says so. Few are laid out anew, as a line would leave the page.
func TestStable(t *testing.T) {
	kept, moved, anew := 0, 0, 0
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 21))
		first, grown := growing(random)
		o := Options{Paper: fit.Paper{Width: []float64{0, 100, 180}[random.IntN(3)] * fit.Millimetre, Lanes: []fit.Lanes{fit.Auto, fit.Columns, fit.Rows}[random.IntN(3)]}}
		before := drawnSVG(t, first, o)
		placed, err := drawing.ReadSVG(bytes.NewReader(before))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		o.Stable = placed
		p, err := Figure(t.Context(), engine, theorytest.Faultless(t, grown), o)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		notes := strings.Join(p.Notes, "\n")
		if strings.Contains(notes, "could not keep their places") {
			anew++
			continue
		}
		down := strings.Contains(notes, "boxes below it moved down")
		if kept++; down {
			moved++
			if o.Width == 0 || o.Lanes == fit.Columns {
				t.Errorf("seed %d: it could get longer, and boxes moved down", seed)
			}
		}
		var after bytes.Buffer
		if err := drawing.SVG(&after, p.Drawing); err != nil {
			t.Fatal(err)
		}
		now, err := drawing.ReadSVG(&after)
		if err != nil {
			t.Fatal(err)
		}
		for id, was := range placed.Nodes {
			is := now.Nodes[id]
			fell := is.At.Y - was.At.Y
			if is.Name == was.Name && (math.Abs(is.At.X-was.At.X) > 0.03 || fell < -0.03 || fell > 0.03 && !down) {
				t.Errorf("seed %d: %s moves from %v to %v", seed, id, was.At, is.At)
			}
			for other, before := range placed.Nodes {
				if higher := now.Nodes[other].At.Y - before.At.Y; is.Name == was.Name && now.Nodes[other].Name == before.Name && before.At.Y < was.At.Y-5 && higher > fell+0.03 {
					t.Errorf("seed %d: %s moves down by %v, and %s below it by %v", seed, other, higher, id, fell)
				}
			}
		}
		for _, f := range faults(p.placed, o.face(t)) {
			t.Errorf("seed %d: %s", seed, f)
		}
		for i, a := range p.placed.Boxes {
			for _, b := range p.placed.Boxes[:i] {
				if a.At.Overlaps(b.At) {
					t.Errorf("seed %d: %s stands on %s", seed, a.ID(), b.ID())
				}
			}
			for _, lane := range p.placed.Lanes {
				if lane.Kind == a.Lane && !lane.At.Grown(1).Contains(a.At) {
					t.Errorf("seed %d: %s leaves its lane", seed, a.ID())
				}
			}
		}
	}
	if moved == 0 || kept < 3*moved || anew > 2 {
		t.Errorf("of %d figures that kept their places, boxes moved down in %d; %d were laid out anew", kept, moved, anew)
	}
}

// TestStableUnchanged holds that a figure of a theory in which nothing changed is the same, byte by byte, however often it is drawn again.
func TestStableUnchanged(t *testing.T) {
	same := func(name string, th *theory.Theory, o Options) {
		o.Stable = nil
		first := drawnOf(t, th, o)
		for again := range 3 {
			placed, err := drawing.ReadSVG(bytes.NewReader(first))
			if err != nil {
				t.Fatal(err)
			}
			o.Stable = placed
			if now := drawnOf(t, th, o); !bytes.Equal(now, first) {
				t.Fatalf("%s, %.0f mm, time %d: %s", name, o.Width/fit.Millimetre, again+1, firstOther(first, now))
			}
		}
	}
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 22))
		text, _ := growing(random)
		th := theorytest.Faultless(t, text)
		if seed%3 == 0 {
			th = theorytest.Random(t, random)
		}
		same(fmt.Sprint(seed), th, Options{Paper: fit.Paper{Width: []float64{0, 100, 180}[random.IntN(3)] * fit.Millimetre}})
	}
	for _, name := range []string{"peer/revised.toml", "youth-peer-support/theory.toml", "examples/twelve-facts.toml"} {
		for _, width := range []float64{0, 85, 180} {
			same(name, open(t, name), Options{Paper: fit.Paper{Width: width * fit.Millimetre}})
		}
	}
}

// firstOther is the first line of a text that is another in a second one, with what it is there.
func firstOther(a, b []byte) string {
	lines, others := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i, line := range lines {
		if i >= len(others) || others[i] != line {
			return fmt.Sprintf("%q is now %q", line, others[min(i, len(others)-1)])
		}
	}
	return "there is more"
}

// TestStableByHand holds that a box that was moved in a drawing program stays where it was moved to, and that lines are led to it there.
func TestStableByHand(t *testing.T) {
	text := "[theory]\nid = \"t\"\ntitle = \"T\"\n[context.a]\nlabel = \"A\"\n[mechanism.b]\nlabel = \"B\"\n[mechanism.c]\nlabel = \"C\"\n" +
		"[[link]]\nfrom = \"a\"\nto = \"b\"\n[[link]]\nfrom = \"a\"\nto = \"c\"\n"
	o := Options{Paper: fit.Paper{Lanes: fit.Columns}}
	before := string(drawnSVG(t, text, o))
	drawn, err := drawing.ReadSVG(strings.NewReader(before))
	if err != nil {
		t.Fatal(err)
	}
	moved := strings.Replace(before, `data-id="b"`, `data-id="b" transform="translate(3, -1.5)"`, 1)
	if moved == before {
		t.Fatal("no box b to move")
	}
	if o.Stable, err = drawing.ReadSVG(strings.NewReader(moved)); err != nil {
		t.Fatal(err)
	}
	now, err := drawing.ReadSVG(bytes.NewReader(drawnSVG(t, text, o)))
	if err != nil {
		t.Fatal(err)
	}
	was, is := drawn.Nodes["b"].At, now.Nodes["b"].At
	if math.Abs(is.X-was.X-3) > 0.05 || math.Abs(is.Y-was.Y+1.5) > 0.05 || now.Nodes["c"].At != drawn.Nodes["c"].At {
		t.Errorf("b stands at %v, before at %v, and c at %v, before at %v", is, was, now.Nodes["c"].At, drawn.Nodes["c"].At)
	}
	way := now.Links["a -> b"].Way
	if end := way[len(way)-1]; math.Abs(end.Y-is.Centre().Y) > is.H/2 || end.X > is.X {
		t.Errorf("the line to b ends at %v, beside %v", end, is)
	}
}

// growing is the text of a theory, and that of the same theory after some work on it: with more nodes and links, and a label that
// was changed.
func growing(random *rand.Rand) (first, grown string) {
	kinds := []string{"intervention", "context", "actor", "mechanism", "outcome"}
	words := strings.Fields("feeling safe among others who have been there before and speak of it in their own words")
	count := make([]int, len(kinds))
	node := func(kind int) string {
		count[kind]++
		at := random.IntN(len(words) - 4)
		return fmt.Sprintf("[%s.%c%d]\nlabel = %q\n", kinds[kind], kinds[kind][0], count[kind], strings.Join(words[at:at+1+random.IntN(4)], " "))
	}
	linked := make(map[string]bool)
	link := func() string {
		from, to := random.IntN(len(kinds)-1), 3+random.IntN(2)
		a, b := fmt.Sprintf("%c%d", kinds[from][0], 1+random.IntN(count[from])), fmt.Sprintf("%c%d", kinds[to][0], 1+random.IntN(count[to]))
		if a == b || linked[a+b] || linked[b+a] {
			return ""
		}
		linked[a+b] = true
		return fmt.Sprintf("[[link]]\nfrom = %q\nto = %q\n", a, b)
	}
	first = "[theory]\nid = \"t\"\ntitle = \"A theory\"\n"
	for kind := range kinds {
		for range 1 + random.IntN(5) {
			first += node(kind)
		}
	}
	for range 5 + random.IntN(15) {
		first += link()
	}
	grown = strings.Replace(first, "[mechanism.m1]\nlabel = \"", "[mechanism.m1]\nlabel = \"Now ", 1)
	for range 1 + random.IntN(3) {
		grown += node(random.IntN(len(kinds)))
	}
	for range 1 + random.IntN(4) {
		grown += link()
	}
	return first, grown
}

func drawnSVG(t *testing.T, text string, o Options) []byte {
	t.Helper()
	return drawnOf(t, theorytest.Faultless(t, text), o)
}

func drawnOf(t *testing.T, th *theory.Theory, o Options) []byte {
	t.Helper()
	p, err := Figure(t.Context(), engine, th, o)
	if err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	if err := drawing.SVG(&w, p.Drawing); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

// TestReadSVG holds that what SVG writes is read as it was drawn, and that other files are refused.
func TestReadSVG(t *testing.T) {
	p, err := Figure(t.Context(), engine, open(t, "peer/revised.toml"), page180(scene.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	if err := drawing.SVG(&w, p.Drawing); err != nil {
		t.Fatal(err)
	}
	read, err := drawing.ReadSVG(&w)
	if err != nil {
		t.Fatal(err)
	}
	if boxes := len(p.scene.ShownBoxes()); len(read.Nodes) != boxes || len(read.Lanes) != 5 {
		t.Errorf("%d boxes in %d lanes were read, of %d in 5", len(read.Nodes), len(read.Lanes), boxes)
	}
	for _, other := range []string{"", "no", "<svg/>", "<html><body/></html>", `<svg><g class="node" data-id="a"><path d="Mx 1L2 3"/><text font-size="9"/></g></svg>`,
		`<svg><g class="node" data-id="a"><path d="M1 1L1e9 3"/><text font-size="9"/></g><g class="lane"><path d="M1 1L2 2"/></g></svg>`} {
		if _, err := drawing.ReadSVG(strings.NewReader(other)); err == nil {
			t.Errorf("%q is read", other)
		}
	}
}

// TestStableSaysWhy holds that a figure that cannot keep its places says why, and that none is cut off at the edge of a narrower page.
func TestStableSaysWhy(t *testing.T) {
	th := open(t, "peer/revised.toml")
	page := func(width float64, shows scene.Options) Options {
		return Options{Options: shows, Paper: fit.Paper{Width: width * fit.Millimetre}}
	}
	before, err := drawing.ReadSVG(bytes.NewReader(drawnOf(t, th, page(180, scene.Options{}))))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		o    Options
		says string
	}{
		{page(180, scene.Options{}), ""},
		{page(240, scene.Options{}), ""},
		{page(160, scene.Options{}), "the figure there is 180 mm wide, and this one is to be 160"},
		{page(180, scene.Options{View: scene.View{Name: scene.Overview}}), "the number of lanes is another: 5 in the figure there, 1 in this one"},
		{page(180, scene.Options{Actors: scene.NoActors}), "the number of lanes is another: 5 in the figure there, 4 in this one"},
	} {
		c.o.Stable = before
		p, err := Figure(t.Context(), engine, th, c.o)
		if err != nil {
			t.Fatal(err)
		}
		notes := strings.Join(p.Notes, "\n")
		if says := strings.Contains(notes, "could not keep their places"); says != (c.says != "") || !strings.Contains(notes, c.says) {
			t.Errorf("%+v at %.0f mm says %q", c.o.View, c.o.Width/fit.Millimetre, notes)
		}
		onPage(t, p, c.o)
	}
}
