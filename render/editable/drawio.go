package editable

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/theory/opc"
)

// DrawIO writes a page of draw.io (diagrams.net). A box is a cell with its id in the theory and its label as text, in which its
// badges stand; a line is an edge between two cells that keeps the bends and the ends that were drawn. The same drawing gives
// the same bytes.
func DrawIO(w io.Writer, d *drawing.Drawing) error {
	p := &page{d: d, boxes: boxes(d), cells: make(map[string]string), taken: map[string]bool{"0": true, "1": true}}
	for _, g := range d.Groups {
		switch {
		case g.Key != "" && g.Joint != nil:
			p.cells[g.Key] = p.id("end of " + g.ID)
		case g.Key != "":
			p.cells[g.Key] = p.id(g.ID)
		}
	}
	fmt.Fprintf(&p.out, `<mxfile host="icamo"><diagram id="figure" name="%s"><mxGraphModel grid="0" page="1" pageWidth="%s" pageHeight="%s" background="#FFFFFF"><root><mxCell id="0"/><mxCell id="1" parent="0"/>`+"\n",
		attribute(d.Title), number(d.Width), number(d.Height))
	for _, g := range d.Groups {
		p.group(g)
	}
	p.out.WriteString("</root></mxGraphModel></diagram></mxfile>\n")
	if _, err := w.Write(p.out.Bytes()); err != nil {
		return fmt.Errorf("write draw.io: %w", err)
	}
	return nil
}

// page is a page in the making.
type page struct {
	d     *drawing.Drawing
	out   bytes.Buffer
	boxes map[string]geometry.Rect
	cells map[string]string // ids of the cells of boxes, by the keys of their groups
	taken map[string]bool
	count int
}

// id is an id for a cell: the one that is wanted, as long as no other has it.
func (p *page) id(want string) string {
	if want == "" {
		p.count++
		want = "part-" + strconv.Itoa(p.count)
	}
	id := want
	for n := 2; p.taken[id]; n++ {
		id = fmt.Sprintf("%s (%d)", want, n)
	}
	p.taken[id] = true
	return id
}

func (p *page) group(g drawing.Group) {
	parts := apart(g, p.d.Face)
	if g.Joint != nil {
		p.edge(g)
	}
	parent, origin := "1", geometry.Point{}
	for i, part := range parts {
		id := ""
		switch {
		case g.Key != "" && (g.Joint == nil && i == 0 || g.Joint != nil && len(part.lines) == 0 && part.path != nil && ring(*part.path)):
			id = p.cells[g.Key]
		default:
			id = p.id("")
		}
		on, from := parent, origin
		if g.Joint != nil && g.Key == "" && len(part.lines) == 0 { // a bar stands on the box that the line leads to, and is moved with it
			on = p.cells[g.Joint.To]
			from = geometry.Point{X: p.boxes[g.Joint.To].X, Y: p.boxes[g.Joint.To].Y}
		}
		p.part(part, id, on, from)
		if g.Key != "" && g.Joint == nil && i == 0 {
			parent, origin = id, geometry.Point{X: part.at.X, Y: part.at.Y}
		}
	}
}

// style is how a cell looks, as "key=value;" after "key=value;".
type style struct{ strings.Builder }

func (s *style) set(key string, value any) {
	if f, is := value.(float64); is {
		value = number(f)
	}
	fmt.Fprintf(s, "%s=%v;", key, value)
}

