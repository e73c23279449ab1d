package editable

import (
	"fmt"
	"math"
	"strings"

	"icamo/render/drawing"
	"icamo/theory/opc"
)

// text writes what stands in a part: lines of a label one below the other, as they were set.
func (s *slide) text(p *part) {
	if len(p.lines) == 0 {
		if p.path != nil {
			s.out.WriteString(`<p:txBody><a:bodyPr/><a:p><a:endParaRPr/></a:p></p:txBody>`)
		}
		return
	}
	first := p.lines[0]
	inset, outset, align := 0.0, 0.0, "l"
	switch {
	case first.Anchor == drawing.Middle:
		align = "ctr"
	case first.Anchor == drawing.End:
		align = "r"
		if p.path != nil {
			outset = p.at.X + p.at.W - first.X
		}
	case p.path != nil:
		inset = first.X - p.at.X
	}
	wrap := "none"
	if p.path != nil && first.Anchor != drawing.Middle { // what is written anew wraps in its box
		wrap = "square"
	}
	fmt.Fprintf(&s.out, `<p:txBody><a:bodyPr wrap="%s" lIns="%d" tIns="0" rIns="%d" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>`, wrap, emu(inset), emu(outset))
	gap := ""
	if len(p.lines) > 1 {
		gap = fmt.Sprintf(`<a:lnSpc><a:spcPts val="%d"/></a:lnSpc>`, int(math.Round((p.lines[1].Y-first.Y)*100)))
	}
	direction := ""
	if first.RightToLeft {
		direction = ` rtl="1"`
	}
	start := fmt.Sprintf(`<a:p><a:pPr algn="%s"%s>%s</a:pPr>`, align, direction, gap)
	s.out.WriteString(start)
	for i, l := range p.lines {
		if i > 0 && l.Strike != p.lines[i-1].Strike { // what was struck through is a paragraph of its own
			s.out.WriteString("</a:p>" + start)
		} else if i > 0 {
			s.out.WriteString("<a:br>" + s.properties("rPr", l) + "</a:br>")
		}
		s.out.WriteString("<a:r>" + s.properties("rPr", l) + "<a:t>" + opc.Escape(strings.TrimRight(l.String, " ")) + "</a:t></a:r>")
	}
	s.out.WriteString("</a:p></p:txBody>")
}

func (s *slide) properties(element string, t drawing.Text) string {
	more := ""
	if t.Bold {
		more += ` b="1"`
	}
	if t.Strike {
		more += ` strike="sngStrike"`
	}
	return fmt.Sprintf(`<a:%s lang="%s" sz="%d"%s>%s<a:latin typeface="%s"/><a:cs typeface="%[6]s"/></a:%[1]s>`, element, opc.Escape(s.d.Lang), int(math.Round(t.Size*100)), more,
		fill(t.Color), opc.Escape(fontName(s.d.Face)))
}
