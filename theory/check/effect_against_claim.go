package check

import (
	"fmt"

	"icamo/theory"
)

// EffectAgainstClaim reports trials that are cited for what they did not find.
var EffectAgainstClaim = Rule{Code: "PT217", Name: "effect-against-claim", Severity: Warning,
	Doc:    "A trial effect in `supported_by` of a node or link although its finding is no difference or, where the claim is that something good comes about, worsened.",
	Why:    "A trial that found no difference is cited in print as if having been measured were support. What it found belongs on the other side.",
	Source: "Moore et al. (2015), MRC guidance on process evaluation, on reading trial and process together",
	Remedy: "Cite the effect in `contradicted_by`.",
	Bad: `[outcome.recovery]
label        = "Personal recovery"
beneficiary  = ["participants"]
supported_by = ["rct-empowerment"]
because      = "The scale does not ask for it."

[[link]]
from         = "connectedness"
to           = "recovery"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]

[[link]]
from = "sharing"
to   = "recovery"
` + noDifference,
	Good: `[outcome.recovery]
label           = "Personal recovery"
beneficiary     = ["participants"]
contradicted_by = ["rct-empowerment"]
because         = "The scale does not ask for it."

[[link]]
from         = "connectedness"
to           = "recovery"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]

[[link]]
from = "sharing"
to   = "recovery"
` + noDifference,
	Run: func(p *Pass) {
		for _, n := range p.Graph.Nodes {
			p.effectsAgainst(&n.Element, n.SupportedBy, !unwanted(n))
		}
		for _, l := range p.Graph.Claims() {
			p.effectsAgainst(&l.Element, l.SupportedBy, claimsGood(l))
		}
	},
}

// claimsGood says whether a link brings about what is wanted, or holds back what is not.
func claimsGood(l *theory.Link) bool {
	inhibits := l.Effect == theory.Inhibits
	if l.Onto != nil {
		return claimsGood(l.Onto) != inhibits
	}
	return unwanted(l.Target) == inhibits
}

func unwanted(n *theory.Node) bool { return n.Valence == theory.Unwanted }

// effectsAgainst reports the effects among what is cited for a claim, that something good comes about or something bad.
func (p *Pass) effectsAgainst(claim *theory.Element, refs []theory.Ref, good bool) {
	for _, ref := range refs {
		e := p.Theory.Piece(ref.ID)
		if e == nil || e.Type != theory.EffectType || e.Finding != theory.NoDifference && !(e.Finding == theory.Worsened && good) {
			continue
		}
		found := "no difference"
		if e.Finding == theory.Worsened {
			found = "a change for the worse"
		}
		p.Report(claim, ref.At, fmt.Sprintf("%q is cited for %q, yet what it found is %s; cite it in contradicted_by", ref.ID, claim.ID, found+inSubgroup(e)))
	}
}
