package place

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"icamo/render/fit"
	"icamo/render/layout"
)

// graph asks for the layout of a plan. Every box has a rank of its own choosing, and every link is given from the lower
// rank to the higher, whichever way it runs: Graphviz then routes all of them, also those that lead back, around the boxes
// in between.
func graph(p *fit.Plan) layout.Graph {
	g := layout.Graph{DOT: DOT(p, nil)}
	for _, b := range p.Boxes {
		g.Nodes = append(g.Nodes, b.Name)
	}
	for _, l := range p.Lines {
		if !l.Loop() {
			g.Edges = append(g.Edges, l.Name)
		}
		if divided(l) {
			g.Edges = append(g.Edges, pastPoint(l))
		}
	}
	return g
}

// Style says how Graphviz is to draw a plan, where it is not just to lay it out: attributes of the graph, of boxes and of lines, each
// with a comma before it. Back is set for lines that are given from the box that they lead to. Written is what stands on a line, which
// one that is divided has once.
type Style struct {
	Graph   string
	Box     func(b *fit.Box) string
	Line    func(l *fit.Line, back bool) string
	Written func(l *fit.Line) string
}

// DOT writes a plan in Graphviz's language: for the layout without style, and else to be drawn.
func DOT(p *fit.Plan, style *Style) []byte {
	var w bytes.Buffer
	direction, tailport, headport := "TB", ", tailport=s", ", headport=n"
	if p.Columns {
		direction, tailport, headport = "LR", ", tailport=e", ", headport=w"
	}
	clip := ", headclip=false, tailclip=false" // the drawn boxes are smaller than the layout's
	if style != nil {
		p, clip = withoutHidden(p), ""
	}
	s := p.Spacing
	fmt.Fprintf(&w, "digraph theory {\n")
	fmt.Fprintf(&w, "\tgraph [rankdir=%s, nodesep=%s, ranksep=%s, splines=true", direction, inches(s.Between), inches(s.Ranks))
	if s.Along > 0 && p.Columns {
		fmt.Fprintf(&w, ", ratio=compress, size=\"1000,%s\"", inches(s.Along))
	} else if s.Along > 0 {
		fmt.Fprintf(&w, ", ratio=compress, size=\"%s,1000\"", inches(s.Along))
	}
	fixed, texts := "true", ""
	if style != nil {
		fixed, texts = "false", fmt.Sprintf(", fontname=\"Liberation Sans\", fontsize=%g", fit.TextSize) // another program's texts may be wider
		fmt.Fprint(&w, texts, style.Graph)
	}
	fmt.Fprintf(&w, "]\n\tnode [shape=box, fixedsize=%s, label=\"\", fontname=\"Liberation Sans\", fontsize=%g]\n\tedge [dir=none%s%s]\n", fixed, fit.TextSize, clip, texts)
	for _, b := range aloneLast(p.Boxes) {
		wide, high := b.W+2*keeps(b), b.H+2*keeps(b)
		if p.Columns {
			high += 2 * b.Apart
		} else {
			wide += 2 * b.Apart
		}
		fmt.Fprintf(&w, "\t%s [width=%s, height=%s", b.Name, inches(wide), inches(high))
		if style != nil {
			fmt.Fprint(&w, style.Box(b))
		}
		fmt.Fprintf(&w, "]\n")
	}
	for _, l := range p.Lines {
		if l.Loop() && style == nil {
			continue // a link from a box to itself is drawn without Graphviz
		}
		from, to, back := l.From, l.To, l.From.Rank > l.To.Rank
		if back {
			from, to = to, from
		}
		attributes := ""
		if to.Rank-from.Rank == 1 {
			attributes = ", weight=3"
		}
		if style != nil {
			attributes += style.Line(l, back)
			if !l.Acted {
				attributes += style.Written(l)
			}
		}
		if l.Acted && (divided(l) || style != nil) {
			writeDivided(&w, l, from.Name, to.Name, p.Columns, back, attributes, style)
			continue
		}
		if style == nil && to.Rank > from.Rank {
			attributes = tailport + headport + attributes
		}
		fmt.Fprintf(&w, "\t%s -> %s [id=%s%s]\n", from.Name, to.Name, l.Name, attributes)
	}
	writeActing(&w, p, style)
	scaffold(&w, p)
	fmt.Fprintf(&w, "}\n")
	return w.Bytes()
}

// withoutHidden is a plan without what is there only in other figures of its layout.
func withoutHidden(p *fit.Plan) *fit.Plan {
	drawn := *p
	seen := func(boxes []*fit.Box) []*fit.Box {
		return slices.DeleteFunc(slices.Clone(boxes), func(b *fit.Box) bool { return b.Hidden })
	}
	lines := func(lines []*fit.Line) []*fit.Line {
		return slices.DeleteFunc(slices.Clone(lines), func(l *fit.Line) bool { return l.Hidden })
	}
	drawn.Boxes, drawn.Lines, drawn.OnSteps, drawn.Order = seen(p.Boxes), lines(p.Lines), lines(p.OnSteps), nil
	for _, rank := range p.Order {
		drawn.Order = append(drawn.Order, seen(rank))
	}
	return &drawn
}

