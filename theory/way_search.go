package theory

import "slices"

// How many arrows the searches of one question may look at, and one of them, beside some for each arrow there is. They take
// less than a second.
const (
	mostSteps       = 20_000_000
	mostStepsOfOne  = 1_000_000
	stepsOfAnArrow  = 20
	stepsOfOneArrow = 2
)

// settle searches knots for what walks reach and ways have not yet: whether there is a path with the same effect can only be
// told by trying. It returns nil where all was tried, so that ways has all there are; else what may have a way.
func settle(c *counted, ways *spread) *spread {
	w := &waySearch{counted: c, steps: mostSteps + stepsOfAnArrow*len(c.arrows), onPath: make([]bool, len(c.graph.Nodes)),
		seen: make([]int32, 2*len(c.graph.Nodes)), came: make([]int32, 2*len(c.graph.Nodes))}
	barred := make([]bool, 2*len(c.graph.Nodes))
	for {
		possible := newSpread(c)
		possible.barred = barred
		possible.run()
		w.steps -= len(c.arrows)
		switch progress, complete := w.extend(ways, possible); {
		case progress:
		case complete:
			return nil
		case !w.bar(barred, ways, possible):
			return possible
		}
	}
}

// extend adds the ways that are found to what has none yet; complete says that no search was cut off.
func (w *waySearch) extend(ways, possible *spread) (progress, complete bool) {
	complete = true
	for _, state := range possible.order {
		if ways.reached[state] || w.knot[state/2] == 0 {
			continue
		}
		arrows, found, all := w.search(state, ways)
		if found {
			ways.add(arrows, state)
		}
		progress, complete = progress || found, complete && all
	}
	return progress, complete
}

// bar rules out what has no way even where all that is possible is taken as there.
func (w *waySearch) bar(barred []bool, ways, possible *spread) (progress bool) {
	for _, state := range possible.order {
		if ways.reached[state] || w.knot[state/2] == 0 {
			continue
		}
		if _, found, complete := w.search(state, possible); !found && complete {
			barred[state], progress = true, true
		}
	}
	return progress
}

// waySearch looks for ways inside a knot, from the end to where they enter it.
type waySearch struct {
	*counted
	steps  int // that all searches may still take
	most   int // that this one may
	by     *spread
	enters []int32 // the states by which ways enter the knot

	onPath []bool // nodes
	mark   int32
	seen   []int32 // states, by the mark of the look that saw them
	came   []int32 // the arrow by which it did
}

// search finds the arrows of a way to a state, as those are open in a spread, from where it enters the state's knot on.
// complete says that no path was left untried.
func (w *waySearch) search(state int32, by *spread) (arrows []int32, found, complete bool) {
	if !by.there(state) {
		return nil, false, true
	}
	if w.steps < 0 {
		return nil, false, false
	}
	w.by, w.enters = by, w.enters[:0]
	w.most = min(w.steps, mostStepsOfOne+stepsOfOneArrow*len(w.arrows))
	before := w.most
	for _, n := range w.members[w.knot[state/2]-1] {
		for at := 2 * n; at <= 2*n+1; at++ {
			if _, enters := w.entry(at); enters && by.there(at) {
				w.enters = append(w.enters, at)
			}
		}
	}
	arrows, found, complete = w.back(state)
	w.steps -= before - w.most
	return arrows, found, complete
}

// entry is the arrow by which a way enters a knot at a state; none where it starts there.
func (w *waySearch) entry(state int32) (a int32, enters bool) {
	if state%2 == 0 && w.isStart[state/2] {
		return none, true
	}
	w.most -= len(w.into[state/2])
	for _, a := range w.into[state/2] {
		if from := w.by.before(a, state); w.knot[from/2] != w.knot[state/2] && w.by.reached[from] && w.by.open(a, from) {
			return a, true
		}
	}
	return none, false
}

// back finds a way to a state past the nodes on the path, which leads on from it.
func (w *waySearch) back(state int32) (arrows []int32, found, complete bool) {
	if a, enters := w.entry(state); enters {
		return entered(a), true, true
	}
	w.onPath[state/2] = true
	defer func() { w.onPath[state/2] = false }()
	w.look(w.knot[state/2])
	if w.most < 0 {
		return nil, false, false
	}
	var last []int32 // arrows that walks lead to
	for _, a := range w.into[state/2] {
		from := w.by.before(a, state)
		if w.knot[from/2] != w.knot[state/2] || w.onPath[from/2] || w.seen[from] != w.mark || !w.by.open(a, from) {
			continue
		}
		if walk, simple := w.walk(from); simple {
			return append(walk, a), true, true
		}
		last = append(last, a)
	}
	complete = true
	for _, a := range last {
		arrows, found, all := w.back(w.by.before(a, state))
		if found {
			return append(arrows, a), true, true
		}
		complete = complete && all
	}
	return nil, false, complete
}

func entered(by int32) []int32 {
	if by == none {
		return nil
	}
	return []int32{by}
}

// look walks from where ways enter a knot, past the nodes on the path.
func (w *waySearch) look(knot int32) {
	w.mark++
	var queue []int32
	for _, state := range w.enters {
		if !w.onPath[state/2] {
			w.seen[state], w.came[state] = w.mark, none
			queue = append(queue, state)
		}
	}
	for i := 0; i < len(queue) && w.most >= 0; i++ {
		w.most -= len(w.out[queue[i]/2])
		for _, a := range w.out[queue[i]/2] {
			to := w.by.end(a, queue[i])
			if w.knot[to/2] == knot && !w.onPath[to/2] && w.seen[to] != w.mark && w.by.open(a, queue[i]) {
				w.seen[to], w.came[to] = w.mark, a
				queue = append(queue, to)
			}
		}
	}
}

// walk is the walk to a state that the last look found, and whether it visits no node twice.
func (w *waySearch) walk(state int32) (arrows []int32, simple bool) {
	var nodes []int32
	simple = true
	for {
		simple = simple && !w.onPath[state/2]
		w.onPath[state/2] = true
		nodes = append(nodes, state/2)
		if w.came[state] == none {
			break
		}
		arrows = append(arrows, w.came[state])
		state = w.by.before(w.came[state], state)
	}
	w.most -= len(nodes)
	for _, n := range nodes {
		w.onPath[n] = false
	}
	if !simple {
		return nil, false
	}
	a, _ := w.entry(state)
	arrows = append(arrows, entered(a)...)
	slices.Reverse(arrows)
	return arrows, true
}
