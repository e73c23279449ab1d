package page

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"html/template"
	"slices"
	"sync"

	"icamo/render"
	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/theory"
	"icamo/theory/wording"
)

// figureName says which version a figure shows.
type figureName string

// The figures of a page.
const (
	this    figureName = "this"    // the theory itself
	earlier figureName = "earlier" // the version that it revises
	changes figureName = "changes" // one laid over the other
)

// shown is a figure that the reader can choose.
type shown struct {
	Name  figureName
	Label string
}

// figuresOf are the figures of a page, in the order in which they are chosen from. This is shown first.
func figuresOf(t, former *theory.Theory) []shown {
	one := shown{this, cmp.Or(wording.Of(t).VersionHead(t.Version), wording.Of(t).Say("This version"))}
	if former == nil {
		return []shown{one}
	}
	return []shown{{earlier, cmp.Or(wording.Of(t).VersionHead(former.Version), wording.Of(t).Say("Earlier version"))}, one, {changes, wording.Of(t).Say("What changed")}}
}

// drawFigures draws and writes all figures of a page.
func drawFigures(ctx context.Context, in *template.Template, engine *layout.Engine, t *theory.Theory, o render.Options) (notes []string, parts []part, err error) {
	pictures := make(map[figureName]*render.Picture)
	if o.Against == nil {
		pictures[this], err = render.Figure(ctx, engine, t, o)
	} else {
		pictures[this], pictures[earlier], pictures[changes], err = render.Versions(ctx, engine, t, o)
	}
	if err != nil {
		return nil, nil, err
	}
	figures := figuresOf(t, o.Against)
	parts = make([]part, len(figures))
	errs := make([]error, len(figures))
	var all sync.WaitGroup
	for i, f := range figures {
		for _, note := range pictures[f.Name].Notes {
			if !slices.Contains(notes, note) {
				notes = append(notes, note)
			}
		}
		all.Go(func() { parts[i], errs[i] = writeFigure(in, f, pictures[f.Name].Drawing) })
	}
	all.Wait()
	return notes, parts, errors.Join(errs...)
}

func figureID(name figureName) string { return "version-" + string(name) }

func writeFigure(in *template.Template, f shown, d *drawing.Drawing) (part, error) {
	d.ID = "figure-" + string(f.Name)
	var svg bytes.Buffer
	if err := drawing.SVG(&svg, d); err != nil {
		return part{}, err
	}
	return newPart(in, figureID(f.Name), "figure", struct {
		shown
		SVG template.HTML
	}{f, template.HTML(svg.String())})
}
