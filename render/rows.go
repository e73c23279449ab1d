package render

import (
	"fmt"
	"strconv"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/paint"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/wording"
)

// Pages draws the view InRows on as many pages as it takes, none higher than a page but where a row by itself is.
func Pages(t *theory.Theory, o Options) ([]*Picture, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	rows, err := scene.NewRows(t, o.Options)
	if err != nil {
		return nil, err
	}
	return rowPages(rows, o, true), nil
}

// rowPages draws rows on one page, or on several where one is not high enough.
func rowPages(rows *scene.Rows, o Options, several bool) []*Picture {
	grid := fit.NewGrid(rows, o.Paper)
	around := rows.Frame(o.Options)
	page := grid.Width + 2*fit.Margin
	highest := 0.0
	if several {
		highest = fit.Tallest/grid.Scale - fit.NewFrame(around, o.Face, geometry.Rect{W: grid.Width}, page).Height
	}
	sheets := place.Sheets(grid, highest)
	var pages []*Picture
	for i, s := range sheets {
		p := &Picture{TextSize: fit.TextSize * grid.Scale, sheet: s}
		around := around
		p.Name = fmt.Sprintf("rows-%d", i+1)
		if len(sheets) > 1 {
			if around.Title != "" {
				around.Title += " " + wording.Of(rows.Theory).Say("({1} of {2})", strconv.Itoa(i+1), strconv.Itoa(len(sheets)))
			}
		}
		for _, row := range s.Rows {
			if len(row.Unlabelled) > 0 {
				p.note("%s found no room for a label; draw the figure wider", wording.English.Counted(len(row.Unlabelled), "link"))
			}
		}
		p.Drawing = paint.Rows(s, fit.NewFrame(around, o.Face, s.Area, page), o.Face, o.Palette, grid.Scale)
		p.title(rows.Theory, rows.Title(), rows.Description(s.First, len(s.Rows)))
		if p.TextSize < fit.TextSize-0.05 {
			p.note("labels print at %.1f pt in a width of %.0f mm; for 7 pt it takes %.0f mm", p.TextSize, o.Width/fit.Millimetre, page/fit.Millimetre+0.5)
		}
		if o.Width > 0 && p.tooHigh() {
			p.note("the figure is %.0f mm high, higher than the %.0f mm of a page; %s", p.Drawing.Height/fit.Millimetre, fit.Tallest/fit.Millimetre, lowerRows(several))
		}
		p.noteMissing()
		pages = append(pages, p)
	}
	return pages
}

// lowerRows says what has rows fit pages.
func lowerRows(several bool) string {
	if several {
		return "a row is as high as that by itself: draw the figure wider"
	}
	return "name a PDF file, or a folder with -o and --format, for pages that leave rows whole"
}
