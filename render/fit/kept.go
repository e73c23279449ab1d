package fit

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
)

// Kept is a plan in which boxes keep the places that they had in an earlier figure.
type Kept struct {
	*Plan
	Area   geometry.Rect                 // of the lanes
	Places map[*Box]geometry.Rect        // of the boxes that keep theirs
	texts  map[*Box][][]string           // what is said in these, line by line
	ByHand map[*Box]bool                 // boxes that were moved in a drawing program
	Near   map[*Box]geometry.Point       // where boxes stood that have another label now
	Ways   map[string]drawing.PlacedLine // of links, by their ids
	Ranks  []Span                        // where the ranks lie: across the lanes, from edge to edge of their boxes
	Of     []int                         // the place of each rank's lane among the scene's
	Moved  bool                          // what stands below a rank that is new has moved down
	Says   []theory.Horizon              // that of the outcomes of each rank, where outcomes of one horizon have columns of their own
}

// NewKept plans a scene on the places of an earlier figure, for boxes that keep their label and their lane. It fails where
// the scene has more or fewer lanes than the earlier figure, or none of its boxes.
func NewKept(s *scene.Scene, paper Paper, before *drawing.Placed) (*Kept, error) {
	lanes := s.Lanes()
	if len(lanes) != len(before.Lanes) {
		return nil, fmt.Errorf("the number of lanes is another: %d in the figure there, %d in this one", len(before.Lanes), len(lanes))
	}
	k := &Kept{Plan: newPlan(s, paper, newLabels(paper.Face)), Places: make(map[*Box]geometry.Rect), texts: make(map[*Box][][]string), ByHand: make(map[*Box]bool), Near: make(map[*Box]geometry.Point)}
	k.beside = k.besides()
	k.Columns = len(before.Lanes) == 1 && before.Lanes[0].H > before.Lanes[0].W || len(before.Lanes) > 1 && before.Lanes[1].X > before.Lanes[0].X+before.Lanes[0].W/2
	for _, node := range before.Nodes {
		k.Scale = node.Size / TextSize
	}
	for _, lane := range before.Lanes {
		k.Area = k.Area.Union(k.unscaled(lane))
	}
	for _, b := range k.Boxes {
		lane := k.unscaled(before.Lanes[slices.Index(lanes, b.Lane)])
		was, ok := before.Nodes[b.ID()]
		switch at := k.unscaled(was.At); {
		case !ok || !lane.Holds(at.Centre()):
		case was.Name == b.Label():
			k.Places[b], k.texts[b], k.ByHand[b] = at, was.Texts, was.ByHand
		default:
			k.Near[b] = at.Centre()
		}
	}
	if len(k.Places) == 0 {
		return nil, errors.New("the figure there has none of the boxes of this one with the same label and lane")
	}
	k.Ways = make(map[string]drawing.PlacedLine)
	for id, was := range before.Links {
		way := make(geometry.Curve, len(was.Way))
		for i, q := range was.Way {
			way[i] = k.unscaledPoint(q)
		}
		if was.Way = way; was.Ring != nil {
			ring := k.unscaledPoint(*was.Ring)
			was.Ring = &ring
		}
		k.Ways[id] = was
	}
	k.ranks(before)
	k.byHorizon = k.Columns && before.Heads && k.keepHorizons()
	k.sizes()
	return k, nil
}

func (k *Kept) unscaled(r geometry.Rect) geometry.Rect {
	return geometry.Rect{X: r.X / k.Scale, Y: r.Y / k.Scale, W: r.W / k.Scale, H: r.H / k.Scale}
}

func (k *Kept) unscaledPoint(p geometry.Point) geometry.Point {
	return geometry.Point{X: p.X / k.Scale, Y: p.Y / k.Scale}
}

// sizes gives boxes the sizes that they had, and new ones that of a box in their lane.
func (k *Kept) sizes() {
	widths := make(map[string]float64)
	for b, at := range k.Places {
		widths[string(b.Lane)] = max(widths[string(b.Lane)], at.W)
	}
	for _, b := range k.Boxes {
		at, kept := k.Places[b]
		width := at.W
		if !kept {
			width = cmp.Or(k.narrowest(b), widths[string(b.Lane)], 90)
		}
		k.size([]*Box{b}, width-PadLeft-PadRight+0.2) // places are rounded in a file
		if kept {
			b.textWidth, b.textHeight = at.W, at.H
			b.Text, b.FormerText = k.broken(b, b.Text), k.broken(b, b.FormerText)
			b.Listed, b.beside = at.H < minBoxTall-1, k.besideLabel(b)
		} else {
			b.textWidth = max(b.textWidth, width)
		}
	}
	k.makeRoom()
	for b, at := range k.Places {
		b.W, b.H = at.W, at.H
	}
}

// broken are lines of a box as they were broken before, where they say the same: how wide a box was says little of that where others
// were as wide.
func (k *Kept) broken(b *Box, lines []string) []string {
	for _, was := range k.texts[b] {
		if strings.Join(was, "") == strings.Join(lines, "") {
			return was
		}
	}
	return lines
}

