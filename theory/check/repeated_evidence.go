package check

import (
	"fmt"

	"icamo/theory"
)

// RepeatedEvidence reports words that were given two ids.
var RepeatedEvidence = Rule{Code: "PT216", Name: "repeated-evidence", Severity: Warning,
	Doc:    "Two pieces of evidence with the same words, or the same result, of the same source. Letter case, white space and punctuation make no difference. Together they count once.",
	Why:    "What was said once is one piece of evidence. Under two ids, or as the words of two cases, it looks like two.",
	Source: "Glenton et al. (2018), GRADE-CERQual on adequacy of data",
	Remedy: "Keep one and cite it wherever it speaks. Where two people did say the same, quote more of what each said.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder", "p5-stairs"]

[evidence.p5-stairs]
type    = "quote"
source  = "egmose-2024"
case    = "p5"
text    = "There was no one higher on the ladder than others as such"
locator = "Results"
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Reads: append([]string{"source"}, sayingKeys...),
	Run: func(p *Pass) {
		for _, e := range p.Theory.Evidence {
			if first := p.Theory.Alike(e); first != nil && first != e {
				p.Report(&e.Element, e.At, fmt.Sprintf("evidence %q says the same as %q, of the same source, so the two count once; keep one of them", e.ID, first.ID),
					theory.Related{Message: "said here already", At: first.At})
			}
		}
	},
}
