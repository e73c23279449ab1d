package fit

import (
	"iter"
	"slices"
	"sort"

	"icamo/render/geometry"
	"icamo/render/scene"
)

// Fitting is the plans by which a scene may fit its page.
type Fitting struct {
	estimate   *Plan // ranked and measured anew for each candidate
	candidates []Candidate
	only       *Plan // of a figure for no page; nil before it is asked for
}

// New finds the plans for a scene on paper.
func New(s *scene.Scene, paper Paper) *Fitting {
	p := newPlan(s, paper, newLabels(paper.Face))
	p.beside = p.besides()
	return &Fitting{estimate: p}
}

// mostOrdered is the number of lines up to which an order of boxes is looked for, as it takes the longer the more there are.
const mostOrdered = 75

// Candidates are those to try, the best first, as far as that can be told before they are laid out; for a page, each also with an
// order of its boxes, where there are not too many lines for that. The last one always gives a figure.
func (f *Fitting) Candidates() []Candidate {
	if f.estimate.Paper.Width == 0 || f.Lines() > mostOrdered {
		return f.all()
	}
	var both []Candidate
	for _, c := range f.all() {
		ordered := c
		ordered.Ordered = true
		both = append(both, c, ordered)
	}
	return both
}

// Lines counts the lines from box to box.
func (f *Fitting) Lines() int { return len(f.estimate.Lines) }

// Versions says whether the scene is of two versions of a theory.
func (f *Fitting) Versions() bool { return f.estimate.Scene.Versions() }

// Best is the first of the plans.
func (f *Fitting) Best() *Plan { return f.Plan(f.all()[0]) }

// all are the candidates, found where they are first asked for.
func (f *Fitting) all() []Candidate {
	if f.candidates == nil {
		f.candidates = f.estimate.candidates()
	}
	return f.candidates
}

// Plan is that of a candidate for this scene.
func (f *Fitting) Plan(c Candidate) *Plan {
	if f.only != nil && f.only.Candidate == c {
		return f.only
	}
	return f.estimate.as(c)
}

// as is a plan for the same scene and paper as another, by a candidate.
func (like *Plan) as(c Candidate) *Plan {
	p := newPlan(like.Scene, like.Paper, like.labels)
	p.Candidate = c
	p.beside, p.height, p.Scale, p.Columns, p.byHorizon = like.beside, c.Height, c.Scale, c.Columns, c.Columns && c.Horizon
	p.listed = c.Listed
	switch {
	case c.Low():
		p.rankColumns(c.Depth)
		p.measureLow(c.Room)
	case c.Columns:
		p.rankColumns(c.Depth)
		p.measureRanks(c.Lines, c.More)
	default:
		p.measure(c.Wrap)
		p.rank(c.Most)
	}
	p.Spacing = c.Spacing
	return p
}

// aroundLanes is what lanes and margins add to the height of a layout.
const aroundLanes = LaneTitle + 2*LaneEdge + BadgeHeight + 2*Margin

// besides is what title, legend, caption, lanes and margins add to the height of a layout, before it is scaled. Figures
// that share a layout are given the same.
func (p *Plan) besides() map[bool]float64 {
	if p.Paper.Bare {
		return nil
	}
	const ofVersions = 102.0 // title, legend and caption of what changed, which has most
	if p.Scene.SharesLayout() {
		return map[bool]float64{false: aroundLanes + ofVersions, true: aroundLanes + ofVersions}
	}
	lanes := aroundLanes + p.stripHeight()
	both := make(map[bool]float64)
	for _, byHorizon := range []bool{false, true} {
		one := *p
		one.byHorizon = byHorizon
		both[byHorizon] = lanes + NewFrame(one.Frame(), p.Paper.Face, geometry.Rect{}, p.Paper.Width).Height
	}
	return both
}

// Wider are widths of a page beyond that of the paper, in whole centimetres, at which the figure may be no higher than one: the
// narrowest of them, as far as can be told before it is laid out, and some that are wider.
func (f *Fitting) Wider() iter.Seq[float64] {
	const step, most = 10 * Millimetre, 600
	paper := f.estimate.Paper
	from := int(paper.Width/step + 1e-6)
	fits := func(steps int) bool { // each look measures all labels
		wider := *f.estimate
		wider.Paper.Width = float64(from+steps) * step
		wider.beside = wider.besides()
		return slices.ContainsFunc(wider.candidates(), func(c Candidate) bool {
			return c.Height <= Tallest && c.Need <= wider.Paper.Width/c.Scale-edges
		})
	}
	return func(yield func(float64) bool) {
		last := most/10 - from
		if last < 1 || !fits(last) {
			return
		}
		too, enough := 0, 1
		for ; enough <= last && !fits(enough); enough *= 2 {
			too = enough
		}
		enough = min(enough, last)
		steps := too + 1 + sort.Search(enough-too-1, func(i int) bool { return fits(too + 1 + i) })
		for more := 0; more < 8 && yield(float64(from+steps+more)*step); more = max(1, 2*more) {
		}
	}
}
