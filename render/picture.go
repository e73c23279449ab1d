package render

import (
	"fmt"
	"strings"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
)

// Picture is a drawn figure with what there is to say of it.
type Picture struct {
	Drawing  *drawing.Drawing
	Name     string   // of a file for it among others: "configuration-1"; "" for a figure that stands alone
	TextSize float64  // of labels as printed, in points
	Notes    []string // what the reader of the command should know: text too small, characters that the font lacks

	scene  *scene.Scene
	placed *place.Placed
	panels []*Picture   // that it shows in place of one figure
	sheet  *place.Sheet // of rows, in place of one figure
}

// Crossings counts how often links cross. It takes time by the square of their number, so it is asked only where it is told.
func (p *Picture) Crossings() int {
	if p.placed != nil {
		return p.placed.Crossings()
	}
	n := 0
	for _, panel := range p.panels {
		n += panel.Crossings()
	}
	if p.sheet != nil {
		for _, row := range p.sheet.Rows {
			n += row.Crossings()
		}
	}
	return n
}

// title gives the drawing its name, and the text for readers who cannot see it.
func (p *Picture) title(t *theory.Theory, title, description string) {
	d := p.Drawing
	d.ID, d.Title, d.Desc, d.Lang = t.ID, title, description, theory.LanguageTag(t.Language)
}

// tooHigh says whether the drawing is higher than a page.
func (p *Picture) tooHigh() bool { return tooHigh(p.Drawing.Height) }

func tooHigh(height float64) bool { return height > fit.Tallest+fit.Millimetre }

// note adds to what there is to say.
func (p *Picture) note(format string, args ...any) {
	p.Notes = append(p.Notes, fmt.Sprintf(format, args...))
}

func (p *Picture) noteMissing() {
	if lacks := p.Lacks(); lacks != "" {
		p.Notes = append(p.Notes, lacks)
	}
}

// Lacks says which characters no font has, of which a box stands in the figure; "" for none.
func (p *Picture) Lacks() string {
	missing := p.Drawing.Missing()
	if len(missing) == 0 {
		return ""
	}
	return fmt.Sprintf("no font has %s; name one that has, besides the others, with --font", characters(missing))
}

func characters(missing []rune) string {
	const most = 10
	var names []string
	for i, r := range missing {
		if i == most {
			names = append(names, fmt.Sprintf("and %d more", len(missing)-most))
			break
		}
		names = append(names, fmt.Sprintf("%q (U+%04X)", r, r))
	}
	return strings.Join(names, ", ")
}