// writeDivided writes a line on which others act: as two, with a point between them. Only the one with the head has an arrow.
func writeDivided(w *bytes.Buffer, l *fit.Line, from, to string, columns, back bool, attributes string, style *Style) {
	const room = 3 // around a ring
	along, across := inches(2*(RingRadius+room)), inches(0.5)
	if columns {
		along, across = across, along
	}
	first, second := attributes+", dir=none", attributes
	if style != nil {
		first += style.Written(l)
	}
	if back {
		first, second = second, first
	}
	same := ""
	if l.From.Rank == l.To.Rank {
		same = fmt.Sprintf("\t{ rank=same; %s; %s }\n", from, stepPoint(l))
	}
	ring := ""
	if style != nil {
		along, across, ring = inches(2*RingRadius), inches(2*RingRadius), ", shape=circle, fixedsize=true"
	}
	fmt.Fprintf(w, "\t%s [width=%s, height=%s%s]\n%s", stepPoint(l), along, across, ring, same)
	fmt.Fprintf(w, "\t%s -> %s [id=%s%s]\n\t%s -> %s [id=%s%s]\n", from, stepPoint(l), l.Name, first, stepPoint(l), to, pastPoint(l), second)
}

// writeActing writes the lines that act on others, from the lower rank to the higher.
func writeActing(w *bytes.Buffer, p *fit.Plan, style *Style) {
	for _, l := range p.OnSteps {
		from, to, back := l.From.Name, stepPoint(l.Onto), l.From.Rank >= max(l.Onto.From.Rank, l.Onto.To.Rank)
		if !divided(l.Onto) && style == nil {
			if l.From.Rank == l.Onto.To.Rank {
				continue
			}
			to = l.Onto.To.Name // so that it has room where it passes other boxes
		}
		if back {
			from, to = to, from
		}
		attributes := ""
		if style != nil {
			attributes = style.Line(l, back) + style.Written(l)
		}
		fmt.Fprintf(w, "\t%s -> %s [id=%s%s]\n", from, to, l.Name, attributes)
	}
}

// keeps is how far a box keeps others, and their lines, from it.
func keeps(b *fit.Box) float64 {
	if b.Looped {
		return b.Keeps() + loopOut
	}
	return b.Keeps()
}

// aloneLast are the boxes, those without lines after all others: Graphviz sets them there.
func aloneLast(boxes []*fit.Box) []*fit.Box {
	boxes = slices.Clone(boxes)
	slices.SortStableFunc(boxes, func(a, b *fit.Box) int {
		switch {
		case a.Alone == b.Alone:
			return 0
		case b.Alone:
			return -1
		}
		return 1
	})
	return boxes
}

// scaffold holds the ranks: a chain of points, one a rank, that stands after all boxes. Boxes without lines are tied to
// it, so that they stand where no line has to pass them.
func scaffold(w *bytes.Buffer, p *fit.Plan) {
	var above []string // the boxes without lines of the rank before
	for rank := range p.Ranks {
		fmt.Fprintf(w, "\tr%d [shape=point, width=0.01, style=invis]\n", rank)
		if rank > 0 {
			fmt.Fprintf(w, "\tr%d -> r%d [style=invis, weight=0, minlen=%d]\n", rank-1, rank, p.Steps(rank))
		}
		var all, alone []string
		for _, b := range p.Boxes {
			if b.Rank != rank {
				continue
			}
			all = append(all, b.Name)
			if b.Alone {
				alone = append(alone, b.Name)
			}
		}
		name := fmt.Sprintf("r%d", rank)
		fmt.Fprintf(w, "\t{ rank=same; %s }\n", strings.Join(append(all, name), "; "))
		if p.Order != nil {
			writeOrder(w, p.Order[rank])
		}
		if len(alone) > 0 && !p.Columns {
			fmt.Fprintf(w, "\t%s [style=invis]\n", strings.Join(append(slices.Clone(alone), name), " -> "))
			for i := range min(len(alone), len(above)) { // in columns
				fmt.Fprintf(w, "\t%s -> %s [style=invis, weight=2]\n", above[i], alone[i])
			}
		}
		above = alone
	}
}

// writeOrder ties the boxes of a rank to one another in their order.
func writeOrder(w *bytes.Buffer, rank []*fit.Box) {
	var names []string
	for _, b := range rank {
		if !b.Alone {
			names = append(names, b.Name)
		}
	}
	if len(names) > 1 {
		fmt.Fprintf(w, "\t%s [style=invis, weight=0]\n", strings.Join(names, " -> "))
	}
}

func inches(points float64) string { return fmt.Sprintf("%.4f", points/72) }
