package check

import (
	"fmt"

	"icamo/theory"
)

// StanceReversed reports evidence that changed sides.
var StanceReversed = Rule{Code: "PT508", Name: "stance-reversed", Severity: Warning,
	Doc:    "Evidence for a node or link that the earlier version cited against it, or against one that it cited it for. Evidence goes by its id, and by its words where the id is another.",
	Why:    "The same words can be read two ways, but a revision that reads them the other way round owes its reader the reason.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Cite it where it was again, or accept the finding and say what makes it speak the other way.",
	Bad: `-- initial.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain"]
contradicted_by = ["p5-ladder"]
-- revised.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "mixed"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Good: `-- initial.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain"]
contradicted_by = ["p5-ladder"]
-- revised.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain"]
contradicted_by = ["p5-ladder"]
`,
	Run: func(p *Pass) {
		p.eachKept(func(old claim, now []claim) {
			support, against := p.countingBefore(old.support), p.countingBefore(old.against)
			for _, c := range now {
				p.reversed(old, c, c.support, against, "contradicted_by", "speaks for %q here, and against it in the earlier version")
				p.reversed(old, c, c.against, support, "supported_by", "speaks against %q here, and for it in the earlier version")
			}
		})
	},
}

// countingBefore is what counts among evidence that the earlier version cites.
func (p *Pass) countingBefore(refs []theory.Ref) *cited {
	counting := newCited()
	for _, e := range p.Theory.Earlier.Counting(refs) {
		counting.add(p.Theory.Earlier, theory.Ref{ID: e.ID})
	}
	return counting
}

// reversed reports the evidence for a claim, or against it, that stood under another key.
func (p *Pass) reversed(old, now claim, refs []theory.Ref, was *cited, under, says string) {
	if len(was.ids) == 0 {
		return
	}
	for _, ref := range refs {
		if e := p.Theory.Piece(ref.ID); e != nil && !e.Empty() && was.holds(e) {
			p.Report(now.of, ref.At, fmt.Sprintf("%q "+says+"; cite it in %s again, or accept this and say why it is read the other way", ref.ID, now.of.ID, under),
				theory.Related{Message: "cited there", At: old.of.Key(under)})
		}
	}
}
