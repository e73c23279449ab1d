package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// trialOf is the first trial that a node cites with one of some findings, and where it does; one of all that were in the trial before
// one of a subgroup. It is nil where there is none.
func (p *Pass) trialOf(n *theory.Node, findings ...theory.Result) (*theory.Evidence, theory.Ref) {
	var first *theory.Evidence
	var at theory.Ref
	for _, ref := range slices.Concat(n.SupportedBy, n.ContradictedBy) {
		e := p.Theory.Piece(ref.ID)
		if e == nil || e.Type != theory.EffectType || !slices.Contains(findings, e.Finding) || p.unread(&e.Element, "subgroup") {
			continue
		}
		if e.Subgroup == "" {
			return e, ref
		}
		if first == nil {
			first, at = e, ref
		}
	}
	return first, at
}

// inSubgroup says of whom alone an effect speaks, where it is not of all that were in the trial.
func inSubgroup(e *theory.Evidence) string {
	if e.Subgroup == "" {
		return ""
	}
	return fmt.Sprintf(" in the subgroup %q", e.Subgroup)
}
