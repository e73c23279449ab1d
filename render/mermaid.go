package render

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory"
)

// Mermaid is the figure as a flowchart in Mermaid's language, for pages that draw it themselves: a subgraph for each
// lane, and what the marks of a figure say by classes and line styles. It has no legend and no badges on lines, so a
// status that needs one is written on the link.
// The second result is what has no place in it.
func Mermaid(t *theory.Theory, o Options) ([]byte, []string, error) {
	if err := o.complete(); err != nil {
		return nil, nil, err
	}
	o.inLanes()
	s, err := scene.New(t, o.Options)
	if err != nil {
		return nil, nil, err
	}
	return mermaid(s, o), lostInText(s, laneNames, boxNumbers), nil
}

func mermaid(s *scene.Scene, o Options) []byte {
	var w bytes.Buffer
	direction := "LR"
	if o.Lanes == fit.Rows {
		direction = "TB"
	}
	fmt.Fprintf(&w, "flowchart %s\n", direction)
	fmt.Fprintf(&w, "\taccTitle: %s\n\taccDescr: %s\n", mermaidLine(s.Title()), mermaidLine(s.Description()))
	for _, lane := range s.Lanes() {
		fmt.Fprintf(&w, "\tsubgraph %s[\"%s\"]\n", lane, mermaidText(s.LaneName(lane)))
		for _, b := range s.ShownBoxes() {
			if b.Lane == lane {
				fmt.Fprintf(&w, "\t\t%s[\"%s\"]:::%s\n", b.Name, mermaidBox(b), mermaidClass(b))
			}
		}
		fmt.Fprintf(&w, "\tend\n")
	}
	links := mermaidLinks(s)
	for _, l := range links {
		if l.point != "" {
			fmt.Fprintf(&w, "\t%s(( ))\n", l.point)
		}
		fmt.Fprintf(&w, "\t%s\n", l.text)
	}
	for i, l := range links {
		width, dash := fit.StrokeWidth(l.look), fit.Dash(l.look)
		style := fmt.Sprintf("stroke:%s,stroke-width:%.1fpx", hex(o.Palette.LineColour(l.look)), 1.3*width)
		if dash != nil {
			style += fmt.Sprintf(",stroke-dasharray:%.0f %.0f", max(dash[0]*1.5, 1), dash[1]*1.5)
		}
		fmt.Fprintf(&w, "\tlinkStyle %d %s\n", i, style)
	}
	for _, lane := range s.Lanes() {
		colour := o.Palette.Kinds[lane]
		fmt.Fprintf(&w, "\tstyle %s fill:%s,stroke:none,color:%s\n", lane, hex(o.Palette.Lanes[lane]), hex(colour))
	}
	kinds := theory.Kinds
	if s.Overview() {
		kinds = s.Lanes()
	}
	for _, kind := range kinds {
		fmt.Fprintf(&w, "\tclassDef %s fill:#FFFFFF,stroke:%s,color:%s\n", kind, hex(o.Palette.Kinds[kind]), hex(o.Palette.Text))
	}
	fmt.Fprintf(&w, "\tclassDef dropped fill:#FFFFFF,stroke:%s,color:%s,stroke-dasharray:4 3,text-decoration:line-through\n",
		hex(o.Palette.Dropped), hex(o.Palette.Dropped))
	fmt.Fprintf(&w, "\tclassDef added fill:#FFFFFF,stroke:%s,color:%s,stroke-width:3px\n", hex(o.Palette.Added), hex(o.Palette.Text))
	fmt.Fprintf(&w, "\tclassDef changed fill:#FFFFFF,stroke:%s,color:%s,stroke-width:3px\n", hex(o.Palette.Changed), hex(o.Palette.Text))
	return w.Bytes()
}

// mermaidLink is a line between two nodes of a flowchart.
type mermaidLink struct {
	text  string
	look  scene.Look
	point string // a node that is to stand before it; "" for none
}

// mermaidLinks are the lines of a scene. One on which others act is two, with a point between them, as no link of a flowchart
// ends on a link.
func mermaidLinks(s *scene.Scene) []mermaidLink {
	var links []mermaidLink
	points := make(map[*scene.Line]string)
	for _, l := range s.ShownLines() {
		if l.Onto != nil {
			points[l.Onto] = "on" + l.Onto.Name
		}
	}
	for _, l := range s.ShownLines() {
		arrow := "-->"
		switch {
		case l.Look().Effect == theory.Inhibits:
			arrow = "--x"
		case l.Look().Relation == scene.Rivals:
			arrow = "---"
		}
		text := ""
		if written := l.Written(); written != "" {
			text = "|\"" + mermaidText(written) + "\"|"
		}
		join := func(from, arrow, to string) string { return from + " " + arrow + " " + to }
		switch point := points[l]; {
		case l.Onto != nil:
			links = append(links, mermaidLink{text: join(l.From.Name, arrow+text, points[l.Onto]), look: l.Look()})
		case point != "":
			links = append(links, mermaidLink{text: join(l.From.Name, "---"+text, point), look: l.Look(), point: point},
				mermaidLink{text: join(point, arrow, l.To.Name), look: l.Look()})
		default:
			links = append(links, mermaidLink{text: join(l.From.Name, arrow+text, l.To.Name), look: l.Look()})
		}
	}
	return links
}

// mermaidClass is how a box looks. Its names are words that Mermaid does not know.
func mermaidClass(b *scene.Box) string {
	switch {
	case b.Dropped():
		return "dropped"
	case b.Mark.Came():
		return "added"
	case !b.Mark.Stayed():
		return "changed"
	}
	return string(b.Kind())
}

// mermaidBox is a label with its change mark and badges.
func mermaidBox(b *scene.Box) string {
	text := mermaidText(b.Label())
	if b.Mark != scene.Unmarked {
		text = mermaidText(string(b.Mark)) + " " + text
	}
	if b.Joins != "" {
		text += "<br/>" + mermaidText(b.Joins)
	}
	var texts []string
	for _, badge := range b.Badges {
		texts = append(texts, badge.Text)
	}
	if len(texts) > 0 {
		text += "<br/>" + mermaidText("("+strings.Join(texts, ", ")+")")
	}
	return text
}

// mermaidText writes a text so that Mermaid shows just that: all that could mean something to Mermaid, Markdown or HTML
// becomes a numbered entity, which Mermaid writes with # where HTML has &#.
func mermaidText(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case r == ' ', r > unicode.MaxASCII && unicode.IsPrint(r), unicode.IsLetter(r), unicode.IsDigit(r), strings.ContainsRune(",()", r):
			b.WriteRune(r)
		case unicode.IsPrint(r):
			fmt.Fprintf(&b, "#%d;", r)
		default:
			b.WriteRune(unicode.ReplacementChar)
		}
	}
	return b.String()
}

// mermaidLine is a text for a line of its own, which Mermaid takes as it is up to the line's end, but for what could start
// a comment, a directive or a block.
func mermaidLine(text string) string {
	return strings.NewReplacer("{", "(", "}", ")", "%", " percent", ";", ",", "#", "no. ").Replace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.Join(strings.Fields(text), " ")))
}
