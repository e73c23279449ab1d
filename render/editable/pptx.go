package editable

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/theory/opc"
)

// The sides that a slide may have, in points.
const (
	smallestSlide = 72.0
	largestSlide  = 4032.0
)

// PPTX writes one slide of the drawing's size (ECMA-376, PresentationML). Boxes are shapes with their label as text, in a group
// with their badges; lines are connectors that are joined to the boxes. Fonts are named, not embedded. The same drawing gives the
// same bytes.
func PPTX(w io.Writer, d *drawing.Drawing) error {
	if side := max(d.Width, d.Height); side > largestSlide {
		return fmt.Errorf("write PPTX: a figure of %.0f × %.0f mm is larger than a slide can be; draw it for a page with --width, or a part of it", d.Width/millimetre, d.Height/millimetre)
	}
	s := &slide{d: d, boxes: boxes(d), ends: make(map[string][]end), marks: make(map[string][]*part),
		rings: make(map[string]*stop), stops: make(map[*part]*stop), id: 1}
	s.write()
	p := opc.NewWriter(w)
	p.XML("[Content_Types].xml", presentationTypes)
	p.XML("_rels/.rels", opc.PackageParts("ppt/presentation.xml"))
	p.XML("docProps/core.xml", opc.Properties(d.Title, d.Lang))
	width, height := max(d.Width, smallestSlide), max(d.Height, smallestSlide)
	p.XML("ppt/presentation.xml", fmt.Sprintf(presentation, emu(width), emu(height)))
	p.XML("ppt/_rels/presentation.xml.rels", presentationParts)
	p.XML("ppt/theme/theme1.xml", fmt.Sprintf(theme, opc.Escape(fontName(d.Face))))
	p.XML("ppt/slideMasters/slideMaster1.xml", slideMaster)
	p.XML("ppt/slideMasters/_rels/slideMaster1.xml.rels", slideMasterParts)
	p.XML("ppt/slideLayouts/slideLayout1.xml", slideLayout)
	p.XML("ppt/slideLayouts/_rels/slideLayout1.xml.rels", slideLayoutParts)
	p.Part("ppt/slides/slide1.xml", func(out *bufio.Writer) error {
		_, err := out.WriteString(slideStart + s.out.String() + slideEnd)
		return err
	})
	p.XML("ppt/slides/_rels/slide1.xml.rels", slideParts)
	if err := p.Close(); err != nil {
		return fmt.Errorf("write PPTX: %w", err)
	}
	return nil
}

const millimetre = 72 / 25.4

// emu is a length in the format's units, of which a point has 12,700.
func emu(points float64) int64 { return int64(math.Round(points * 12700)) }

// fontName is what programs that have no Liberation fonts call theirs of the same widths.
func fontName(face *drawing.Face) string {
	if name := face.Families()[0]; name != "Liberation Sans" {
		return name
	}
	return "Arial"
}

// slide is a slide in the making.
type slide struct {
	d     *drawing.Drawing
	out   strings.Builder
	boxes map[string]geometry.Rect
	ends  map[string][]end // of lines, at the groups with these keys
	marks map[string][]*part
	rings map[string]*stop // at which lines end, by the keys of their groups
	stops map[*part]*stop
	id    int
}

// end is where a line meets a group: a small shape without colour, part of the group, to which the line is joined. So lines keep
// the places that they have at a box, also when it is moved.
type end struct {
	id int
	at geometry.Point
	of string // the line
}

const endSize = 1.0 // points

func (s *slide) next() int {
	s.id++
	return s.id
}

// write writes lines before what they join, as they are painted.
func (s *slide) write() {
	parts := make([][]*part, len(s.d.Groups))
	for i, g := range s.d.Groups {
		parts[i] = apart(g, s.d.Face)
		for _, p := range parts[i] {
			if g.Joint != nil && g.Key != "" && len(p.lines) == 0 && p.path != nil && ring(*p.path) {
				s.rings[g.Key] = &stop{p, s.next()}
				s.stops[p] = s.rings[g.Key]
			}
		}
	}
	for i, g := range s.d.Groups {
		if g.Joint != nil {
			s.line(g, parts[i])
			parts[i] = s.takeMarks(g, parts[i])
		}
		if g.Key == "" || g.Joint != nil {
			for _, p := range parts[i] {
				s.part(p, g.ID, g.Name)
			}
		} else {
			s.group(g.ID, g.Name, s.ends[g.Key], append(parts[i], s.marks[g.Key]...))
		}
		if ring := s.rings[g.Key]; ring != nil {
			s.group("○ "+g.ID, "", nil, s.marks[g.Key])
		}
	}
}

