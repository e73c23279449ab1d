package fit

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"sort"

	"icamo/render/geometry"
	"icamo/render/scene"
)

// Fitting is the plans by which a scene may fit its page.
type Fitting struct {
	estimate   *Plan // ranked and measured anew for each candidate
	candidates []Candidate
}

// New finds the plans for a scene on paper.
func New(s *scene.Scene, paper Paper) *Fitting {
	p := newPlan(s, paper)
	p.beside = p.besides()
	return &Fitting{estimate: p}
}

// Plans are those to try, the best first, as far as that can be told before they are laid out. The last one always gives a
// figure.
func (f *Fitting) Plans() iter.Seq[*Plan] {
	return func(yield func(*Plan) bool) {
		for _, c := range f.all() {
			if !yield(f.Plan(c)) {
				return
			}
		}
	}
}

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
	p := newPlan(f.estimate.Scene, f.estimate.Paper)
	p.Candidate = c
	p.beside, p.height, p.Spacing, p.Scale, p.Columns, p.byHorizon = f.estimate.beside, c.Height, c.Spacing, c.Scale, c.Columns, c.Columns && c.Horizon
	if c.Columns {
		p.listed = c.Listed
		p.rankColumns(c.Depth)
		p.measureRanks(c.Lines, c.More)
	} else {
		p.measure(c.Wrap)
		p.rank(c.Most)
	}
	return p
}

// besides is what title, legend, caption, lanes and margins add to the height of a layout, before it is scaled. Figures
// that share a layout are given the same.
func (p *Plan) besides() float64 {
	if p.Paper.Bare {
		return 0
	}
	const ofVersions = 66.0
	lanes := LaneTitle + 2*LaneEdge + BadgeHeight + 2*Margin
	if p.Scene.Versions() {
		return lanes + ofVersions + p.stripHeight()
	}
	return lanes + NewFrame(p.Scene.Frame, p.Paper.Face, geometry.Rect{}, p.Paper.Width).Height
}

// Lower says what makes a figure lower that is higher than a page: about how wide the page must be for that, as far as can be
// told before it is laid out.
func (f *Fitting) Lower() string {
	paper := f.estimate.Paper
	const step, most = 10 * Millimetre, 600 * Millimetre
	fits := func(steps int) bool {
		wider := *f.estimate
		wider.Paper.Width += float64(steps) * step
		wider.beside = wider.besides()
		return slices.ContainsFunc(wider.candidates(), func(c Candidate) bool { return c.Height <= Tallest && c.Need <= wider.Paper.Width/c.Scale-edges })
	}
	steps := max(0, int((most-paper.Width)/step))
	if !fits(steps) {
		return "show a part"
	}
	enough := max(1, sort.Search(steps, fits)) // by halves: each look measures all labels
	return fmt.Sprintf("for that it takes a width of about %.0f mm, or a view of a part", math.Ceil(paper.Width/Millimetre+float64(enough)*step/Millimetre))
}
