package drawing

import (
	"bytes"
	"errors"
	"io"
	"math"
	"runtime"
	"strings"
	"sync"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
)

type format struct {
	name  string
	write func(io.Writer, *Drawing) error
}

var formats = []format{
	{"svg", SVG},
	{"png", func(w io.Writer, d *Drawing) error { return PNG(w, d, 300) }},
	{"tiff", func(w io.Writer, d *Drawing) error { return TIFF(w, d, 300) }},
	{"pdf", PDF},
	{"eps", EPS},
}

// The same bytes come out again, on one processor, and while the same drawing is written elsewhere.
func TestSameBytes(t *testing.T) {
	d := specimen(t)
	// Characters that share a glyph, which a map could give in any order.
	d.Groups = append(d.Groups, Group{Shapes: []Shape{Text{String: "a\u00a0b Δ∆ Ω\u2126 µμ -\u00ad\u2010 ĳ", X: 10, Y: 290, Size: 7, Color: Hex(0)}}})
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			var want bytes.Buffer
			if err := f.write(&want, d); err != nil {
				t.Fatal(err)
			}
			var wait sync.WaitGroup
			for range 4 {
				wait.Go(func() {
					var got bytes.Buffer
					if err := f.write(&got, d); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
						t.Errorf("written beside others it differs (error %v)", err)
					}
				})
			}
			wait.Wait()
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			var got bytes.Buffer
			if err := f.write(&got, specimenLike(t, d)); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("written on one processor with fonts of its own it differs (error %v)", err)
			}
		})
	}
}

// specimenLike is d with a face that was read anew.
func specimenLike(t *testing.T, d *Drawing) *Drawing {
	fresh := *d
	fresh.Face = liberation(t)
	return &fresh
}

func TestMissingIsListedOnce(t *testing.T) {
	d := specimen(t)
	if got := string(d.Missing()); got != "" {
		t.Errorf("the specimen lacks %q", got)
	}
	d.Groups = append(d.Groups,
		Group{Shapes: []Shape{Text{String: "希望 ok"}, circle(1, 1, 1)}}, Group{Shapes: []Shape{Text{String: "望 😀"}}})
	if got := string(d.Missing()); got != "希望😀" {
		t.Errorf("missing %q", got)
	}
	for _, f := range formats {
		if err := f.write(io.Discard, d); err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
	}
}

func TestWhatCannotBeWrittenIsAnError(t *testing.T) {
	face := liberation(t)
	at := func(x float64) *Drawing {
		return &Drawing{Width: 10, Height: 10, Face: face, Groups: []Group{{ID: "hope", Class: "node", Shapes: []Shape{circle(x, 1, 1)}}}}
	}
	for _, c := range []struct {
		d    *Drawing
		want string
	}{
		{&Drawing{Width: 10, Height: 10}, "no font"},
		{&Drawing{Width: 0, Height: 10, Face: face}, "not between"},
		{&Drawing{Width: 10, Height: math.NaN(), Face: face}, "not between"},
		{&Drawing{Width: 1e9, Height: 10, Face: face}, "not between"},
		{at(math.NaN()), `node "hope"`},
		{at(math.Inf(1)), `node "hope"`},
	} {
		for _, f := range formats {
			err := f.write(io.Discard, c.d)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: error %v, want %q", f.name, err, c.want)
			}
		}
	}
	if err := PNG(io.Discard, &Drawing{Width: 14000, Height: 14000, Face: face}, 300); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("a picture of 3 billion pixels: error %v", err)
	}
	if err := PNG(io.Discard, at(1), 0); err == nil || !strings.Contains(err.Error(), "dpi") {
		t.Errorf("0 dpi: error %v", err)
	}
	for _, f := range formats {
		if err := f.write(full{}, at(1)); !errors.Is(err, errFull) {
			t.Errorf("%s on a full disk: error %v", f.name, err)
		}
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestFontOfTheReadersOwn(t *testing.T) {
	face, err := NewFace(Font{Data: liberationmonoregular.TTF})
	if err != nil {
		t.Fatal(err)
	}
	if face.Families()[0] != "Liberation Mono" {
		t.Errorf("families %q", face.Families())
	}
	if i, w := face.Width("i", 10, false), face.Width("W", 10, true); i != w || i != 6 {
		t.Errorf("i is %v wide and a bold W %v, want 6 in a fixed-width font", i, w)
	}
	d := specimenLike(t, specimen(t))
	d.Face = face
	for _, f := range formats {
		var buf bytes.Buffer
		if err := f.write(&buf, d); err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
		if f.name == "svg" && !strings.Contains(buf.String(), "Liberation Mono") {
			t.Error("the SVG does not name the font")
		}
	}
}

func TestDamagedFontsAreErrors(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("OTTO"), []byte("not a font"), liberationmonoregular.TTF[:1000]} {
		if _, err := NewFace(Font{Data: data}); err == nil {
			t.Errorf("a font of %d bytes was read", len(data))
		}
	}
	// Where a font is damaged inside, figures may look wrong, but no writer panics.
	for i := range 60 {
		data := bytes.Clone(liberationmonoregular.TTF)
		for j := range 40 {
			at := (i*7919 + j*104729) % len(data)
			if j < 8 {
				at = (i*31 + j*7) % 400
			}
			data[at] ^= byte(1 + i + j)
		}
		face, err := NewFace(Font{Data: data})
		if err != nil {
			continue
		}
		d := &Drawing{Width: 50, Height: 50, Face: face, Groups: []Group{{Shapes: []Shape{Text{String: "Hope, æøå", X: 1, Y: 20, Size: 8, Color: Hex(0)}}}}}
		face.Wrap("Hope, æøå", 8, 20, false)
		for _, f := range formats {
			_ = f.write(io.Discard, d)
		}
	}
}

func TestFontThatCannotBeEmbedded(t *testing.T) {
	for want, change := range map[string]func(font []byte){
		"licence":    func(font []byte) { inTable(t, font, "OS/2")[9] = 2 },
		"glyf table": func(font []byte) { copy(inTable(t, font, "loca")[8:], bytes.Repeat([]byte{0xff}, 1000)) },
	} {
		font := bytes.Clone(liberationmonoregular.TTF)
		change(font)
		face, err := NewFace(Font{Data: font})
		if err != nil {
			t.Fatal(err)
		}
		err = PDF(io.Discard, &Drawing{Width: 10, Height: 10, Face: face,
			Groups: []Group{{Shapes: []Shape{Text{String: "Hope", Size: 8, Color: Hex(0)}}}}})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "another font") {
			t.Errorf("error %v, want %q and what to do", err, want)
		}
	}
}

func inTable(t *testing.T, font []byte, tag string) []byte {
	t.Helper()
	table, ok := (&typeface{data: font}).table(tag)
	if !ok {
		t.Fatalf("no %s table", tag)
	}
	return table
}

func BenchmarkWriters(b *testing.B) {
	d := specimen(b)
	for _, f := range formats {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				if err := f.write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
