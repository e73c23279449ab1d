package check

import (
	"fmt"

	"icamo/theory"
	"icamo/theory/wording"
)

// EvidenceVanished reports evidence against a claim that a revision leaves out.
var EvidenceVanished = Rule{Code: "PT507", Name: "evidence-vanished", Severity: Warning,
	Doc:    "Evidence that the earlier version cited against a node or link, and that is cited here neither for nor against what became of it. Evidence goes by its id, and by its words where the id is another.",
	Why:    "Leaving out what speaks against a claim is the easiest way to strengthen it, and the hardest for a reader to see.",
	Source: "Gilmore et al. (2019) on an audit trail of every change; Colvin et al. (2018), GRADE-CERQual on coherence",
	Remedy: "Cite it where it was, or accept the finding and say why it does not speak of the claim any more.",
	Bad: `-- initial.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast", "p7-silent"]
` + miscast + silent + `-- revised.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-silent"]

[case.p7]
label = "Participant 7"
` + silent,
	Good: `-- initial.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast", "p7-silent"]
` + miscast + silent + `-- revised.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast", "p7-silent"]
` + miscast + silent,
	Run: func(p *Pass) {
		p.eachKept(func(old claim, now []claim) {
			against := p.Theory.Earlier.Counting(old.against)
			if len(against) == 0 {
				return
			}
			here := newCited()
			for _, c := range now {
				if p.unread(c.of, "supported_by", "contradicted_by") {
					return
				}
				here.add(p.Theory, c.support...)
				here.add(p.Theory, c.against...)
			}
			var gone []string
			for _, e := range against {
				if !here.holds(e) {
					gone = append(gone, e.ID)
				}
			}
			if len(gone) > 0 {
				first := now[0].of
				p.Report(first, first.Key("contradicted_by"), fmt.Sprintf("the earlier version cited %s against the %s %q, and nothing here does; cite it still, or accept this and say why it does not count any more", wording.English.FewOf(wording.Quoted(gone), maxNamed), old.what, old.of.ID),
					theory.Related{Message: "cited against it here", At: old.of.Key("contradicted_by")})
			}
		})
	},
}

const silent = `
[evidence.p7-silent]
type    = "quote"
source  = "egmose-2024"
case    = "p7"
text    = "I kept quiet most evenings."
locator = "Results, connectedness"
`