// group writes a box with its badges, the ends of its lines and what stands there; or what stands at the end of a line on another.
func (s *slide) group(name, says string, ends []end, parts []*part) {
	var all geometry.Rect
	for _, p := range parts {
		all = all.Union(p.at)
	}
	told := ""
	if says != "" {
		told = ` descr="` + opc.Escape(says) + `"`
	}
	fmt.Fprintf(&s.out, `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="%d" name="%s"%s/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>%s%s</a:xfrm></p:grpSpPr>`,
		s.next(), opc.Escape(name), told, place("", all), place("ch", all))
	for _, e := range ends {
		s.end(e)
	}
	for _, p := range parts {
		s.part(p, name, "")
	}
	s.out.WriteString("</p:grpSp>")
}

// takeMarks gives the marks at the ends of a line to the boxes at which they stand, and leaves the rest.
func (s *slide) takeMarks(g drawing.Group, parts []*part) (rest []*part) {
	for _, p := range parts {
		if home := p.home(g.Joint); len(p.lines) == 0 && p.path != nil {
			s.marks[home] = append(s.marks[home], p)
		} else {
			rest = append(rest, p)
		}
	}
	return rest
}

// line writes a line as connectors that are joined to the groups at its ends, and to one another where it bends. It also leads to
// the signs that stand on it, and to the ring of a line that acts on it, and on from there.
func (s *slide) line(g drawing.Group, parts []*part) {
	way := geometry.NewWay(curve(g.Joint.Line)).Points
	var stops []*stop
	for _, p := range parts {
		if p.stands(way) {
			s.stops[p] = &stop{p, s.next()}
			stops = append(stops, s.stops[p])
		}
	}
	for _, other := range s.d.Groups { // in their order
		if r := s.rings[other.Key]; r != nil && other.Key != g.Key && runsInto(way, r.part.at) {
			stops = append(stops, r)
		}
	}
	all := stretches(way, stops)
	var bends []end
	for i, part := range all {
		r := newRoute(part, g.Joint, s.boxes)
		joints := make([]glue, len(r.points))
		for k, p := range r.points {
			switch {
			case k == 0 && part.from != nil:
				joints[k] = glue{part.from.id, part.from.round()}
			case k == len(r.points)-1 && part.to != nil:
				joints[k] = glue{part.to.id, part.to.round()}
			case k == len(r.points)-1 && s.rings[g.Joint.To] != nil:
				joints[k] = glue{s.rings[g.Joint.To].id, true}
			default:
				e := end{s.next(), p, g.ID}
				joints[k] = glue{e.id, true}
				switch k {
				case 0:
					s.ends[g.Joint.From] = append(s.ends[g.Joint.From], e)
				case len(r.points) - 1:
					s.ends[g.Joint.To] = append(s.ends[g.Joint.To], e)
				default:
					bends = append(bends, e)
				}
			}
		}
		s.connectors(g, r, joints, i == len(all)-1)
	}
	for _, bend := range bends {
		s.end(bend)
	}
}

// glue is a shape that a line is joined to: a circle, or a box.
type glue struct {
	id    int
	round bool
}

// connectors writes a line along the points of a route, each joined to a shape.
func (s *slide) connectors(g drawing.Group, r route, joints []glue, whole bool) {
	last := len(joints) - 1
	for i := 1; i <= last; i++ {
		sides := [2]geometry.Side{facing(r.points[i-1], r.points[i]), facing(r.points[i], r.points[i-1])}
		if r.curved {
			sides = r.sides
		}
		fmt.Fprintf(&s.out, `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="%d" name="%s" descr="%s"/><p:cNvCxnSpPr><a:stCxn id="%d" idx="%d"/><a:endCxn id="%d" idx="%d"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>`,
			s.next(), opc.Escape(g.ID), opc.Escape(g.Name), joints[i-1].id, joints[i-1].site(sides[0]), joints[i].id, joints[i].site(sides[1]))
		s.out.WriteString(connectorShape(r.points[i-1], r.points[i], sides[0], r.curved) + stroke(g.Joint.Line, headOf(g.Joint, whole && i == last)) + "</p:spPr></p:cxnSp>")
	}
}

