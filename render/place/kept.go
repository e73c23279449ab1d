package place

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// kept is an arrangement as it is remembered. Its numbers stand as they are in memory, as most of a figure drawn again went into
// reading them otherwise.
type kept struct {
	Boxes, Rings int
	Points       []int  // of each curve
	Numbers      []byte // of the area, the boxes, the rings, and the curves
}

// MarshalJSON writes an arrangement so that it can be drawn again without its layout.
func (a *Arrangement) MarshalJSON() ([]byte, error) {
	k := kept{Boxes: len(a.boxes), Rings: len(a.rings), Points: make([]int, len(a.ways))}
	k.addRects(a.Area)
	k.addRects(a.boxes...)
	k.addRects(a.rings...)
	for i, w := range a.ways {
		k.Points[i] = len(w.Curve)
		for _, p := range w.Curve {
			k.add(p.X, p.Y)
		}
	}
	return json.Marshal(k)
}

func (k *kept) add(numbers ...float64) {
	for _, n := range numbers {
		k.Numbers = binary.LittleEndian.AppendUint64(k.Numbers, math.Float64bits(n))
	}
}

func (k *kept) addRects(all ...geometry.Rect) {
	for _, r := range all {
		k.add(r.X, r.Y, r.W, r.H)
	}
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (a *Arrangement) UnmarshalJSON(data []byte) error {
	var k kept
	if err := json.Unmarshal(data, &k); err != nil {
		return err
	}
	const number, rect, point = 8, 4 * 8, 2 * 8 // bytes
	for _, n := range append([]int{k.Boxes, k.Rings}, k.Points...) {
		if n < 0 || n > len(k.Numbers) {
			return errors.New("not so many numbers")
		}
	}
	need := rect * (1 + k.Boxes + k.Rings)
	for _, n := range k.Points {
		if n < 4 || n%3 != 1 {
			return errors.New("a curve in pieces")
		}
		need += point * n
	}
	if len(k.Numbers) != need {
		return errors.New("not as many numbers as there are to be")
	}
	next := func() float64 {
		n := math.Float64frombits(binary.LittleEndian.Uint64(k.Numbers))
		k.Numbers = k.Numbers[number:]
		return n
	}
	rects := func(n int) []geometry.Rect {
		all := make([]geometry.Rect, n)
		for i := range all {
			all[i] = geometry.Rect{X: next(), Y: next(), W: next(), H: next()}
		}
		return all
	}
	a.Area, a.boxes, a.rings, a.ways = rects(1)[0], rects(k.Boxes), rects(k.Rings), make([]geometry.Way, len(k.Points))
	for i, n := range k.Points {
		c := make(geometry.Curve, n)
		for j := range c {
			c[j] = geometry.Point{X: next(), Y: next()}
		}
		a.ways[i] = geometry.NewWay(c)
	}
	return nil
}

// Arranges says whether the arrangement has a place for each box of a plan, and a way for each line.
func (a *Arrangement) Arranges(p *fit.Plan) bool {
	return len(a.boxes) == len(p.Boxes) && len(a.ways) == len(p.Lines)+len(p.OnSteps) && len(a.rings) == len(p.OnSteps)
}
