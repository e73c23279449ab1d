package render

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/theory"
)

// Figure draws a theory. It fails where the layout does, and where there is nothing to draw.
func Figure(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (*Picture, error) {
	o.Lanes = cmp.Or(o.Lanes, Auto)
	if o.Palette.Name == "" {
		o.Palette = Color
	}
	if o.Face == nil {
		face, err := drawing.LiberationSans()
		if err != nil {
			return nil, err
		}
		o.Face = face
	}
	f := whole(t)
	if len(f.boxes) == 0 {
		return nil, fmt.Errorf("draw %s: the theory has no nodes; add an [intervention.…], [mechanism.…] or [outcome.…]", t.File)
	}
	scale, notes, err := f.fit(ctx, engine, o)
	if err != nil {
		return nil, err
	}
	s := sheet{caption: o.Caption}
	if !o.NoTitle {
		s.title = title(t)
	}
	if !o.NoLegend {
		s.keys = f.keys(t.Heuristic)
	}
	p := &painter{face: o.Face, palette: o.Palette}
	d := p.draw(f, s, o.Width/scale)
	transform(d, 0, 0, scale)
	if o.Width > 0 {
		d.Width = o.Width
	}
	d.ID, d.Title, d.Desc, d.Lang = t.ID, title(t), describe(t, f), cmp.Or(t.Language, "en")
	if missing := d.Missing(); len(missing) > 0 {
		notes = append(notes, fmt.Sprintf("the font %s lacks %s; name one that has them with --font", o.Face.Family, characters(missing)))
	}
	return &Picture{Drawing: d, TextSize: textSize * scale, Notes: notes}, nil
}

// DOT is the figure in Graphviz's language, with its texts, for other tools to lay out and draw.
func DOT(t *theory.Theory, o Options) ([]byte, error) {
	face := o.Face
	if face == nil {
		var err error
		if face, err = drawing.LiberationSans(); err != nil {
			return nil, err
		}
	}
	f := whole(t)
	return f.dotText(face, o), nil
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