// facing is the side of a point that looks to another.
func facing(p, other geometry.Point) geometry.Side {
	dx, dy := other.X-p.X, other.Y-p.Y
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
		return geometry.Right
	case math.Abs(dx) >= math.Abs(dy):
		return geometry.Left
	case dy >= 0:
		return geometry.Bottom
	}
	return geometry.Top
}

// site is the number that the format gives a side of a shape: an ellipse has eight places for lines, and a rectangle four.
func (g glue) site(s geometry.Side) int {
	n := [...]int{geometry.Top: 0, geometry.Left: 1, geometry.Bottom: 2, geometry.Right: 3}[s]
	if g.round {
		return 2 * n
	}
	return n
}

// connectorShape is a connector between two points, of which the first leaves at a side: the format turns it and mirrors it.
func connectorShape(from, to geometry.Point, leaves geometry.Side, curved bool) string {
	kind, turn := "straightConnector1", ""
	at := geometry.Bounds([]geometry.Point{from, to})
	flipH, flipV := to.X < from.X, to.Y < from.Y
	if curved {
		kind = "curvedConnector3" // from the left to the right
	}
	if curved && !leaves.Upright() { // a quarter turn has it run down, and what was below is to the left
		turn = ` rot="5400000"`
		at = geometry.Around(at.Centre(), at.H, at.W)
		flipH, flipV = to.Y < from.Y, to.X > from.X
	}
	flip := ""
	if flipH {
		flip = ` flipH="1"`
	}
	if flipV {
		flip += ` flipV="1"`
	}
	return fmt.Sprintf(`<a:xfrm%s%s>%s</a:xfrm><a:prstGeom prst="%s"><a:avLst/></a:prstGeom>`, turn, flip, place("", at), kind)
}

// end writes the shape that a line is joined to.
func (s *slide) end(e end) {
	fmt.Fprintf(&s.out, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="○ %s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>%s</a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`,
		e.id, opc.Escape(e.of), place("", geometry.Around(e.at, endSize, endSize)))
}

// place is where something stands, as the child elements of a:xfrm; those of a group begin with "ch".
func place(prefix string, at geometry.Rect) string {
	off, ext := "off", "ext"
	if prefix != "" {
		off, ext = "chOff", "chExt"
	}
	return fmt.Sprintf(`<a:%s x="%d" y="%d"/><a:%s cx="%d" cy="%d"/>`, off, emu(at.X), emu(at.Y), ext, emu(at.W), emu(at.H))
}

