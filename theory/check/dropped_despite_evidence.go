package check

import (
	"fmt"

	"icamo/theory"
)

// DroppedDespiteEvidence reports what was given up although something speaks for it.
var DroppedDespiteEvidence = Rule{Code: "PT502", Name: "dropped-despite-evidence", Severity: Warning,
	Doc:    "A node or link that is dropped, or silently absent, although evidence supports it, cited here or in the earlier version. Of a node, evidence for its links in the earlier version counts too.",
	Why:    "A theory may be revised on the interviews alone, but not against a trial that found the outcome without saying so. Where two kinds of evidence disagree, the disagreement is the finding.",
	Source: "Poulsen et al. (2025) against Egmose et al. (2024), for a case in print: quality of life and functioning",
	Remedy: "Take it back into the theory, or accept the finding and say why the evidence is outweighed.",
	Bad: "-- initial.toml --\n" + hopeful + `-- revised.toml --
[outcome.hope]
label        = "Hope"
beneficiary  = ["participants"]
supported_by = ["p1-pain"]
dropped      = "Nobody spoke of it at ten weeks."
`,
	Good: "-- initial.toml --\n" + hopeful + `-- revised.toml --
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]
dropped     = "Nobody spoke of it at ten weeks."
`,
	Run: func(p *Pass) {
		p.eachLost(func(l lost) {
			if len(l.support) == 0 {
				return
			}
			of, at, gone := &p.Theory.Element, p.Theory.Revises.At, "not here any more"
			var related []theory.Related
			if l.dropped != nil {
				of, at, gone = l.dropped, l.dropped.Key("dropped"), "dropped"
			} else {
				related = append(related, theory.Related{Message: "it stood here", At: l.at})
			}
			s := l.support[0]
			p.Report(of, at, fmt.Sprintf("the %s %q is %s, although evidence supports %s (%s); take it back, or accept this and say what outweighs the evidence", l.what, l.of.ID, gone, s.what, s.evidence),
				append(related, theory.Related{Message: "cited here", At: s.at})...)
		})
	},
}
