package drawing

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"icamo/render/geometry"
)

// Placed is where the boxes and lines of a drawing that was written as SVG stand, in points of its page.
type Placed struct {
	Nodes map[string]PlacedNode // by their ids
	Links map[string]PlacedLine // by their ids
	Lanes []geometry.Rect
	Heads bool // columns of a lane have headings of their own
}

// PlacedNode is one box: where its frame stands, its name, and the size of its label.
type PlacedNode struct {
	At     geometry.Rect
	Name   string
	Texts  [][]string // its label and what else it says, each with its lines
	Size   float64
	ByHand bool // it was moved in a drawing program: its lines still lead to where it stood
}

// PlacedLine is one line.
type PlacedLine struct {
	Way   geometry.Curve
	Whole bool            // to its end: else up to its head
	Ring  *geometry.Point // the middle of the ring that it ends at; nil for none
}

// ReadSVG reads where boxes and lanes stand in a drawing that SVG has written. It is an error that there are none; of two boxes
// with one id, as rows and panels have them, neither is taken.
func ReadSVG(r io.Reader) (*Placed, error) {
	const most = 64 << 20
	type path struct {
		D string `xml:"d,attr"`
	}
	var svg struct {
		XMLName xml.Name
		Groups  []struct {
			Class string `xml:"class,attr"`
			ID    string `xml:"data-id,attr"`
			Title string `xml:"title"`
			Moved string `xml:"transform,attr"`
			Rest  string `xml:"data-rest,attr"`
			Ring  string `xml:"data-ring,attr"`
			Paths []path `xml:"path"`
			Texts []struct {
				Size  string   `xml:"font-size,attr"`
				First string   `xml:",chardata"`
				More  []string `xml:"tspan"`
			} `xml:"text"`
		} `xml:"g"`
	}
	if err := xml.NewDecoder(io.LimitReader(r, most)).Decode(&svg); err != nil {
		return nil, fmt.Errorf("it is no SVG: %w", err)
	}
	placed := &Placed{Nodes: make(map[string]PlacedNode), Links: make(map[string]PlacedLine)}
	twice := make(map[string]bool)
	for _, g := range svg.Groups {
		if len(g.Paths) == 0 {
			continue
		}
		points, ok := pointsOf(g.Paths[0].D)
		at := geometry.Bounds(points)
		switch {
		case !ok:
		case g.Class == "link" && len(points)%3 == 1 && len(points) >= 4:
			placed.Links[g.ID] = lineOf(points, g.Rest, g.Ring)
		case g.Class == "lane":
			placed.Lanes = append(placed.Lanes, at)
			placed.Heads = placed.Heads || len(g.Texts) > 1 // beside its title
		case g.Class == "node" && g.ID != "" && len(g.Texts) > 0:
			size, err := strconv.ParseFloat(g.Texts[0].Size, 64)
			if err != nil || !(size > 0 && size < 1000) {
				continue
			}
			if _, there := placed.Nodes[g.ID]; there {
				twice[g.ID] = true
			}
			by, moved := translation(g.Moved)
			at.X, at.Y = at.X+by.X, at.Y+by.Y
			node := PlacedNode{At: at, Name: g.Title, Size: size, ByHand: moved}
			for _, text := range g.Texts {
				node.Texts = append(node.Texts, append([]string{text.First}, text.More...))
			}
			placed.Nodes[g.ID] = node
		}
	}
	for id := range twice {
		delete(placed.Nodes, id)
	}
	if len(placed.Nodes) == 0 || len(placed.Lanes) == 0 {
		return nil, errors.New("it has no boxes in lanes, as figures of icamo have them")
	}
	return placed, nil
}

// translation is by how much a drawing program has moved a group; not ok where it has not, or has done something else with it.
func translation(transform string) (by geometry.Point, ok bool) {
	inside, found := strings.CutPrefix(strings.TrimSpace(transform), "translate(")
	inside, closed := strings.CutSuffix(inside, ")")
	fields := strings.FieldsFunc(inside, func(r rune) bool { return r == ',' || r == ' ' })
	if !found || !closed || len(fields) < 1 || len(fields) > 2 {
		return by, false
	}
	for i, field := range fields {
		far, err := strconv.ParseFloat(field, 64)
		if err != nil || !(math.Abs(far) <= Largest) {
			return geometry.Point{}, false
		}
		if i == 0 {
			by.X = far
		} else {
			by.Y = far
		}
	}
	return by, true
}

// pointsOf are the points of a path's description, whose letters are all capital: those of a line of curves are a curve.
func pointsOf(d string) ([]geometry.Point, bool) {
	fields := strings.FieldsFunc(d, func(r rune) bool { return strings.ContainsRune("MLCZ ,", r) })
	var points []geometry.Point
	for i := 0; i+1 < len(fields); i += 2 {
		x, errX := strconv.ParseFloat(fields[i], 64)
		y, errY := strconv.ParseFloat(fields[i+1], 64)
		if errX != nil || errY != nil || math.Abs(x) > Largest || math.Abs(y) > Largest {
			return nil, false
		}
		points = append(points, geometry.Point{X: x, Y: y})
	}
	return points, len(points) >= 2
}

// lineOf is a line that is drawn along some points, with what its group says of the rest of it.
func lineOf(drawn geometry.Curve, rest, ring string) PlacedLine {
	const piece = 3 // points
	l := PlacedLine{Way: drawn}
	if more, ok := pointsOf(rest); ok && len(more)%piece == 0 {
		l.Way, l.Whole = slices.Concat(drawn[:len(drawn)-piece], more), true
	}
	if at, _ := pointsOf(ring); len(at) == 1 {
		l.Ring = &at[0]
	}
	return l
}