// part writes a shape or a text in the cell that it belongs to.
func (p *page) part(part *part, id, parent string, origin geometry.Point) {
	var s style
	at := part.at
	switch {
	case part.path == nil:
		s.WriteString("text;")
		s.set("fillColor", "none")
		s.set("strokeColor", "none")
		if r := part.lines[0].Rotate; r != 0 {
			s.set("rotation", r)
		}
	default:
		if r, ok := corner(*part.path); ok {
			s.set("rounded", "1")
			s.set("absoluteArcSize", "1")
			s.set("arcSize", 2*r)
		} else if !p.line(&s, *part.path, id, at) {
			return
		}
		s.set("fillColor", hex(part.path.Fill))
		s.set("strokeColor", hex(part.path.Stroke))
		s.dashes(*part.path)
		s.set("collapsible", "0")
		if parent != "1" {
			s.set("connectable", "0")
		}
	}
	value := p.text(&s, part)
	fmt.Fprintf(&p.out, `<mxCell id="%s" value="%s" style="%s" vertex="1" parent="%s"><mxGeometry x="%s" y="%s" width="%s" height="%s" as="geometry"/></mxCell>`+"\n",
		attribute(id), value, attribute(s.String()), attribute(parent), number(at.X-origin.X), number(at.Y-origin.Y), number(at.W), number(at.H))
}

// line gives a shape that is no box the look of one: a polygon. An open path is an edge without ends, which it writes itself.
func (p *page) line(s *style, path drawing.Path, id string, at geometry.Rect) (shape bool) {
	points := corners(path)
	if !path.Fill.On {
		var e style
		e.set("endArrow", "none")
		e.set("strokeColor", hex(path.Stroke))
		e.dashes(path)
		fmt.Fprintf(&p.out, `<mxCell id="%s" style="%s" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="%s" y="%s" as="sourcePoint"/><mxPoint x="%s" y="%s" as="targetPoint"/>%s</mxGeometry></mxCell>`+"\n",
			attribute(id), attribute(e.String()), number(points[0].X), number(points[0].Y), number(points[len(points)-1].X), number(points[len(points)-1].Y), bends(points))
		return false
	}
	coordinates := make([][2]float64, len(points))
	for i, q := range points {
		coordinates[i] = [2]float64{rounded((q.X - at.X) / max(at.W, 0.01)), rounded((q.Y - at.Y) / max(at.H, 0.01))}
	}
	list, _ := json.Marshal(coordinates) // numbers do not fail
	s.set("shape", "mxgraph.basic.polygon")
	s.set("polyCoords", string(list))
	s.set("polyline", "0")
	return true
}

// edge writes a line.
func (p *page) edge(g drawing.Group) {
	j := g.Joint
	way := geometry.NewWay(curve(j.Line))
	points := geometry.Simplified(way.Points, nearlyStraight/2)
	first, last := points[0], points[len(points)-1]
	var s style
	s.set("endArrow", "none")
	if j.Arrow {
		s = style{}
		s.set("endArrow", "block")
		s.set("endFill", "1")
		s.set("endSize", 3+j.Line.LineWidth)
	}
	s.set("curved", "1")
	s.set("strokeColor", hex(j.Line.Stroke))
	s.dashes(j.Line)
	for _, end := range []struct {
		name string
		key  string
		at   geometry.Point
	}{{"exit", j.From, first}, {"entry", j.To, last}} {
		box := p.boxes[end.key]
		s.set(end.name+"X", rounded((end.at.X-box.X)/box.W))
		s.set(end.name+"Y", rounded((end.at.Y-box.Y)/box.H))
		s.set(end.name+"Dx", 0.0)
		s.set(end.name+"Dy", 0.0)
		s.set(end.name+"Perimeter", "0")
	}
	fmt.Fprintf(&p.out, `<mxCell id="%s" style="%s" edge="1" parent="1" source="%s" target="%s"><mxGeometry relative="1" as="geometry">%s</mxGeometry></mxCell>`+"\n",
		attribute(p.id(g.ID)), attribute(s.String()), attribute(p.cells[j.From]), attribute(p.cells[j.To]), bends(points))
}

