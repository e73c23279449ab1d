package fit

import (
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
)

// Plan is one way of fitting a scene to its page.
type Plan struct {
	Scene   *scene.Scene
	Columns bool // lanes stand side by side and links run to the right; else they lie above one another and links run down
	Ranks   int  // how many ranks all lanes have together
	Boxes   []*Box
	Lines   []*Line // from box to box
	OnSteps []*Line // from a box to one of Lines
	Spacing Spacing
	Scale   float64 // by which all is to be multiplied on the page
	Paper   Paper
	Order   [][]*Box // of the boxes of each rank; nil where the layout is to find one

	Candidate Candidate // that it is made from

	worded, full bool // while candidates are made of it: texts stand on links; or marks do, on most

	tellsWhy scene.Spare // the reasons that the strip tells

	byHorizon bool // outcomes of one horizon have columns of their own
	listed    int  // lines of a label in ranks that are too full for the page; 0 where those have no lists

	wider map[int]bool // ranks that stand farther from the one before than they need to

	beside map[bool]float64 // what stands above and below the layout, in height: where outcomes of one horizon have columns, and where not
	height float64          // of the page, about, once it is scaled
	lanes  []*lane
	states []theory.Horizon // those that outcomes state; nil before they are asked for
	labels *labels
}

// Box is a box of the scene with its size.
type Box struct {
	*scene.Box
	W, H       float64
	Text       []string // the label, wrapped
	FormerText []string // the former label or what a configuration is joined to, wrapped
	Rank       int
	Apart      float64 // that it stands from others of its rank, on both sides, beside the gap between all: lines join them
	Listed     bool    // it stands in a list: its badges are in it, behind the label

	textWidth, textHeight float64                 // that the label and the badges take
	ends                  [geometry.Sides]float64 // what ends of lines take of each side
	spread                float64                 // that ends of lines from lists take of it, each beyond what its head needs
	beside                float64                 // that badges and tags take of it, in a list
	lines                 int                     // of the label and the former one
}

// Line is a line of the scene between boxes of the plan.
type Line struct {
	*scene.Line
	From, To *Box
	Onto     *Line // the line of the step that it acts on; nil for none
	Paired   bool  // another line joins the same boxes
	Acted    bool  // another line acts on it

	looks []scene.Look
	space [2]float64 // half of what its tail and its head take of a box, whatever lists spread; 0 before it is asked for
}

func newLine(l *scene.Line, from, to *Box, onto *Line) *Line {
	return &Line{Line: l, From: from, To: to, Onto: onto, looks: l.Looks()}
}

// Ranks are the ranks that the line leads from and to; where it acts on a step, to one that the step passes, and that differs
// from its own where it can.
func (l *Line) Ranks() (from, to int) {
	if l.Onto == nil {
		return l.From.Rank, l.To.Rank
	}
	low, high := min(l.Onto.From.Rank, l.Onto.To.Rank), max(l.Onto.From.Rank, l.Onto.To.Rank)
	if l.From.Rank >= high && low < high {
		return l.From.Rank, high - 1
	}
	return l.From.Rank, min(max(l.From.Rank, low)+1, high)
}

// Spacing is how far apart things are to stand.
type Spacing struct {
	Between float64 // boxes of one rank
	Ranks   float64 // ranks
	Along   float64 // length that every rank is to be squeezed into; 0 for none
}

// newPlan has boxes without sizes and ranks.
func newPlan(s *scene.Scene, paper Paper, l *labels) *Plan {
	p := &Plan{Scene: s, Paper: paper, labels: l, Boxes: make([]*Box, len(s.Boxes)), Lines: make([]*Line, len(s.Lines))}
	boxes := make(map[*scene.Box]*Box, len(s.Boxes))
	for i, b := range s.Boxes {
		p.Boxes[i] = &Box{Box: b}
		boxes[b] = p.Boxes[i]
	}
	for i, l := range s.Lines {
		p.Lines[i] = newLine(l, boxes[l.From], boxes[l.To], nil)
	}
	lines := make(map[*scene.Line]*Line, len(s.Lines))
	for _, l := range p.Lines {
		lines[l.Line] = l
	}
	for _, l := range s.OnSteps {
		step := lines[l.Onto]
		step.Acted = true
		p.OnSteps = append(p.OnSteps, newLine(l, boxes[l.From], nil, step))
	}
	joins := make(map[[2]*Box][]*Line)
	for _, l := range p.Lines {
		pair := [2]*Box{l.From, l.To}
		if back := [2]*Box{l.To, l.From}; joins[back] != nil {
			pair = back
		}
		joins[pair] = append(joins[pair], l)
	}
	for _, l := range p.Lines {
		l.Paired = len(joins[[2]*Box{l.From, l.To}])+len(joins[[2]*Box{l.To, l.From}]) > 1
	}
	return p
}

func (p *Plan) inLane(lane theory.Kind) []*Box {
	var boxes []*Box
	for _, b := range p.Boxes {
		if b.Lane == lane {
			boxes = append(boxes, b)
		}
	}
	return boxes
}
