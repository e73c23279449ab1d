package check

import (
	"fmt"

	"icamo/theory"
)

// StanceReversed reports evidence that changed sides.
var StanceReversed = Rule{Code: "PT508", Name: "stance-reversed", Severity: Warning,
	Doc:    "Evidence for a node or link that the version revised cited against it. Evidence goes by its id, and by its words where the id is another.",
	Why:    "The same words can be read two ways, but a revision that reads them the other way round owes its reader the reason.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Cite it in `contradicted_by` again, or accept the finding and say what makes it speak the other way.",
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
			before := p.Theory.Earlier
			against := newCited()
			for _, e := range before.Counting(old.against) {
				against.add(before, theory.Ref{ID: e.ID})
			}
			if len(against.ids) == 0 {
				return
			}
			for _, c := range now {
				for _, ref := range c.support {
					if e := p.Theory.Piece(ref.ID); e != nil && !e.Empty() && against.holds(e) {
						p.Report(c.of, ref.At, fmt.Sprintf("%q speaks for %q here, and against it in the version revised; cite it in contradicted_by again, or accept this and say why it is read the other way", ref.ID, c.of.ID),
							theory.Related{Message: "cited against it here", At: old.of.Key("contradicted_by")})
					}
				}
			}
		})
	},
}
