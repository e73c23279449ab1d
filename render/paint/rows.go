package paint

import (
	"fmt"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/place"
)

// Rows paints a sheet of rows and what stands around it, and scales both.
func Rows(s *place.Sheet, frame fit.Frame, face *drawing.Face, palette Palette, scale float64) *drawing.Drawing {
	p := &painter{palette: palette}
	p.title(frame)
	for i, t := range s.Heads {
		t.Color = palette.Kinds[s.Rows[0].Lanes[i].Kind]
		p.group("lane", "", "", t)
	}
	for _, r := range s.Rows {
		for _, lane := range r.Lanes {
			p.band(lane)
		}
		p.rowTexts(r)
	}
	for _, r := range s.Ripples {
		p.ripple(r)
	}
	for i, r := range s.Rows {
		p.part = fmt.Sprintf("row%d-", i+1)
		for _, l := range r.ShownLines() {
			p.line(l)
		}
		for _, b := range r.ShownBoxes() {
			p.box(b)
		}
	}
	for _, r := range s.Ripples {
		if r.Sign != nil {
			p.group("ripple", "", "", p.sign(*r.Sign, palette.ink(palette.Quiet, false))...)
		}
	}
	p.below(frame)
	return p.onto(frame, face, scale)
}

func (p *painter) rowTexts(r place.Row) {
	right := r.Area.X + r.Area.W
	shapes := label(r.Heading, right, drawing.Text{Size: fit.TextSize, Bold: true, Color: p.palette.Text})
	shapes = append(shapes, label(r.Notes, right, p.quiet())...)
	for _, g := range r.Gaps {
		for _, text := range g.Texts {
			text.Color = p.palette.Quiet
			shapes = append(shapes, text)
		}
	}
	p.group("row", "", "", shapes...)
}

func (p *painter) ripple(r place.Ripple) {
	if r.Curve != nil {
		p.group("ripple", "", "", p.along(r.Look, r.Curve, place.NewHead(r.Look, r.Curve, r.To), nil, nil, nil)...)
	}
}
