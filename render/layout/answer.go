package layout

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

const (
	pointsPerInch = 72
	// farthest bounds a coordinate: what lies beyond is an error of the engine, no figure that anyone could print.
	farthest = 1e7
)

// answer is the part of Graphviz's json0 that places things. Objects are nodes and, with no position, clusters.
type answer struct {
	BB      string `json:"bb"`
	Objects []struct {
		ID     *int   `json:"_gvid"`
		Name   string `json:"name"`
		Pos    string `json:"pos"`
		Width  string `json:"width"`
		Height string `json:"height"`
	} `json:"objects"`
	Edges []struct {
		Tail *int   `json:"tail"`
		Head *int   `json:"head"`
		ID   string `json:"id"`
		Pos  string `json:"pos"`
	} `json:"edges"`
}

// read turns json0 into a Layout, and refuses one that does not place what the graph asked for.
func read(data []byte, g Graph) (*Layout, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	var a answer
	switch err := decoder.Decode(&a); {
	case errors.Is(err, io.EOF):
		return nil, errors.New("no answer")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, errors.New("the answer ends in the middle")
	case err != nil:
		return nil, fmt.Errorf("the answer is not json0: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one answer")
	}
	l, err := a.layout()
	if err != nil {
		return nil, err
	}
	for _, name := range g.Nodes {
		if _, ok := l.Nodes[name]; !ok {
			return nil, fmt.Errorf("no place for node %q", name)
		}
	}
	for _, id := range g.Edges {
		if _, ok := l.Edges[id]; !ok {
			return nil, fmt.Errorf("no line for edge %q", id)
		}
	}
	return l, nil
}

func (a *answer) layout() (*Layout, error) {
	page, err := numbers(a.BB, 4)
	if err != nil {
		return nil, fmt.Errorf("bounding box: %w", err)
	}
	left, bottom, right, top := page[0], page[1], page[2], page[3]
	if right < left || top < bottom {
		return nil, fmt.Errorf("bounding box %q is inside out", a.BB)
	}
	place := func(p Point) Point { return Point{p.X - left, top - p.Y} }

	l := &Layout{Width: right - left, Height: top - bottom, Nodes: map[string]Box{}, Edges: map[string]Edge{}}
	names := map[int]string{}
	for _, o := range a.Objects {
		if o.Pos == "" {
			continue
		}
		if o.ID == nil {
			return nil, fmt.Errorf("node %q has no number", o.Name)
		}
		if _, twice := l.Nodes[o.Name]; twice {
			return nil, fmt.Errorf("node %q is placed twice", o.Name)
		}
		centre, err := point(o.Pos)
		if err != nil {
			return nil, fmt.Errorf("node %q: %w", o.Name, err)
		}
		size, err := numbers(o.Width+","+o.Height, 2)
		if err != nil {
			return nil, fmt.Errorf("size of node %q: %w", o.Name, err)
		}
		if size[0] < 0 || size[1] < 0 {
			return nil, fmt.Errorf("size of node %q is negative", o.Name)
		}
		names[*o.ID] = o.Name
		centre = place(centre)
		l.Nodes[o.Name] = Box{X: centre.X, Y: centre.Y, W: size[0] * pointsPerInch, H: size[1] * pointsPerInch}
	}
	if len(names) != len(l.Nodes) {
		return nil, errors.New("two nodes have one number")
	}
	for _, e := range a.Edges {
		if e.ID == "" {
			continue
		}
		if _, twice := l.Edges[e.ID]; twice {
			return nil, fmt.Errorf("edge %q is drawn twice", e.ID)
		}
		if e.Tail == nil || e.Head == nil {
			return nil, fmt.Errorf("edge %q has no ends", e.ID)
		}
		tail, okTail := names[*e.Tail]
		head, okHead := names[*e.Head]
		if !okTail || !okHead {
			return nil, fmt.Errorf("edge %q joins nodes that are not there", e.ID)
		}
		edge, err := line(e.Pos, place)
		if err != nil {
			return nil, fmt.Errorf("edge %q: %w", e.ID, err)
		}
		edge.Tail, edge.Head = tail, head
		l.Edges[e.ID] = edge
	}
	return l, nil
}

// line reads a spline as Graphviz writes it: "e,X,Y" and "s,X,Y" for the tips of arrowheads, then the curve's points.
func line(pos string, place func(Point) Point) (Edge, error) {
	var e Edge
	for _, field := range strings.Fields(pos) {
		tip, isEnd := strings.CutPrefix(field, "e,")
		tip, isStart := strings.CutPrefix(tip, "s,")
		p, err := point(tip)
		if err != nil {
			return Edge{}, err
		}
		p = place(p)
		switch {
		case isEnd:
			e.End = &p
		case isStart:
			e.Start = &p
		default:
			e.Curve = append(e.Curve, p)
		}
	}
	if len(e.Curve) < 4 || len(e.Curve)%3 != 1 {
		return Edge{}, fmt.Errorf("a curve of %d points", len(e.Curve))
	}
	return e, nil
}

func point(text string) (Point, error) {
	// A "!" marks a node whose place the DOT fixed.
	xy, err := numbers(strings.TrimSuffix(text, "!"), 2)
	if err != nil {
		return Point{}, err
	}
	return Point{xy[0], xy[1]}, nil
}

func numbers(text string, count int) ([]float64, error) {
	parts := strings.Split(text, ",")
	if len(parts) != count {
		return nil, fmt.Errorf("%d numbers expected, not %q", count, clip(text))
	}
	values := make([]float64, count)
	for i, part := range parts {
		v, err := strconv.ParseFloat(part, 64)
		if err != nil || math.IsNaN(v) || math.Abs(v) > farthest {
			return nil, fmt.Errorf("%q is no coordinate", clip(part))
		}
		values[i] = v
	}
	return values, nil
}

// clip shortens another program's text for a message of one line.
func clip(text string) string {
	const most = 200
	if len(text) > most {
		return text[:most] + "…"
	}
	return text
}