// narrowest is the width of the narrowest column that a new box may stand in; 0 where lanes are no columns.
func (k *Kept) narrowest(b *Box) float64 {
	width := 0.0
	for rank, span := range k.Ranks {
		if k.Columns && k.Takes(b, rank) && (width == 0 || span.Size < width) {
			width = span.Size
		}
	}
	return width
}

// ranks finds the ranks that boxes stood in, lane by lane; a lane that keeps no box is one rank.
func (k *Kept) ranks(before *drawing.Placed) {
	along := func(r geometry.Rect) Span {
		if k.Columns {
			return Span{r.X, r.W}
		}
		return Span{r.Y, r.H}
	}
	for i, lane := range k.Scene.Lanes() {
		var boxes []*Box
		for _, b := range k.inLane(lane) {
			if _, kept := k.Places[b]; kept {
				boxes = append(boxes, b)
			}
		}
		if len(boxes) == 0 {
			all := along(k.unscaled(before.Lanes[i]).Grown(-LaneEdge))
			k.Ranks, k.Of = append(k.Ranks, all), append(k.Of, i)
		}
		slices.SortStableFunc(boxes, func(a, b *Box) int { return cmp.Compare(along(k.Places[a]).middle(), along(k.Places[b]).middle()) })
		for _, b := range boxes {
			at := along(k.Places[b])
			last := len(k.Ranks) - 1
			if last < 0 || k.Of[last] != i || at.middle() > k.Ranks[last].From+k.Ranks[last].Size {
				k.Ranks, k.Of = append(k.Ranks, at), append(k.Of, i)
				last++
			}
			rank := &k.Ranks[last]
			end := math.Max(rank.From+rank.Size, at.From+at.Size)
			rank.From = math.Min(rank.From, at.From)
			rank.Size = end - rank.From
			b.Rank = last
		}
	}
	k.Plan.Ranks = len(k.Ranks)
}

// keepHorizons finds the horizon of each column of outcomes: that of most boxes in it. A box that states another has no place there any
// more. It is not ok where one has no column, or the nearest do not come first.
func (k *Kept) keepHorizons() bool {
	order := k.byNearest()
	says, columns, last := make([]theory.Horizon, len(k.Ranks)), make(map[theory.Horizon]bool), -1
	outcomes := k.inLane(theory.Outcome)
	lane := slices.Index(k.Scene.Lanes(), theory.Outcome)
	for rank := range k.Ranks {
		if k.Of[rank] != lane {
			continue
		}
		number := make(map[theory.Horizon]int)
		for _, b := range outcomes {
			if _, kept := k.Places[b]; kept && b.Rank == rank {
				number[b.Horizon()]++
			}
		}
		most := slices.MaxFunc(order, func(a, b theory.Horizon) int { return cmp.Compare(number[a], number[b]) })
		place := slices.Index(order, most)
		if number[most] == 0 || place < last {
			return false
		}
		says[rank], columns[most], last = most, true, place
	}
	for _, b := range outcomes {
		if !columns[b.Horizon()] {
			return false
		}
	}
	for _, b := range outcomes {
		if at, kept := k.Places[b]; kept && says[b.Rank] != b.Horizon() {
			delete(k.Places, b)
			k.Near[b] = at.Centre()
		}
	}
	k.Says = says
	return true
}

// Insert gives a lane that lies across the page one more rank, below its others. What stands below their edge is to move down by what
// that takes; ways and ranks do so here.
func (k *Kept) Insert(lane int, high float64) (edge, by float64) {
	last, gap := -1, math.Inf(1)
	for rank, span := range k.Ranks {
		if k.Of[rank] == lane {
			last = rank
		}
		if rank > 0 {
			before := k.Ranks[rank-1]
			gap = min(gap, span.From-before.From-before.Size)
		}
	}
	const least, most = 14, 40
	gap = max(least, min(gap, most))
	edge, by = k.Ranks[last].From+k.Ranks[last].Size, high+gap
	for rank := last + 1; rank < len(k.Ranks); rank++ {
		k.Ranks[rank].From += by
	}
	for _, b := range k.Boxes {
		if b.Rank > last {
			b.Rank++
		}
	}
	for _, line := range k.Ways {
		for i := range line.Way {
			if line.Way[i].Y > edge {
				line.Way[i].Y += by
			}
		}
	}
	for b, at := range k.Near {
		if at.Y > edge {
			k.Near[b] = geometry.Point{X: at.X, Y: at.Y + by}
		}
	}
	k.Ranks, k.Of = slices.Insert(k.Ranks, last+1, Span{edge + gap, high}), slices.Insert(k.Of, last+1, lane)
	k.Plan.Ranks, k.Area.H, k.Moved = len(k.Ranks), k.Area.H+by, true
	return edge, by
}

// Takes says whether a box that is new may stand in a rank.
func (k *Kept) Takes(b *Box, rank int) bool {
	return k.Of[rank] == slices.Index(k.Scene.Lanes(), b.Lane) && (k.Says == nil || b.Lane != theory.Outcome || k.Says[rank] == b.Horizon())
}

func (s Span) middle() float64 { return s.From + s.Size/2 }