// bends are the points of a line between its ends.
func bends(points []geometry.Point) string {
	if len(points) <= 2 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<Array as="points">`)
	for _, q := range points[1 : len(points)-1] {
		fmt.Fprintf(&b, `<mxPoint x="%s" y="%s"/>`, number(q.X), number(q.Y))
	}
	return b.String() + "</Array>"
}

// text gives a cell its font, and the lines of its text.
func (p *page) text(s *style, part *part) string {
	if len(part.lines) == 0 {
		return ""
	}
	first := part.lines[0]
	align := "left"
	switch {
	case first.Anchor == drawing.Middle:
		align = "center"
	case first.Anchor == drawing.End:
		align = "right"
		if part.path != nil {
			s.set("spacingRight", part.at.X+part.at.W-first.X)
		}
	case part.path != nil:
		s.set("spacingLeft", first.X-part.at.X)
	}
	font := 0
	if first.Bold {
		font = 1
	}
	mixed := false
	for _, l := range part.lines {
		mixed = mixed || l.Strike != first.Strike
	}
	if first.Strike && !mixed {
		font += 8
	}
	s.set("spacing", 0.0)
	s.set("align", align)
	s.set("verticalAlign", "middle")
	s.set("fontFamily", fontName(p.d.Face))
	s.set("fontSize", first.Size)
	s.set("fontStyle", font)
	s.set("fontColor", hex(first.Color))
	var lines []string
	for _, l := range part.lines {
		line := strings.TrimRight(l.String, " ")
		if mixed {
			line = opc.Escape(line)
			if l.Strike {
				line = "<s>" + line + "</s>"
			}
		}
		lines = append(lines, line)
	}
	if mixed {
		s.set("html", "1")
		return attribute(strings.Join(lines, "<br>"))
	}
	return attribute(strings.Join(lines, "\n"))
}

func (s *style) dashes(p drawing.Path) {
	s.set("strokeWidth", p.LineWidth)
	if len(p.Dash) == 0 {
		return
	}
	lengths := make([]string, len(p.Dash))
	for i, l := range p.Dash {
		lengths[i] = number(max(l, 0.1))
	}
	s.set("dashed", "1")
	s.set("fixDash", "1")
	s.set("dashPattern", strings.Join(lengths, " "))
	if p.Dash[0] < p.LineWidth {
		s.set("lineCap", "round")
	}
}

// corner is the radius of the corners of a box; not ok where a path is none.
func corner(p drawing.Path) (radius float64, ok bool) {
	at := bounds(p)
	if len(p.Segments) < 2 {
		return 0, false
	}
	for _, radius := range []float64{p.Segments[0].P[0].X - at.X, 0} {
		want := drawing.RoundRect(at, radius)
		same := len(want.Segments) == len(p.Segments)
		for i := range want.Segments {
			same = same && want.Segments[i].Verb == p.Segments[i].Verb && near(points(want.Segments[i]), points(p.Segments[i]))
		}
		if same {
			return radius, true
		}
	}
	return 0, false
}

// points are those of a segment that count.
func points(s drawing.Segment) []geometry.Point {
	switch s.Verb {
	case drawing.Cubic:
		return s.P[:]
	case drawing.Close:
		return nil
	}
	return s.P[:1]
}

func near(a, b []geometry.Point) bool {
	for i := range a {
		if geometry.Distance(a[i], b[i]) > 0.01 {
			return false
		}
	}
	return true
}

// corners are points along a path, as many as it takes to draw it by straight lines.
func corners(p drawing.Path) []geometry.Point {
	var points []geometry.Point
	for _, s := range p.Segments {
		switch s.Verb {
		case drawing.Cubic:
			way := geometry.NewWay(geometry.Curve{points[len(points)-1], s.P[0], s.P[1], s.P[2]})
			points = append(points, geometry.Simplified(way.Points, 0.3)[1:]...)
		case drawing.Move, drawing.Line:
			points = append(points, s.P[0])
		}
	}
	return points
}

func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

func number(x float64) string { return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64) }

func hex(c drawing.Color) string {
	if !c.On {
		return "none"
	}
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}

func attribute(text string) string { return opc.Escape(text) }
