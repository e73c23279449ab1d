package editable

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"math"
	"strconv"
	"strings"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/theory/opc"
)

// DrawIO writes a page of draw.io (diagrams.net). A box is a cell with its id in the theory and its label as text, in which its
// badges stand; a line is an edge between two cells that keeps the course and the ends that were drawn, and on which its signs ride.
// A unit is a hundredth of an inch, as on its pages. The same drawing gives the same bytes.
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
	for _, g := range d.Groups {
		if g.Joint != nil {
			p.edges = append(p.edges, edge{p.id(g.ID), g.Key, geometry.NewWay(curve(g.Joint.Line)).Points, bendings(g.Joint.Line)})
		}
	}
	fmt.Fprintf(&p.out, `<mxfile host="icamo"><diagram id="figure" name="%s"><mxGraphModel grid="0" page="1" pageWidth="%s" pageHeight="%s" background="#FFFFFF"><root><mxCell id="0"/><mxCell id="1" parent="0"/>`+"\n",
		attribute(d.Title), unit(d.Width), unit(d.Height))
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
	edges []edge
	drawn int // of the edges, so far
	taken map[string]bool
	count int
}

// edge is a line between two cells.
type edge struct {
	id     string
	of     string           // the key of its group; "" for most
	way    []geometry.Point // as it is drawn
	points []geometry.Point // its ends, and those that bend it
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
	if g.Joint != nil {
		p.line(g, p.edges[p.drawn])
		p.drawn++
		return
	}
	in := sheet
	for i, part := range apart(g, p.d.Face) {
		if i == 0 && g.Key != "" {
			p.part(part, p.cells[g.Key], in)
			in = home{cell: p.cells[g.Key], at: part.at}
			continue
		}
		p.part(part, p.id(""), in)
	}
}

// line writes a line, the signs on it, and the marks at its ends in the boxes at which they stand. The ring at which a line ends
// rides on the line that it acts on.
func (p *page) line(g drawing.Group, e edge) {
	p.edge(g, e)
	for _, part := range apart(g, p.d.Face) {
		key := part.home(g.Joint)
		switch {
		case len(part.lines) > 0 && g.Key != "": // where its line ends depends on another line, which the program places after it
			p.part(part, p.id(""), sheet)
		case len(part.lines) > 0:
			p.part(part, p.id(""), home{cell: e.id, on: e.points})
		case part.path != nil && g.Key != "" && ring(*part.path):
			p.part(part, p.cells[g.Key], p.stepAt(part, g.Key))
		default:
			p.part(part, p.id(""), home{cell: p.cells[key], at: p.boxes[key]})
		}
	}
}

// stepAt is the line on which a ring stands.
func (p *page) stepAt(ring *part, key string) home {
	for _, e := range p.edges {
		if e.of != key && runsInto(e.way, ring.at) {
			return home{cell: e.id, on: e.points}
		}
	}
	return sheet
}

// home is the cell that another belongs to: a box at some place, or a line along points.
type home struct {
	cell string
	at   geometry.Rect
	on   []geometry.Point // nil for a box
}

// sheet is the home of what belongs to nothing else.
var sheet = home{cell: "1"}

// place is where a cell stands in its home: for one that rides on a line, at a share of its way, and beside it.
func (h home) place(at geometry.Rect) string {
	if h.on == nil {
		return fmt.Sprintf(`<mxGeometry x="%s" y="%s" width="%s" height="%s" as="geometry"/>`, unit(at.X-h.at.X), unit(at.Y-h.at.Y), unit(at.W), unit(at.H))
	}
	const shares = 400
	best, least := 0.0, math.Inf(1)
	for i := range shares + 1 {
		share := float64(i) / shares
		if d := geometry.Distance(geometry.Along(h.on, share), at.Centre()); d < least {
			best, least = share, d
		}
	}
	on := geometry.Along(h.on, best)
	return fmt.Sprintf(`<mxGeometry x="%s" width="%s" height="%s" relative="1" as="geometry"><mxPoint x="%s" y="%s" as="offset"/></mxGeometry>`,
		number(rounded(2*best-1)), unit(at.W), unit(at.H), unit(at.X-on.X), unit(at.Y-on.Y))
}

// style is how a cell looks, as "key=value;" after "key=value;".
type style struct{ strings.Builder }

// points is a length in a style.
type points float64

func (s *style) set(key string, value any) {
	switch v := value.(type) {
	case points:
		value = unit(float64(v))
	case float64:
		value = number(v)
	}
	fmt.Fprintf(s, "%s=%v;", key, value)
}

// part writes a shape or a text in the cell that it belongs to.
func (p *page) part(part *part, id string, in home) {
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
			s.set("arcSize", points(2*r))
		} else if turned, degrees := upright(part); degrees != 0 {
			at = turned
			s.set("rotation", degrees)
		} else if tip, degrees, is := pointed(part); is {
			at = tip
			s.set("shape", "triangle")
			s.set("rotation", degrees)
		} else if !p.polygon(&s, *part.path, id, at) {
			return
		}
		s.set("fillColor", hex(part.path.Fill))
		s.set("strokeColor", hex(part.path.Stroke))
		s.dashes(*part.path)
		s.set("collapsible", "0")
		if in.cell != sheet.cell {
			s.set("connectable", "0")
		}
	}
	value := p.text(&s, part)
	fmt.Fprintf(&p.out, `<mxCell id="%s" value="%s" style="%s" vertex="1" parent="%s">%s</mxCell>`+"\n", attribute(id), value, attribute(s.String()), attribute(in.cell), in.place(at))
}

