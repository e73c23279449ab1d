package place

import (
	"cmp"
	"slices"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/wording"
)

// Lane is the band in which the boxes of one kind, or in one role, stand.
type Lane struct {
	Kind  theory.Kind
	At    geometry.Rect
	Title drawing.Text   // without colour
	Heads []drawing.Text // over columns of outcomes of one horizon, without colour
}

// placeLanes gives each lane the band between the middles of the gaps before and after it.
func (f *Placed) placeLanes() {
	const gap = 2
	lanes := f.plan.Scene.Lanes()
	start, end := f.laneSpans(lanes)
	for i, lane := range lanes {
		at := f.Area
		first, last := &at.Y, &at.H
		if f.plan.Columns {
			first, last = &at.X, &at.W
		}
		to := *first + *last
		if i > 0 {
			*first = (end[i-1]+start[i])/2 + gap/2
		}
		if i < len(lanes)-1 {
			to = (end[i]+start[i+1])/2 - gap/2
		}
		*last = to - *first
		f.Lanes = append(f.Lanes, Lane{lane, at, f.laneTitle(lane, at), f.columnHeads(lane, at)})
	}
}

// laneSpans are where each lane's boxes start and end, across the lanes.
func (f *Placed) laneSpans(lanes []theory.Kind) (start, end []float64) {
	start, end = make([]float64, len(lanes)), make([]float64, len(lanes))
	for i, lane := range lanes {
		first := true
		for _, b := range f.Boxes {
			if b.Lane != lane {
				continue
			}
			from, to := b.At.Y, b.At.Y+b.At.H
			if f.plan.Columns {
				from, to = b.At.X, b.At.X+b.At.W
			}
			if first {
				start[i], end[i], first = from, to, false
			}
			start[i], end[i] = min(start[i], from), max(end[i], to)
		}
	}
	return start, end
}

// TitleAt is where the lane's title stands.
func (l Lane) TitleAt(face *drawing.Face) geometry.Rect {
	t := l.Title
	at := t.Extent(face)
	if t.Rotate != 0 { // it runs upwards, around its anchor
		at = geometry.Rect{X: t.X + at.Y - t.Y, Y: t.Y + t.X - at.X - at.W, W: at.H, H: at.W}
	}
	return at
}

// laneTitle names a lane: over a column, or upwards beside a row. That of configurations needs no name.
func (f *Placed) laneTitle(lane theory.Kind, at geometry.Rect) drawing.Text {
	if lane == scene.Configuration { // the figure has no other
		return drawing.Text{}
	}
	t := drawing.Text{String: f.plan.Scene.LaneName(lane), Size: fit.TextSize, Bold: true, Anchor: drawing.Middle}
	if f.plan.Columns {
		t.X, t.Y = at.X+at.W/2, at.Y+8.5
		return t
	}
	t.X, t.Y, t.Rotate = at.X+fit.LaneTitle-2.5, at.Y+at.H/2, -90
	return t
}

// columnHeads name the horizons of the columns of a lane. Where some outcomes state none, this is said over theirs, and where all
// state the same one, that it is a horizon; as far as there is room.
func (f *Placed) columnHeads(lane theory.Kind, at geometry.Rect) []drawing.Text {
	if lane != theory.Outcome || f.plan.HeadingHigh() == 0 {
		return nil
	}
	words := wording.Of(f.plan.Scene.Theory)
	columns := make(map[theory.Horizon]geometry.Rect)
	tagged := false // of those in no column of their own, some state one in this figure
	for _, b := range f.Boxes {
		if b.Lane == lane {
			columns[b.Horizon()] = columns[b.Horizon()].Union(b.At)
			tagged = tagged || b.Horizon() == "" && b.HorizonTag != "" && !b.Hidden
		}
	}
	over := func(h theory.Horizon, text string) drawing.Text {
		return drawing.Text{String: wording.Capital(text), Size: fit.TextSize, Anchor: drawing.Middle, X: columns[h].Centre().X, Y: at.Y + 8.5 + fit.LineGap}
	}
	var heads []drawing.Text
	for _, h := range f.plan.Horizons() {
		heads = append(heads, over(h, words.Word(string(h))))
	}
	_, unstated := columns[""]
	switch fits := f.headFits(at, heads); {
	case unstated && !tagged:
		for _, text := range []string{"horizon not given", "not given"} {
			if head := over("", words.Say(text)); fits(head) {
				heads = append(heads, head)
				slices.SortFunc(heads, func(a, b drawing.Text) int { return cmp.Compare(a.X, b.X) })
				return heads
			}
		}
	case len(heads) == 1:
		h := f.plan.Horizons()[0]
		if head := over(h, words.Say("horizon: {1}", words.Word(string(h)))); f.headFits(at, nil)(head) {
			return []drawing.Text{head}
		}
	}
	return heads
}

// headFits says whether a heading is inside its lane and apart from others.
func (f *Placed) headFits(at geometry.Rect, others []drawing.Text) func(drawing.Text) bool {
	face := f.plan.Paper.Face
	return func(head drawing.Text) bool {
		own := head.Extent(face)
		for _, other := range others {
			if other.Extent(face).Overlaps(own.Grown(3)) {
				return false
			}
		}
		return own.X >= at.X && own.X+own.W <= at.X+at.W
	}
}
