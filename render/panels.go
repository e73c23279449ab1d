package render

import (
	"cmp"
	"context"
	"fmt"

	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/theory"
)

const (
	panelGap      = 12.0             // points between panels
	leastPanel    = 56 * millimetre  // no panel is narrower
	panelsDefault = 180 * millimetre // the page's width where none is asked for
	mostPanels    = 4                // side by side
)

// panels draws all live configurations on one page, in as many columns as it takes for the page's height, the fewest
// first, under one title and over one legend.
func panels(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (*Picture, error) {
	width := cmp.Or(o.Width, panelsDefault)
	var best *grid
	for columns := 1; columns <= mostPanels; columns++ {
		each := o
		each.Width = (width - 2*margin - float64(columns-1)*panelGap) / float64(columns)
		each.NoLegend, each.plain = true, true
		if each.Width < leastPanel && best != nil {
			break
		}
		pictures, err := Each(ctx, engine, t, each)
		if err != nil {
			return nil, err
		}
		g := newGrid(pictures, columns, each.Width)
		if best == nil || g.legible() && (!best.legible() || g.height < best.height) {
			best = g
		}
		if best.legible() && best.height <= tallest {
			break
		}
	}
	return best.page(t, o, width), nil
}

// grid is panels in rows.
type grid struct {
	pictures []*Picture
	at       []geometry.Point
	height   float64
}

func newGrid(pictures []*Picture, columns int, width float64) *grid {
	g := &grid{pictures: pictures}
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

// legible says whether all labels print at seven points or more.
func (g *grid) legible() bool { return g.textSize() > textSize-0.01 }

func (g *grid) textSize() float64 {
	least := g.pictures[0].TextSize
	for _, p := range g.pictures {
		least = min(least, p.TextSize)
	}
	return least
}

// page puts the panels on one sheet.
func (g *grid) page(t *theory.Theory, o Options, width float64) *Picture {
	p := &painter{face: o.Face, palette: o.Palette}
	f := &figure{part: whole(t)}
	f.area = geometry.Rect{W: width - 2*margin, H: g.height}
	page := &Picture{TextSize: g.textSize(), panels: g.pictures}
	for i, panel := range g.pictures {
		transform(panel.Drawing, g.at[i].X, g.at[i].Y, 1)
		p.groups = append(p.groups, panel.Drawing.Groups...)
		f.boxes = append(f.boxes, panel.figure.boxes...)
		f.lines = append(f.lines, panel.figure.lines...)
		f.badge = panel.figure.badge
		for _, note := range panel.Notes {
			page.Notes = append(page.Notes, panel.Name+": "+note)
		}
	}
	s := sheet{caption: o.Caption}
	if !o.NoTitle {
		s.title = f.title(Options{})
	}
	if !o.NoLegend {
		s.keys = f.keys()
	}
	f.boxes, f.lines = nil, nil // they are painted already
	page.Drawing = p.draw(f, s, width, 1)
	f = newFigure(whole(t), o)
	page.Drawing.ID, page.Drawing.Lang = t.ID, cmp.Or(t.Language, "en")
	page.Drawing.Title = fmt.Sprintf("%s: its configurations", f.title(Options{}))
	page.Drawing.Desc = f.describe(Options{})
	if o.Width > 0 && page.Drawing.Height > tallest+millimetre {
		page.Notes = append(page.Notes, fmt.Sprintf("the panels are %.0f mm high, higher than the %.0f mm of a page; "+
			"without --panels each configuration gets a figure of its own", page.Drawing.Height/millimetre, tallest/millimetre))
	}
	page.noteMissing()
	return page
}