func (s *slide) part(p *part, id, name string) {
	if name == "" {
		name = id
	}
	shape, number := "", 0
	if stop := s.stops[p]; stop != nil { // lines are joined to it at places that its kind of shape has
		number, shape = stop.id, presetOf(p)
	} else {
		number = s.next()
	}
	if p.path != nil && shape == "" {
		shape = presetOf(p)
	}
	fmt.Fprintf(&s.out, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"%s/><p:cNvSpPr%s/><p:nvPr/></p:nvSpPr><p:spPr>`, number, opc.Escape(label(p, id)), described(p, name), isText(p))
	switch {
	case p.path == nil:
		turn := ""
		if r := p.lines[0].Rotate; r != 0 {
			turn = fmt.Sprintf(` rot="%d"`, int(math.Mod(r+360, 360)*60000))
		}
		fmt.Fprintf(&s.out, `<a:xfrm%s>%s</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`, turn, place("", p.at))
	default:
		fmt.Fprintf(&s.out, `<a:xfrm>%s</a:xfrm>%s%s%s`, place("", p.at), shape, fill(p.path.Fill), stroke(*p.path, ""))
	}
	s.out.WriteString("</p:spPr>")
	s.text(p)
	s.out.WriteString("</p:sp>")
}

// label names a part in the list of what is on the slide.
func label(p *part, id string) string {
	if id != "" {
		return id
	}
	if len(p.lines) > 0 {
		return p.lines[0].String
	}
	return "shape"
}

func described(p *part, name string) string {
	if p.path == nil || name == "" {
		return ""
	}
	return ` descr="` + opc.Escape(name) + `"`
}

func isText(p *part) string {
	if p.path == nil {
		return ` txBox="1"`
	}
	return ""
}

// presetOf is a part as a circle or a rounded box of the format's own, which keeps its corners where its size is changed; else
// as a shape of its own.
func presetOf(p *part) string {
	if ring(*p.path) {
		return `<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>`
	}
	radius, is := corner(*p.path)
	if !is {
		return geometryOf(*p.path, p.at)
	}
	return fmt.Sprintf(`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val %d"/></a:avLst></a:prstGeom>`, int(math.Round(radius/max(min(p.at.W, p.at.H), 0.01)*100000)))
}

// geometryOf is a path as a shape of its own.
func geometryOf(p drawing.Path, at geometry.Rect) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="%d" h="%d"`, emu(at.W), emu(at.H))
	if !p.Fill.On {
		b.WriteString(` fill="none"`)
	}
	b.WriteString(">")
	point := func(q geometry.Point) {
		fmt.Fprintf(&b, `<a:pt x="%d" y="%d"/>`, emu(q.X-at.X), emu(q.Y-at.Y))
	}
	for _, seg := range p.Segments {
		switch seg.Verb {
		case drawing.Move:
			b.WriteString("<a:moveTo>")
			point(seg.P[0])
			b.WriteString("</a:moveTo>")
		case drawing.Line:
			b.WriteString("<a:lnTo>")
			point(seg.P[0])
			b.WriteString("</a:lnTo>")
		case drawing.Cubic:
			b.WriteString("<a:cubicBezTo>")
			for _, q := range seg.P {
				point(q)
			}
			b.WriteString("</a:cubicBezTo>")
		case drawing.Close:
			b.WriteString("<a:close/>")
		}
	}
	b.WriteString("</a:path></a:pathLst></a:custGeom>")
	return b.String()
}

func fill(c drawing.Color) string {
	if !c.On {
		return "<a:noFill/>"
	}
	return "<a:solidFill>" + colour(c) + "</a:solidFill>"
}

func colour(c drawing.Color) string {
	return fmt.Sprintf(`<a:srgbClr val="%02X%02X%02X"/>`, c.R, c.G, c.B)
}

// headOf is the arrowhead at the last piece of a line; "" for none.
func headOf(j *drawing.Joint, last bool) string {
	switch {
	case !j.Arrow || !last:
		return ""
	case j.Open:
		return `<a:tailEnd type="arrow" w="med" len="med"/>`
	}
	return `<a:tailEnd type="triangle" w="med" len="med"/>`
}

// stroke is a path's line with a head; its dashes are given in shares of its width.
func stroke(p drawing.Path, head string) string {
	if !p.Stroke.On || p.LineWidth <= 0 {
		return "<a:ln><a:noFill/></a:ln>"
	}
	dash, end := "", "rnd"
	if p.Butt || len(p.Dash) > 0 && p.Dash[0] > p.LineWidth {
		end = "flat"
	}
	if len(p.Dash) > 0 {
		dash = "<a:custDash>"
		for i := 0; i+1 < len(p.Dash); i += 2 {
			dash += fmt.Sprintf(`<a:ds d="%d" sp="%d"/>`, share(p.Dash[i], p.LineWidth), share(p.Dash[i+1], p.LineWidth))
		}
		dash += "</a:custDash>"
	}
	return fmt.Sprintf(`<a:ln w="%d" cap="%s">%s%s<a:round/>%s</a:ln>`, emu(p.LineWidth), end, fill(p.Stroke), dash, head)
}

// share is a length as a share of a width, in thousandths of a per cent.
func share(length, width float64) int { return int(math.Round(max(length, 0.01) / width * 100000)) }
