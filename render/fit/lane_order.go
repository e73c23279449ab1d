package fit

import (
	"cmp"
	"slices"

	"icamo/render/scene"
	"icamo/theory"
)

// lane is the boxes of a lane in the order in which links run inside it, circles broken at the link that closes them.
type lane struct {
	kind    theory.Kind
	order   []*laneBox
	alone   []*laneBox // those that no line joins to another box, in the order of the scene
	longest int        // the number of ranks that the longest chain needs
}

// laneBox is a box in its lane.
type laneBox struct {
	*Box
	before []*laneBox // those that it comes after
	passes bool       // lines lead from it to lanes after this one

	latest, layer int // in the lane, while it is ranked
}

// inLanes are the lanes of the plan, found where they are first asked for.
func (p *Plan) inLanes() []*lane {
	if p.lanes == nil {
		for _, kind := range p.Scene.Lanes() {
			p.lanes = append(p.lanes, p.newLane(kind))
		}
	}
	return p.lanes
}

func (p *Plan) newLane(kind theory.Kind) *lane {
	before, order := p.laneOrder(p.inLane(kind))
	made := &lane{kind: kind, longest: longest(before, order)}
	boxes := make(map[*Box]*laneBox, len(order))
	for _, b := range order {
		one := &laneBox{Box: b}
		for _, a := range before[b] {
			one.before = append(one.before, boxes[a])
		}
		boxes[b] = one
		made.order = append(made.order, one)
	}
	for _, b := range p.inLane(kind) {
		if b.Alone {
			made.alone = append(made.alone, boxes[b])
		}
	}
	for _, l := range p.Lines {
		if b := boxes[l.From]; b != nil && l.To.Lane.Rank() > kind.Rank() {
			b.passes = true
		}
	}
	return made
}

// laneOrder is the order in which links run inside a lane, circles broken at the link that closes them: for each box
// those that come before it, and all boxes so that each comes after those.
func (p *Plan) laneOrder(boxes []*Box) (before map[*Box][]*Box, order []*Box) {
	next := make(map[*Box][]*Box)
	for _, l := range p.Lines {
		if l.From.Lane == l.To.Lane && l.From != l.To && l.Look().Relation != scene.Rivals { // of rivals none comes first
			next[l.From] = append(next[l.From], l.To)
		}
	}
	before = make(map[*Box][]*Box)
	const open, done = 1, 2
	state := make(map[*Box]int)
	var visit func(b *Box)
	visit = func(b *Box) {
		state[b] = open
		for _, n := range next[b] {
			if state[n] == 0 {
				visit(n)
			}
			if state[n] == done {
				before[n] = append(before[n], b)
			}
		}
		state[b] = done
		order = append(order, b)
	}
	for _, b := range p.entries(boxes, next) {
		if state[b] == 0 {
			visit(b)
		}
	}
	slices.Reverse(order)
	return before, order
}

// entries puts first the boxes of a lane that no link of the lane leads to: a circle is then entered, and broken, where
// the theory enters it. Where every box is led to from its lane, those that links from other lanes lead to come first.
func (p *Plan) entries(boxes []*Box, next map[*Box][]*Box) []*Box {
	inside, outside := make(map[*Box]int), make(map[*Box]int)
	for _, l := range p.Lines {
		switch {
		case l.From.Lane == l.To.Lane && l.From != l.To:
			inside[l.To]++
		case l.From.Lane.Rank() < l.To.Lane.Rank():
			outside[l.To]++
		}
	}
	entries := slices.Clone(boxes)
	slices.SortStableFunc(entries, func(a, b *Box) int {
		return cmp.Or(cmp.Compare(min(inside[a], 1), min(inside[b], 1)), cmp.Compare(min(outside[b], 1), min(outside[a], 1)))
	})
	return entries
}

// longest is the number of ranks that the longest chain needs.
func longest(before map[*Box][]*Box, order []*Box) int {
	depth := make(map[*Box]int, len(order))
	most := 1
	for _, b := range order {
		for _, a := range before[b] {
			depth[b] = max(depth[b], depth[a]+1)
		}
		most = max(most, depth[b]+1)
	}
	return most
}
