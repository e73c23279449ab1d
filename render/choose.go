package render

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"runtime"
	"slices"
	"sync"

	"icamo/render/fit"
	"icamo/render/geometry"
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

// remembered is a choice as it is kept, in a line before its arrangement.
type remembered struct {
	Candidate fit.Candidate
	Scale     float64
}

func (c *chooser) remembered(key []byte, fitting *fit.Fitting) (choice, bool) {
	data, ok := c.engine.Remembered(key)
	line, rest, _ := bytes.Cut(data, []byte("\n"))
	var kept remembered
	made := choice{arrangement: new(place.Arrangement)}
	if !ok || json.Unmarshal(line, &kept) != nil || made.arrangement.UnmarshalBinary(rest) != nil {
		return choice{}, false
	}
	made.plan, made.scale = fitting.Plan(kept.Candidate), kept.Scale
	return made, made.arrangement.Arranges(made.plan)
}

func (c *chooser) remember(key []byte, made choice) {
	line, err := json.Marshal(remembered{made.plan.Candidate, made.scale})
	data, failed := made.arrangement.MarshalBinary()
	if err == nil && failed == nil {
		c.engine.Remember(key, slices.Concat(line, []byte("\n"), data))
	}
}

// compared is how many plans are compared by their crossings, of those that go well onto their page: one with the layout's own order
// of boxes and one with an order that was looked for, and more such pairs where that takes no time, or where what changed between
// two versions leaves little room.
func compared(fitting *fit.Fitting) int {
	together, most := 60, 4 // lines of all pairs; pairs
	if fitting.Versions() {
		together *= 4
	}
	return 2 * max(1, min(most, together/max(1, fitting.Lines())))
}

// candidate is a plan that was laid out and, where it may go onto its page as it should, arranged.
type candidate struct {
	choice
	laid      *place.Laid
	area      geometry.Rect // that it takes
	well      bool          // it goes onto its page as it should
	fits      bool          // it is no higher than the page
	high      float64       // of the page's height that boxes and lanes take
	lacks     float64
	crossings int         // and other faults, as so many crossings
	full      []*fit.Line // that hide something, or lack room for their signs, when lines were moved apart
	err       error
}

// runsThrough is how many crossings a line is worth that runs through a box.
const runsThrough = 1000

// find takes the best of all plans. It says whether it would find the same again: it would not where time ran out.
func (c *chooser) find(ctx context.Context, fitting *fit.Fitting) (best candidate, settled bool, err error) {
	settled = true
	all := c.arrangeAll(ctx, fitting)
	for i, one := range all {
		switch {
		case one.err != nil && i == 0:
			return best, false, one.err
		case one.err != nil:
			settled = false
		case one.arrangement != nil && (best.arrangement == nil || one.better(best)):
			best = one
		}
		settled = settled && !one.simplified
	}
	best, same := c.withRoom(ctx, apart(best, all, fitting), candidate.crowded, 3)
	const few = 3 // labels: where more find no room, it is the page that is too narrow
	if n := len(best.unlabelled()); same && n > 0 && n <= few {
		best, same = c.withRoom(ctx, best, candidate.unlabelled, 1)
	}
	return best, settled && same, nil
}

// apart has the lines of the best candidate moved apart. In a figure of two versions, many lines of which can lose crossings by that, it
// does so with all that are hardly worse, and gives the one whose lines cross least then.
func apart(best candidate, all []candidate, fitting *fit.Fitting) candidate {
	const hardly = 2 // crossings
	some := []candidate{best}
	for _, one := range all {
		alike := one // but for its crossings
		alike.crossings = best.crossings
		if fitting.Versions() && one.laid != best.laid && one.well && !best.better(alike) && one.crossings <= best.crossings+hardly {
			some = append(some, one)
		}
	}
	sideBySide(len(some), func(i int) { some[i].separate() })
	return slices.MinFunc(some, func(a, b candidate) int { return cmp.Compare(a.arrangement.Crossings(), b.arrangement.Crossings()) })
}

// separate moves the lines of a candidate apart. It is called once. Where they reach farther out then, the figure is drawn smaller.
func (c *candidate) separate() {
	c.arrangement, c.full = c.laid.Separate()
	scale, _ := c.plan.Onto(c.arrangement.Area)
	c.scale = min(c.scale, scale)
}

// crowded are the lines that hide something, or lack room for their signs.
func (c candidate) crowded() []*fit.Line { return c.full }

// unlabelled are the lines that lack room for their labels.
func (c candidate) unlabelled() []*fit.Line {
	if !slices.ContainsFunc(c.plan.Lines, func(l *fit.Line) bool { return l.Label != "" }) {
		return nil
	}
	return c.placed().Unlabelled
}

// placed puts a choice onto its page.
func (c choice) placed() *place.Placed {
	return place.New(c.plan, c.arrangement.OnPage(c.plan.Paper.Width/c.scale-2*fit.Margin, c.scale))
}

