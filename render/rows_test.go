package render

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestRowsAreLegible holds the rows of the project's theories, and of some that nobody wrote, to what a reader needs.
func TestRowsAreLegible(t *testing.T) {
	theories := map[string]*theory.Theory{}
	for _, name := range []string{"peer/revised.toml", "peer/initial.toml", "youth-peer-support/theory.toml", "minimal.toml", "examples/faellesspisning/revideret.toml"} {
		theories[name] = open(t, name)
	}
	examples, err := os.ReadDir(filepath.Join("..", "theories", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		if e.IsDir() {
			continue
		}
		theories[e.Name()] = open(t, "examples/"+e.Name())
	}
	for seed := range uint64(60) {
		th := theorytest.Random(t, rand.New(rand.NewPCG(seed, 11)))
		if len(th.Configurations) > 0 {
			theories[fmt.Sprint("random ", seed)] = th
		}
	}
	crowd := newCrowd(t)
	for name, th := range theories {
		for _, width := range []float64{0, 120, 180, 260} {
			t.Run(fmt.Sprintf("%s/%.0fmm", name, width), func(t *testing.T) {
				t.Parallel()
				o := Options{Options: scene.Options{View: scene.View{Name: scene.InRows}}, Paper: fit.Paper{Width: width * fit.Millimetre}}
				pages, err := Pages(th, o)
				if err != nil {
					t.Fatal(err)
				}
				rows := 0
				for _, p := range pages {
					rows += len(p.sheet.Rows)
					if len(p.sheet.Rows) > 1 && p.tooHigh() {
						t.Errorf("%s is %.0f mm high", p.Name, p.Drawing.Height/fit.Millimetre)
					}
					for _, fault := range sheetFaults(p.sheet, o) {
						t.Error(fault)
					}
					for _, row := range p.sheet.Rows {
						for _, fault := range faults(row.Placed, o.face(t)) {
							t.Error(fault)
						}
						crowd.look(fmt.Sprintf("%s/%.0fmm", name, width), row.Placed)
					}
				}
				live := 0
				for _, c := range th.Configurations {
					if c.Live() {
						live++
					}
				}
				if rows != live {
					t.Errorf("%d rows for %d configurations", rows, live)
				}
			})
		}
	}
}

// sheetFaults lists what stands in the way between rows.
func sheetFaults(s *place.Sheet, o Options) []string {
	var faults []string
	for i, row := range s.Rows {
		for _, g := range row.Gaps {
			for _, l := range row.ShownLines() {
				if l.Crosses(g.At) {
					faults = append(faults, fmt.Sprintf("%s strikes through %q", l.Name, g.Texts[0].String))
				}
			}
		}
		if i > 0 && s.Rows[i-1].Area.Grown(-0.1).Overlaps(row.Area) {
			faults = append(faults, fmt.Sprintf("row %d reaches into row %d", i, i+1))
		}
		for _, r := range s.Ripples {
			if r.Sign != nil {
				continue
			}
			way := geometry.NewWay(r.Curve)
			for _, b := range row.Boxes {
				if way.Crosses(b.At.Grown(-0.5)) {
					faults = append(faults, fmt.Sprintf("a ripple runs through %s", b.ID()))
				}
			}
			if !s.Area.Grown(0.1).Contains(way.Bounds) {
				faults = append(faults, "a ripple leaves the sheet")
			}
		}
	}
	return faults
}
