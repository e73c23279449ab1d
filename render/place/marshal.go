package place

import (
	"encoding/binary"
	"errors"
	"math"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// MarshalBinary writes an arrangement so that it can be drawn again without its layout: how many boxes, rings and ways there are, how
// many points each way has, and then all numbers. These stand as they are in memory, as most of a figure drawn again went into
// reading them otherwise.
func (a *Arrangement) MarshalBinary() ([]byte, error) {
	var data []byte
	count := func(n int) { data = binary.LittleEndian.AppendUint32(data, uint32(n)) }
	number := func(n float64) { data = binary.LittleEndian.AppendUint64(data, math.Float64bits(n)) }
	rects := func(all ...geometry.Rect) {
		for _, r := range all {
			number(r.X)
			number(r.Y)
			number(r.W)
			number(r.H)
		}
	}
	count(len(a.boxes))
	count(len(a.rings))
	count(len(a.ways))
	for _, w := range a.ways {
		count(len(w.Curve))
	}
	rects(a.Area)
	rects(a.boxes...)
	rects(a.rings...)
	for _, w := range a.ways {
		for _, p := range w.Curve {
			number(p.X)
			number(p.Y)
		}
	}
	return data, nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (a *Arrangement) UnmarshalBinary(data []byte) error {
	const size, rect, point = 4, 4 * 8, 2 * 8 // bytes
	most := len(data) / size
	count := func() int {
		if len(data) < size {
			return -1
		}
		n := binary.LittleEndian.Uint32(data)
		data = data[size:]
		return int(min(n, math.MaxInt32))
	}
	boxes, rings, ways := count(), count(), count()
	if min(boxes, rings, ways) < 0 || max(boxes, rings, ways) > most {
		return errors.New("not so many numbers")
	}
	need := rect * (1 + boxes + rings)
	points := make([]int, ways)
	for i := range points {
		n := count()
		if n < 4 || n > most || n%3 != 1 {
			return errors.New("a curve in pieces")
		}
		points[i] = n
		need += point * n
	}
	if len(data) != need {
		return errors.New("not as many numbers as there are to be")
	}
	next := func() float64 {
		n := math.Float64frombits(binary.LittleEndian.Uint64(data))
		data = data[8:]
		return n
	}
	rects := func(n int) []geometry.Rect {
		all := make([]geometry.Rect, n)
		for i := range all {
			all[i] = geometry.Rect{X: next(), Y: next(), W: next(), H: next()}
		}
		return all
	}
	a.Area, a.boxes, a.rings, a.ways = rects(1)[0], rects(boxes), rects(rings), make([]geometry.Way, ways)
	for i, n := range points {
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
