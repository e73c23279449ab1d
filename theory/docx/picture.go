package docx

import (
	"fmt"

	"icamo/theory/opc"
)

const emu = 12700.0 // of the unit of pictures, to a point

func (w *writer) picture(p Picture) {
	w.turn(p.page())
	scale := p.Scale()
	w.pictures = append(w.pictures, p.PNG)
	n := len(w.pictures)
	cx, cy := p.Width*scale*emu, p.Height*scale*emu
	fmt.Fprintf(&w.body, `<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`+
		`<wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="Figure %[3]d" descr="%[4]s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic><pic:nvPicPr><pic:cNvPr id="%[3]d" name="figure%[3]d.png" descr="%[4]s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture%[3]d"/>`+
		`<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, int64(cx), int64(cy), n, opc.Escape(p.Text))
	if p.Caption != "" {
		w.figures++
		w.paragraph("Caption", w.caption(w.d.Words.Figure, w.figures, p.Caption, ""))
	}
}
