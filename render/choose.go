package render

import (
	"context"
	"encoding/json"
	"runtime"
	"slices"
	"sync"

	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/render/place"
)

// chooser takes, of the plans that go well onto their page, the one whose lines cross least. Figures that share a layout, and are
// drawn side by side, have it chosen once. What it chose is remembered as layouts are.
type chooser struct {
	engine *layout.Engine

	mu   sync.Mutex
	key  string // of the figure that was chosen for last
	last choice
}

// choice is a plan with its arrangement.
type choice struct {
	plan        *fit.Plan
	arrangement *place.Arrangement
	scale       float64 // at which it goes onto its page
	simplified  bool
}

// choose gives the choice for a scene. All plans together take no longer than the engine's time for one layout.
func (c *chooser) choose(ctx context.Context, fitting *fit.Fitting) (choice, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := fitting.Key()
	if c.key == string(key) {
		again := c.last
		again.plan = fitting.Plan(c.last.plan.Candidate)
		return again, nil
	}
	made, ok := c.remembered(key, fitting)
	if !ok {
		ctx, cancel := context.WithTimeout(ctx, c.engine.Deadline())
		defer cancel()
		best, settled, err := c.find(ctx, fitting)
		if err != nil {
			return choice{}, err
		}
		made = best.choice
		if settled {
			c.remember(key, made)
		}
	}
	c.key, c.last = string(key), made
	return made, nil
}

// remembered is a choice as it is kept.
type remembered struct {
	Candidate   fit.Candidate
	Scale       float64
	Arrangement *place.Arrangement
}

func (c *chooser) remembered(key []byte, fitting *fit.Fitting) (choice, bool) {
	var kept remembered
	data, ok := c.engine.Remembered(key)
	if !ok || json.Unmarshal(data, &kept) != nil || kept.Arrangement == nil {
		return choice{}, false
	}
	plan := fitting.Plan(kept.Candidate)
	return choice{plan: plan, arrangement: kept.Arrangement, scale: kept.Scale}, kept.Arrangement.Arranges(plan)
}

func (c *chooser) remember(key []byte, made choice) {
	if data, err := json.Marshal(remembered{made.plan.Candidate, made.scale, made.arrangement}); err == nil {
		c.engine.Remember(key, data)
	}
}

// compared is how many plans are compared by their crossings, of those that go well onto their page: the more lines, the fewer, as
// each takes longer. With very many lines, the first that goes well is taken.
func compared(lines int) int {
	const together, most = 150, 10 // lines of all plans
	switch {
	case lines > together:
		return 1
	case lines > together/most:
		return max(2, together/lines)
	}
	return most
}

// comparedLow is how many plans are compared of a figure that hardly fits its page, and has few lines: they have least room.
const (
	comparedLow = 9
	fewLines    = 75
)

// candidate is a plan that was arranged.
type candidate struct {
	choice
	well      bool // it goes onto its page as it should
	fits      bool // it is no higher than the page
	lacks     float64
	crossings int
	laid      *place.Laid
	err       error
}

// runsThrough is how many crossings a line is worth that runs through a box.
const runsThrough = 1000

// find takes the best of all plans. It says whether it would find the same again: it would not where time ran out.
func (c *chooser) find(ctx context.Context, fitting *fit.Fitting) (best candidate, settled bool, err error) {
	settled = true
	for i, one := range c.arrangeAll(ctx, slices.Collect(fitting.Plans())) {
		switch {
		case one.err != nil && i == 0:
			return best, false, one.err
		case one.err != nil:
			settled = false
		case i == 0 || one.better(best):
			best = one
		}
		settled = settled && !one.simplified
	}
	best.arrangement = best.laid.Separate()
	return best, settled, nil
}

// better says whether a plan is better than another: one that goes well is better than one that does not; of two that do, the
// one that is no higher than a page, then the one with columns by horizon, or else the one whose lines cross less; of two that do
// not, the one that lacks less.
func (c candidate) better(than candidate) bool {
	if c.well != than.well {
		return c.well
	}
	if c.well && c.fits != than.fits {
		return c.fits
	}
	if c.well && c.plan.Candidate.Horizon != than.plan.Candidate.Horizon {
		return c.plan.Candidate.Horizon
	}
	return c.well && c.crossings < than.crossings || !c.well && c.lacks < than.lacks
}

// arrangeAll arranges plans in order, as many side by side as there are processors, until enough are compared.
func (c *chooser) arrangeAll(ctx context.Context, plans []*fit.Plan) []candidate {
	found := make([]candidate, len(plans))
	most := compared(len(plans[0].Lines))
	if plans[0].Candidate.Low() && len(plans[0].Lines) <= fewLines {
		most = comparedLow
	}
	abreast := min(runtime.GOMAXPROCS(0), most)
	for from := 0; from < len(plans); from += abreast {
		to := min(from+abreast, len(plans))
		var all sync.WaitGroup
		for i := from; i < to; i++ {
			all.Go(func() { found[i] = c.arrange(ctx, plans[i], most > 1) })
		}
		all.Wait()
		for i := range to {
			one, last := found[i], i+1 >= most || i+1 < len(plans) && plans[i].Candidate.Horizon && !plans[i+1].Candidate.Horizon
			enough := func(c candidate) bool {
				return c.well && (c.fits || !slices.ContainsFunc(plans[i+1:], (*fit.Plan).MayFit))
			}
			if one.err != nil || one.simplified || one.well && one.fits && one.crossings == 0 || last && slices.ContainsFunc(found[:i+1], enough) {
				return found[:i+1]
			}
		}
	}
	return found
}

func (c *chooser) arrange(ctx context.Context, plan *fit.Plan, compared bool) candidate {
	laid, err := place.Lay(ctx, c.engine, plan)
	if err != nil {
		return candidate{err: err}
	}
	a := laid.Route()
	one := candidate{laid: laid, choice: choice{plan: plan, arrangement: a, simplified: laid.Simplified}}
	one.scale, one.well = plan.Onto(a.Area)
	one.fits = plan.Fits(a.Area, one.scale)
	one.lacks = plan.Lacks(a.Area, one.scale) + runsThrough*float64(a.Hits)
	if one.well && compared {
		one.crossings = a.Crossings() + runsThrough*a.Hits
	}
	return one
}
