package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/theory"
)

// spacing is how far apart Graphviz is to put things, in points.
type spacing struct {
	between float64 // boxes of one rank
	ranks   float64 // ranks
	along   float64 // length that every rank is to be squeezed into; 0 for none
}

// graph asks for the layout of a figure. Every box has a rank of its own choosing, and every link is given from the
// lower rank to the higher, whichever way it runs: Graphviz then routes all of them, also those that lead back, around
// the boxes in between.
func (f *figure) graph(s spacing) layout.Graph {
	g := layout.Graph{DOT: f.dot(s, false)}
	for _, b := range f.boxes {
		g.Nodes = append(g.Nodes, b.name)
	}
	for _, l := range f.lines {
		if l.from != l.to {
			g.Edges = append(g.Edges, l.name)
		}
	}
	return g
}

// dot writes the figure in Graphviz's language: for the layout without texts, for people with them.
func (f *figure) dot(s spacing, texts bool) []byte {
	var w bytes.Buffer
	direction := "TB"
	if f.columns {
		direction = "LR"
	}
	clip := ", headclip=false, tailclip=false" // the drawn boxes are smaller than the layout's
	if texts {
		clip = ""
	}
	fmt.Fprintf(&w, "digraph theory {\n")
	fmt.Fprintf(&w, "\tgraph [rankdir=%s, nodesep=%s, ranksep=%s, splines=true", direction, inches(s.between), inches(s.ranks))
	if s.along > 0 && f.columns {
		fmt.Fprintf(&w, ", ratio=compress, size=\"1000,%s\"", inches(s.along))
	} else if s.along > 0 {
		fmt.Fprintf(&w, ", ratio=compress, size=\"%s,1000\"", inches(s.along))
	}
	fmt.Fprintf(&w, "]\n\tnode [shape=box, fixedsize=true, label=\"\", fontname=\"Liberation Sans\", fontsize=%g]\n\tedge [dir=none%s]\n", textSize, clip)
	for _, b := range f.looseLast() {
		fmt.Fprintf(&w, "\t%s [width=%s, height=%s", b.name, inches(b.at.W+2*b.keeps()), inches(b.at.H+2*b.keeps()))
		if texts {
			fmt.Fprintf(&w, ", label=%s, tooltip=%s, color=%q", quoteDOT(strings.Join(b.text, "\n")), quoteDOT(b.id()), hex(Color.Kinds[b.kind()]))
			if b.ghost() {
				fmt.Fprintf(&w, ", style=dashed")
			}
		}
		fmt.Fprintf(&w, "]\n")
	}
	for _, l := range f.lines {
		if l.from == l.to && !texts {
			continue // a link from a box to itself is drawn without Graphviz
		}
		from, to, back := l.from, l.to, l.from.rank > l.to.rank
		if back {
			from, to = to, from
		}
		fmt.Fprintf(&w, "\t%s -> %s [id=%s", from.name, to.name, l.name)
		if to.rank-from.rank == 1 {
			fmt.Fprintf(&w, ", weight=3")
		}
		if texts {
			fmt.Fprintf(&w, ", tooltip=%s%s", quoteDOT(l.link.ID), lineDOT(l, back))
		}
		fmt.Fprintf(&w, "]\n")
	}
	f.scaffold(&w)
	fmt.Fprintf(&w, "}\n")
	return w.Bytes()
}

// keeps is how far a box keeps others, and their lines, from it.
func (b *box) keeps() float64 {
	if b.looped {
		return clearance + loopOut
	}
	return clearance
}

// looseLast are the boxes, those without lines after all others: Graphviz sets them there.
func (f *figure) looseLast() []*box {
	boxes := slices.Clone(f.boxes)
	slices.SortStableFunc(boxes, func(a, b *box) int { return truth(a.loose) - truth(b.loose) })
	return boxes
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// scaffold holds the ranks: a chain of points, one a rank, that stands after all boxes. Boxes without lines are tied to
// it, so that they stand where no line has to pass them.
func (f *figure) scaffold(w *bytes.Buffer) {
	for rank := range f.ranks {
		fmt.Fprintf(w, "\tr%d [shape=point, width=0.01, style=invis]\n", rank)
		if rank > 0 {
			fmt.Fprintf(w, "\tr%d -> r%d [style=invis, weight=0]\n", rank-1, rank)
		}
		var all, loose []string
		for _, b := range f.boxes {
			if b.rank != rank {
				continue
			}
			all = append(all, b.name)
			if b.loose {
				loose = append(loose, b.name)
			}
		}
		name := fmt.Sprintf("r%d", rank)
		fmt.Fprintf(w, "\t{ rank=same; %s }\n", strings.Join(append(all, name), "; "))
		if len(loose) > 0 && !f.columns {
			fmt.Fprintf(w, "\t%s [style=invis]\n", strings.Join(append(loose, name), " -> "))
		}
	}
}

// lineDOT says how Graphviz is to draw a link.
func lineDOT(l *line, back bool) string {
	end, direction, head := "arrowhead", "forward", "normal"
	if back {
		end, direction = "arrowtail", "back"
	}
	colour := Color.Line
	if l.link.Effect == theory.Inhibits {
		head, colour = "tee", Color.Inhibit
	}
	style := "solid"
	switch {
	case l.ghost() || l.link.Status == theory.NotTested || l.link.Status == theory.NotActivated:
		style = "dotted"
	case l.link.Status == theory.Hypothesised:
		style = "dashed"
	}
	return fmt.Sprintf(", dir=%s, %s=%s, color=%q, style=%s", direction, end, head, hex(colour), style)
}

func hex(c drawing.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

func inches(points float64) string { return fmt.Sprintf("%.4f", points/72) }

// quoteDOT writes a text so that Graphviz shows just that: its escapes (\N, \G) and entities (&lt;) are taken away.
func quoteDOT(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;", "\n", `\n`, "\r", "", "\x00", "").Replace(text) + `"`
}
