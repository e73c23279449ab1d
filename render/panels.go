package render

import (
	"cmp"
	"strings"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/paint"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/wording"
)

const (
	panelGap      = 12.0                 // points between panels
	leastPanel    = 55 * fit.Millimetre  // no panel is narrower
	panelsDefault = 180 * fit.Millimetre // the page's width where none is asked for
	mostPanels    = 4                    // side by side
)

// panels puts several figures on one page, in as many columns as it takes for the page's height, the fewest first, but rather
// in more than with places left empty in the last row, under one title and over one legend. What they are of is said after the title.
func panels(t *theory.Theory, o Options, of string, draw func(Options) ([]*Picture, error)) (*Picture, error) {
	width := cmp.Or(o.Width, panelsDefault)
	var best *grid
	for columns := 1; columns <= mostPanels; columns++ {
		each := o
		each.Width = (width - 2*fit.Margin - float64(columns-1)*panelGap) / float64(columns)
		each.NoLegend, each.Panel, each.Caption, each.UnderTitle = true, true, "", true // they stand around all
		if each.Width < leastPanel && best != nil {
			break
		}
		pictures, err := draw(each)
		if err != nil {
			return nil, err
		}
		g := newGrid(pictures, columns, each.Width)
		if best == nil || g.better(best) {
			best = g
		}
		if best.fits() && best.full() {
			break
		}
	}
	return best.page(t, o, width, of), nil
}

// grid is panels in rows.
type grid struct {
	pictures []*Picture
	columns  int
	at       []geometry.Point
	height   float64
}

func newGrid(pictures []*Picture, columns int, width float64) *grid {
	g := &grid{pictures: pictures, columns: columns}
	row := 0.0
	for i, p := range pictures {
		if i%columns == 0 && i > 0 {
			g.height += row + panelGap
			row = 0
		}
		g.at = append(g.at, geometry.Point{X: float64(i%columns) * (width + panelGap), Y: g.height})
		row = max(row, p.Drawing.Height)
	}
	g.height += row
	return g
}

// better says whether a grid of more columns is to be taken instead of another.
func (g *grid) better(other *grid) bool {
	if other.fits() {
		return g.fits() && g.full() && !other.full()
	}
	return g.legible() && (!other.legible() || g.height < other.height)
}

// fits says whether all can be read and is no higher than a page.
func (g *grid) fits() bool { return g.legible() && g.height <= fit.Tallest }

// full says whether no place in the last row is empty.
func (g *grid) full() bool { return len(g.pictures)%g.columns == 0 }

// legible says whether all labels print at seven points or more.
func (g *grid) legible() bool { return g.textSize() > fit.TextSize-0.01 }

func (g *grid) textSize() float64 {
	least := g.pictures[0].TextSize
	for _, p := range g.pictures {
		least = min(least, p.TextSize)
	}
	return least
}

// page puts the panels on one sheet, with the legend that they share.
func (g *grid) page(t *theory.Theory, o Options, width float64, of string) *Picture {
	page := &Picture{TextSize: g.textSize(), panels: g.pictures}
	panels, scenes := make([]paint.Panel, len(g.pictures)), make([]*scene.Scene, len(g.pictures))
	for i, p := range g.pictures {
		panels[i], scenes[i] = paint.Panel{Drawing: p.Drawing, At: g.at[i]}, p.scene
		for _, note := range p.Notes {
			page.note("%s: %s", p.Name, note)
		}
	}
	title := scene.Whole(t).Title()
	around := scene.Frame{Caption: o.Caption}
	if !o.NoTitle {
		around.Title = title
	}
	described := make([]string, len(scenes))
	for i, s := range scenes {
		described[i] = s.Title() + ": " + s.Description()
	}
	if o.View.Name == scene.Configurations {
		for _, note := range []string{scene.Between(t, scenes), scene.LeftOut(t, scenes)} {
			around.Caption = scene.Captioned(around.Caption, note)
			described = append(described, note)
		}
	}
	if len(o.Cases) > 0 || o.Case != "" {
		around.Caption = scene.Captioned(around.Caption, scene.StatusOfWhole(scenes...))
	}
	if !o.NoLegend {
		around.Keys = scene.Legend(scenes...)
	}
	paged := o
	paged.Width = width
	frame := surround(around, paged, geometry.Rect{W: width - 2*fit.Margin, H: g.height}, 1)
	page.Drawing = paint.Panels(panels, frame, o.Face, o.Palette)
	title += ", " + wording.Of(t).Say(of)
	page.title(t, title, strings.TrimSpace(strings.Join(described, " ")))
	if o.Width > 0 && page.tooHigh() {
		page.note("the panels are %.0f mm high, higher than the %.0f mm of a page; "+
			"draw each of them by itself", page.Drawing.Height/fit.Millimetre, fit.Tallest/fit.Millimetre)
	}
	page.noteMissing()
	return page
}