// withRoom takes, where lines of a candidate lack room, the plan with more of it for these, as long as that goes onto its page as well.
// It tries so often in vain, and says whether it would find the same again.
func (c *chooser) withRoom(ctx context.Context, one candidate, lacking func(candidate) []*fit.Line, inVain int) (roomy candidate, settled bool) {
	const step, most = fit.BadgeHeight, 6 // times
	crowded := lacking(one)
	for times, more := 0, 1; times < most && more <= inVain && len(crowded) > 0; times++ {
		plan := one.plan.Roomier(crowded, float64(more)*step)
		next := c.route(ctx, plan)
		if smaller, ok := plan.Smallest(); ok && !next.asWellAs(one) {
			next = c.route(ctx, smaller)
		}
		if next.err != nil || next.simplified {
			return one, ctx.Err() == nil && !next.simplified
		}
		if !next.asWellAs(one) {
			break
		}
		next.separate()
		more++
		if left := lacking(next); len(left) < len(crowded) {
			one, crowded, more = next, left, 1
		}
	}
	return one, true
}

// route is a plan whose lines are led, however it goes onto its page.
func (c *chooser) route(ctx context.Context, plan *fit.Plan) candidate {
	one := c.lay(ctx, plan, false)
	if one.err == nil && one.arrangement == nil {
		one.route(false)
	}
	return one
}

// asWellAs says whether a plan goes onto its page about as well as another.
func (c candidate) asWellAs(other candidate) bool {
	const about = 1.1
	return c.well == other.well && c.fits == other.fits && (c.well || c.lacks <= about*other.lacks)
}

// better says whether a plan is better than another: one that goes well is better than one that does not; of two that do, the
// one that is no higher than a page, then, where neither is, the one that is clearly lower, then the one with columns by horizon, or
// else the one whose lines cross less; of two that do not, the one that lacks less.
func (c candidate) better(than candidate) bool {
	if c.well != than.well {
		return c.well
	}
	if c.well && c.fits != than.fits {
		return c.fits
	}
	const clearly = 0.9 // of the other's height
	if c.well && !c.fits && min(c.high, than.high) < clearly*max(c.high, than.high) {
		return c.high < than.high
	}
	if c.well && c.plan.Candidate.Horizon != than.plan.Candidate.Horizon {
		return c.plan.Candidate.Horizon
	}
	return c.well && c.crossings < than.crossings || !c.well && c.lacks < than.lacks
}

// arrangeAll arranges plans in order, as many side by side as there are processors, until enough are compared. Where none goes
// well onto its page, all are arranged for which the layout found an order.
func (c *chooser) arrangeAll(ctx context.Context, fitting *fit.Fitting) []candidate {
	candidates := fitting.Candidates()
	most := min(compared(fitting), len(candidates))
	if !candidates[most-1].Ordered {
		most = 1
	}
	abreast := min(runtime.GOMAXPROCS(0), most)
	var found []candidate
	for from := 0; from < len(candidates); from += abreast {
		some := candidates[from:min(from+abreast, len(candidates))]
		arranged := make([]candidate, len(some))
		var all sync.WaitGroup
		for i, one := range some {
			plan := fitting.Plan(one)
			all.Go(func() { arranged[i] = c.arrange(ctx, plan, most > 1) })
		}
		all.Wait()
		for _, one := range arranged {
			found = append(found, one)
			n := len(found)
			last := n >= most || n < len(candidates) && candidates[n-1].Horizon && !candidates[n].Horizon
			enough := func(c candidate) bool {
				return c.well && (c.fits || !slices.ContainsFunc(candidates[n:], fit.Candidate.MayFit))
			}
			if one.err != nil || one.simplified || one.well && one.fits && one.crossings == 0 || last && slices.ContainsFunc(found, enough) {
				return routed(found)
			}
		}
	}
	return routed(found)
}

// routed has lines led in the candidates that were only laid out, where there are no others.
func routed(found []candidate) []candidate {
	if slices.ContainsFunc(found, func(c candidate) bool { return c.arrangement != nil }) {
		return found
	}
	sideBySide(len(found), func(i int) {
		if one := &found[i]; one.err == nil && !one.plan.Candidate.Ordered {
			one.route(false)
		}
	})
	return found
}

// arrange arranges a plan; where that comes out wider than its page, again with its columns nearer to one another, as often as it takes
// for boxes and then for the lines that lead around them.
func (c *chooser) arrange(ctx context.Context, plan *fit.Plan, compared bool) candidate {
	const most = 2 // times
	first := c.lay(ctx, plan, compared)
	one := first
	for range most {
		if one.err != nil || one.simplified || one.well {
			break
		}
		tighter, ok := one.plan.Tighter(one.area)
		if !ok {
			break
		}
		one = c.lay(ctx, tighter, compared)
	}
	if one.well {
		return one
	}
	return first
}

func (c *chooser) lay(ctx context.Context, plan *fit.Plan, compared bool) candidate {
	if plan.Candidate.Ordered {
		plan.SetOrder()
	}
	laid, err := place.Lay(ctx, c.engine, plan)
	if err != nil {
		return candidate{err: err}
	}
	one := candidate{choice: choice{plan: plan, simplified: laid.Simplified}, laid: laid, area: laid.Area}
	if _, well := plan.Onto(laid.Area); well || laid.Simplified {
		one.route(compared)
	}
	return one
}

// route leads the lines of a layout, and says how well that came out.
func (c *candidate) route(compared bool) {
	a := c.laid.Route()
	c.arrangement, c.area = a, a.Area
	c.scale, c.well = c.plan.Onto(a.Area)
	c.fits, c.high = c.plan.Fits(a.Area, c.scale), a.Area.H*c.scale
	c.lacks = c.plan.Lacks(a.Area, c.scale) + runsThrough*float64(a.Hits)
	if c.well && compared {
		c.crossings = a.Crossings() + a.Touches + runsThrough*a.Hits
	}
}
