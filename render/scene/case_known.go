package scene

import (
	"slices"

	"icamo/theory"
)

// What a figure of one case says of a node.
const (
	InPart    Tag = "½"
	NotAtAll  Tag = "×"
	ForIt     Tag = "+"
	ForAndNot Tag = "±"
	AgainstIt Tag = "−"
)

// known is what a theory says of a node in a case: what it declares, or else what the evidence of that case speaks for.
type known int

const (
	nothingKnown known = iota
	declaredAtWork
	declaredInPart
	declaredNotAtWork
	citedFor
	citedForAndNot
	citedAgainst
)

// tagsOfKnown are the signs of what is known. What the theory says was at work needs none.
var tagsOfKnown = map[known]Tag{citedFor: ForIt, declaredInPart: InPart, declaredNotAtWork: NotAtAll, citedForAndNot: ForAndNot, citedAgainst: AgainstIt}

func knownIn(t *theory.Theory, n *theory.Node, in *theory.Case) known {
	pro, contra := evidenceOf(t, n.SupportedBy, in), evidenceOf(t, n.ContradictedBy, in)
	switch {
	case names(n.NotActiveIn, in.ID):
		return declaredNotAtWork
	case names(n.PartlyActiveIn, in.ID):
		return declaredInPart
	case names(n.ActiveIn, in.ID):
		return declaredAtWork
	case pro && contra:
		return citedForAndNot
	case pro:
		return citedFor
	case contra:
		return citedAgainst
	}
	return nothingKnown
}

// evidenceOf says whether any evidence that is cited, and counts, is of a case.
func evidenceOf(t *theory.Theory, refs []theory.Ref, in *theory.Case) bool {
	return slices.ContainsFunc(t.Counting(refs), func(e *theory.Evidence) bool {
		return names(e.Cases, in.ID)
	})
}

// names says whether any of some references is to an id.
func names(refs []theory.Ref, id string) bool {
	return slices.ContainsFunc(refs, func(r theory.Ref) bool { return r.ID == id })
}
