package drawing

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"icamo/render/geometry"
)

// Placed is where the boxes and lines of a drawing that was written as SVG stand, in points of its page.
type Placed struct {
	Nodes map[string]PlacedNode     // by their ids
	Links map[string]geometry.Curve // by their ids, up to their heads
	Lanes []geometry.Rect
	Heads bool // columns of a lane have headings of their own
}

// PlacedNode is one box: where its frame stands, its name, and the size of its label.
type PlacedNode struct {
	At     geometry.Rect
	Name   string
	Size   float64
	ByHand bool // it was moved in a drawing program: its lines still lead to where it stood
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
			Paths []path `xml:"path"`
			Texts []struct {
				Size string `xml:"font-size,attr"`
			} `xml:"text"`
		} `xml:"g"`
	}
	if err := xml.NewDecoder(io.LimitReader(r, most)).Decode(&svg); err != nil {
		return nil, fmt.Errorf("it is no SVG: %w", err)
	}
	placed := &Placed{Nodes: make(map[string]PlacedNode), Links: make(map[string]geometry.Curve)}
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
			placed.Links[g.ID] = points
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
			placed.Nodes[g.ID] = PlacedNode{at, g.Title, size, moved}
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
