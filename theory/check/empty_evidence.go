package check

import (
	"fmt"

	"icamo/theory"
)

// EmptyEvidence reports evidence that says nothing.
var EmptyEvidence = Rule{Code: "PT215", Name: "empty-evidence", Severity: Error,
	Doc:    "A piece of evidence that is cited and says nothing: one without text, or an effect without text and without a result (`finding`, `estimate`, `interval` or `p`). It counts for nothing in any other rule.",
	Why:    "An id is no evidence. Nobody can hold a claim against words that are not there.",
	Source: "Gilmore et al. (2019), International Journal of Qualitative Methods 18, on transparent realist analysis",
	Remedy: "Write in `text` what was said, seen or found, give an effect its `finding`, or take the piece out where it is cited.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder", "field-notes"]

[evidence.field-notes]
type   = "observation"
source = "egmose-2024"
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder", "field-notes"]

[evidence.field-notes]
type   = "observation"
source = "egmose-2024"
text   = "Those who had agreed on the rules spoke first."
`,
	Reads: sayingKeys,
	Run: func(p *Pass) {
		cited := p.cited()
		for _, e := range p.Theory.Evidence {
			if at, is := cited[e.ID]; is && e.Empty() {
				remedy := "write in text what was said, seen or found"
				if e.Type == theory.EffectType {
					remedy = "give its finding, or its estimate"
				}
				p.Report(&e.Element, e.At, fmt.Sprintf("evidence %q is cited and says nothing; %s", e.ID, remedy),
					theory.Related{Message: "cited here", At: at})
			}
		}
	},
}

// sayingKeys are the keys under which a piece of evidence says anything.
var sayingKeys = []string{"type", "text", "finding", "estimate", "interval", "p"}