// polygon gives a shape that is no box the look of one: a polygon. An open path is an edge without ends, which it writes itself.
func (p *page) polygon(s *style, path drawing.Path, id string, at geometry.Rect) (shape bool) {
	points := corners(path)
	if !path.Fill.On {
		var e style
		e.set("endArrow", "none")
		e.set("strokeColor", hex(path.Stroke))
		e.dashes(path)
		fmt.Fprintf(&p.out, `<mxCell id="%s" style="%s" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="%s" y="%s" as="sourcePoint"/><mxPoint x="%s" y="%s" as="targetPoint"/>%s</mxGeometry></mxCell>`+"\n",
			attribute(id), attribute(e.String()), unit(points[0].X), unit(points[0].Y), unit(points[len(points)-1].X), unit(points[len(points)-1].Y), bends(points))
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

// edge writes a line, with what it says as the tip that is shown over it.
func (p *page) edge(g drawing.Group, e edge) {
	j := g.Joint
	first, last := e.points[0], e.points[len(e.points)-1]
	var s style
	if j.Arrow {
		const length, more = 5.0, 1.6 // of a head with a line of no width, and by how many widths draw.io makes it longer
		head := "block"
		if j.Open {
			head = "open"
		}
		s.set("endArrow", head)
		s.set("endFill", "1")
		s.set("endSize", points(max(length-more*j.Line.LineWidth, 1)))
	} else {
		s.set("endArrow", "none")
	}
	if len(e.points) > 2 {
		s.set("curved", "1")
	}
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
		s.set(end.name+"Dx", 0)
		s.set(end.name+"Dy", 0)
		s.set(end.name+"Perimeter", "0")
	}
	fmt.Fprintf(&p.out, `<UserObject label="" tooltip="%s" id="%s"><mxCell style="%s" edge="1" parent="1" source="%s" target="%s"><mxGeometry relative="1" as="geometry">%s</mxGeometry></mxCell></UserObject>`+"\n",
		attribute(g.Name), attribute(e.id), attribute(s.String()), attribute(p.cells[j.From]), attribute(p.cells[j.To]), bends(e.points))
}

// bendings are the ends of a line, and the points by which draw.io bends it: that runs a curve from the middle between two such points
// to the next middle, towards the point between. Two stand for a cubic piece, and one where pieces meet keeps the curve to that place.
func bendings(path drawing.Path) []geometry.Point {
	const straight = 0.05
	c := curve(path)
	points := []geometry.Point{c[0]}
	for i := 0; i+3 < len(c); i += 3 {
		if geometry.OffSegment(c[i+1], c[i], c[i+3]) > straight || geometry.OffSegment(c[i+2], c[i], c[i+3]) > straight {
			points = append(points, geometry.Mix(c[i], c[i+1], 0.75), geometry.Mix(c[i+3], c[i+2], 0.75))
		}
		points = append(points, c[i+3])
	}
	return geometry.Simplified(points, straight)
}

// bends are the points of a line between its ends.
func bends(points []geometry.Point) string {
	if len(points) <= 2 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<Array as="points">`)
	for _, q := range points[1 : len(points)-1] {
		fmt.Fprintf(&b, `<mxPoint x="%s" y="%s"/>`, unit(q.X), unit(q.Y))
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
			s.set("spacingRight", points(part.at.X+part.at.W-first.X))
		}
	case part.path != nil:
		s.set("spacingLeft", points(first.X-part.at.X))
	}
	font := 0
	if first.Bold {
		font = 1
	}
	s.set("spacing", 0)
	s.set("align", align)
	s.set("verticalAlign", "middle")
	s.set("fontFamily", fontName(p.d.Face))
	s.set("fontSize", points(first.Size))
	s.set("fontStyle", font)
	s.set("fontColor", hex(first.Color))
	s.set("html", "1")
	if part.path != nil && first.Anchor != drawing.Middle { // what is written anew wraps in its box
		s.set("whiteSpace", "wrap")
	}
	var lines []string
	for _, l := range part.lines {
		line := html.EscapeString(strings.TrimRight(l.String, " "))
		if l.RightToLeft {
			line = `<span dir="rtl">` + line + "</span>"
		}
		if l.Strike {
			line = "<s>" + line + "</s>"
		}
		if l.Color != first.Color {
			line = fmt.Sprintf(`<font color="%s">%s</font>`, hex(l.Color), line)
		}
		lines = append(lines, line)
	}
	return attribute(strings.Join(lines, "<br>"))
}

func (s *style) dashes(p drawing.Path) {
	s.set("strokeWidth", points(p.LineWidth))
	if len(p.Dash) == 0 {
		return
	}
	lengths := make([]string, len(p.Dash))
	for i, l := range p.Dash {
		lengths[i] = unit(max(l, 0.1))
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
			same = same && want.Segments[i].Verb == p.Segments[i].Verb && near(counted(want.Segments[i]), counted(p.Segments[i]))
		}
		if same {
			return radius, true
		}
	}
	return 0, false
}

// counted are the points of a segment that count.
func counted(s drawing.Segment) []geometry.Point {
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

// unit is a length of so many points.
func unit(points float64) string { return number(points * 100 / 72) }

func number(x float64) string { return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64) }

func hex(c drawing.Color) string {
	if !c.On {
		return "none"
	}
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}

func attribute(text string) string { return opc.Escape(text) }
