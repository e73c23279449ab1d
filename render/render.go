package render

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"

	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/theory"
)

// Figure draws a view of a theory. It fails where the layout does, and where there is nothing to draw.
//
// The figures of a revision share one layout, so that nothing moves between them. With old and new being the two
// versions and the other options alike, they are
//
//	Figure(ctx, engine, old, Options{Against: new})                               // the earlier version
//	Figure(ctx, engine, new, Options{Against: old})                               // the later version
//	Figure(ctx, engine, new, Options{Against: old, View: View{Name: Revised}})    // what changed
//
// Which of the two is the earlier one is read from "revises"; where neither revises the other, Against is.
func Figure(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (*Picture, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	if o.View.Name == Configurations {
		return panels(ctx, engine, t, o)
	}
	f, err := choose(t, o)
	if err != nil {
		return nil, err
	}
	scale, notes, err := f.fit(ctx, engine, o)
	if err != nil {
		return nil, err
	}
	if f.unlabelled > 0 {
		notes = append(notes, fmt.Sprintf("%s found no room for a label; draw the figure wider, or a part of it", theory.Counted(f.unlabelled, "link")))
	}
	p := &painter{face: o.Face, palette: o.Palette}
	d := p.draw(f, f.sheet(o), o.Width/scale, scale)
	if o.Width > 0 {
		d.Width = o.Width
	}
	d.ID, d.Title, d.Desc, d.Lang = t.ID, f.title(o), f.describe(o), cmp.Or(t.Language, "en")
	if d.Height > tallest+millimetre && o.Width > 0 && !f.tall {
		notes = append(notes, fmt.Sprintf("the figure is %.0f mm high, higher than the %.0f mm of a page; draw it wider, or a part of it",
			d.Height/millimetre, tallest/millimetre))
	}
	picture := &Picture{Drawing: d, TextSize: textSize * scale, Notes: notes, figure: f}
	picture.noteMissing()
	return picture, nil
}

// Each draws every live configuration as a figure of its own, several side by side. They are in the order of the theory.
func Each(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) ([]*Picture, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	var views []View
	var names []string
	for i, c := range t.Configurations {
		if c.Live() {
			views = append(views, View{OneConfiguration, c.ID})
			names = append(names, fmt.Sprintf("configuration-%d", configurationNumber(c, i)))
		}
	}
	if len(views) == 0 {
		return nil, fmt.Errorf("draw %s: the theory has no configurations; add a [configuration.…]", t.File)
	}
	pictures, errs := make([]*Picture, len(views)), make([]error, len(views))
	var all sync.WaitGroup
	for i, v := range views {
		all.Go(func() {
			o := o
			o.View = v
			pictures[i], errs[i] = Figure(ctx, engine, t, o)
		})
	}
	all.Wait()
	seen := make(map[string]bool)
	for i, p := range pictures {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if p.Name = names[i]; seen[p.Name] {
			p.Name += fmt.Sprintf("-place-%d", i+1) // two configurations have one number
		}
		seen[p.Name] = true
	}
	return pictures, nil
}

// complete fills in what the options leave open.
func (o *Options) complete() error {
	o.Lanes = cmp.Or(o.Lanes, Auto)
	if o.Palette.Name == "" {
		o.Palette = Color
	}
	if o.Face == nil {
		face, err := drawing.LiberationSans()
		if err != nil {
			return err
		}
		o.Face = face
	}
	return nil
}

// DOT is the figure in Graphviz's language, with its texts, for other tools to lay out and draw.
func DOT(t *theory.Theory, o Options) ([]byte, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	f, err := choose(t, o)
	if err != nil {
		return nil, err
	}
	return f.dotText(o), nil
}

func (p *Picture) noteMissing() {
	if missing := p.Drawing.Missing(); len(missing) > 0 {
		p.Notes = append(p.Notes, fmt.Sprintf("the font %s lacks %s; name one that has them with --font", p.Drawing.Face.Family, characters(missing)))
	}
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
