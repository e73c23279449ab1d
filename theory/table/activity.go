package table

import "icamo/theory"

// degree is how far something was at work in a case.
type degree int

// The degrees. Both ways is a contradiction, which is a finding.
const (
	unknown degree = iota
	atRest
	partly
	atWork
	bothWays
)

// activity is the cases in which something was seen to be at work, in part, or not.
type activity struct{ active, partly, not map[string]bool }

func newActivity(active, partly, not []theory.Ref) activity {
	return activity{named(active), named(partly), named(not)}
}

func ofNode(n *theory.Node) activity { return newActivity(n.ActiveIn, n.PartlyActiveIn, n.NotActiveIn) }

func named(refs []theory.Ref) map[string]bool {
	ids := make(map[string]bool, len(refs))
	for _, ref := range refs {
		ids[ref.ID] = true
	}
	return ids
}

// told says whether the theory says anything of it.
func (a activity) told() bool { return len(a.active)+len(a.partly)+len(a.not) > 0 }

// in is how far it was at work in a case.
func (a activity) in(id string) degree {
	switch active, not := a.active[id], a.not[id]; {
	case active && not:
		return bothWays
	case a.partly[id]:
		return partly
	case active:
		return atWork
	case not:
		return atRest
	}
	return unknown
}
