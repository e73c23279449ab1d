package check

import (
	"fmt"

	"icamo/theory"
)

// UndeclaredMixed reports links on which the evidence is divided.
var UndeclaredMixed = Rule{Code: "PT203", Name: "undeclared-mixed", Severity: Warning,
	Doc:    "A link with evidence for it and against it whose status is not mixed.",
	Why:    "Accounts that contradict a claim are where a realist evaluation learns for whom and in what circumstances it holds. A status that speaks for one side hides them.",
	Source: "Colvin et al. (2018), GRADE-CERQual on coherence",
	Remedy: "Declare the link mixed, and say in `because` what tells the two sides apart; or accept the finding with the reason why one side outweighs the other.",
	Bad: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "supported"
supported_by    = ["p1-pain", "p5-ladder"]
contradicted_by = ["p7-miscast"]
` + miscast,
	Good: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain", "p5-ladder"]
contradicted_by = ["p7-miscast"]
` + miscast,
	Reads: []string{"status"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Status != theory.Mixed && len(l.SupportedBy) > 0 && len(l.ContradictedBy) > 0 {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is %s, yet there is evidence for it (%s) and against it (%s); declare it mixed", l.ID, l.Status, listed(l.SupportedBy), listed(l.ContradictedBy)))
		}
	}),
}

// ContradictedLink reports links that only speak against the evidence.
var ContradictedLink = Rule{Code: "PT204", Name: "contradicted-link", Severity: Error,
	Doc:    "A link that is supported or hypothesised although all the evidence it cites is against it.",
	Why:    "Evidence against a hypothesis is the reason for revising it. A theory that cites it and leaves the status as it was has not drawn the conclusion.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation, on testing and refining theory",
	Remedy: "Declare the link refuted, or mixed where there is also evidence for it, or drop it with the reason.",
	Bad: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "hypothesised"
contradicted_by = ["p7-miscast"]
` + miscast,
	Good: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast"]
` + miscast,
	Reads: []string{"status", "supported_by"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if (l.Status == theory.Supported || l.Status == theory.Hypothesised) && len(l.SupportedBy) == 0 && len(l.ContradictedBy) > 0 {
			p.Report(&l.Element, l.Key("contradicted_by"), fmt.Sprintf("%q is %s, yet all the evidence it cites is against it (%s); declare it refuted, or cite what speaks for it", l.ID, l.Status, listed(l.ContradictedBy)))
		}
	}),
}

// SameEvidenceBothWays reports evidence that is cited for and against one thing.
var SameEvidenceBothWays = Rule{Code: "PT208", Name: "same-evidence-both-ways", Severity: Error,
	Doc:    "One piece of evidence cited both for and against the same link or node.",
	Why:    "A quotation may say two things, but then it is two pieces of evidence: counted once on each side it supports nothing and contradicts nothing.",
	Remedy: "Decide which way it speaks, or split it into two pieces with the words that speak each way.",
	Bad: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain", "p5-ladder"]
contradicted_by = ["p5-ladder"]
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Run: func(p *Pass) {
		for _, n := range p.Graph.Nodes {
			p.bothWays(&n.Element, n.SupportedBy, n.ContradictedBy)
		}
		for _, l := range p.Graph.Links {
			p.bothWays(&l.Element, l.SupportedBy, l.ContradictedBy)
		}
	},
}

func (p *Pass) bothWays(e *theory.Element, supporting, contradicting []theory.Ref) {
	if len(supporting) == 0 || len(contradicting) == 0 {
		return
	}
	cited := make(map[string]theory.Span, len(supporting))
	for _, ref := range supporting {
		cited[ref.ID] = ref.At
	}
	for _, ref := range contradicting {
		if at, both := cited[ref.ID]; both {
			delete(cited, ref.ID)
			p.Report(e, ref.At, fmt.Sprintf("%q is cited both for and against %q; decide which way it speaks, or split it", ref.ID, e.ID),
				theory.Related{Message: "cited for it here", At: at})
		}
	}
}

// miscast is evidence for examples: the voice of one who did not feel safe.
const miscast = `
[case.p7]
label = "Participant 7"

[evidence.p7-miscast]
type    = "quote"
source  = "egmose-2024"
case    = "p7"
text    = "I did not experience it as safe."
locator = "Results, connectedness"
`
