package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// ThinSupport reports supported links that few cases stand behind.
var ThinSupport = Rule{Code: "PT206", Name: "thin-support", Severity: Warning,
	Doc:    "A supported link behind which fewer distinct cases stand than `min_cases` asks for: 2, unless `icamo.toml` says otherwise. Cases are counted, not citations: three quotes of one participant are one case. Evidence that names no case counts as its source.",
	Why:    "One voice can be the start of a theory but does not show that a mechanism works for more than the one who speaks. How many stand behind a claim belongs to its adequacy.",
	Source: "Glenton et al. (2018), GRADE-CERQual on adequacy of data",
	Remedy: "Look for a second case, lower the status, or accept the finding and say why one case is enough.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain"]
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Reads: []string{"status"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Status != theory.Supported {
			return
		}
		cited := p.Theory.Cited(l.SupportedBy)
		if len(cited) == 0 || p.Theory.Backing(l.SupportedBy) >= p.Settings.MinCases || slices.ContainsFunc(cited, func(e *theory.Evidence) bool { return p.unread(&e.Element, "case", "cases", "source") }) {
			return
		}
		claim := fmt.Sprintf("%q", l.ID)
		if in := p.configurationsOf(l, maxNamed+1); len(in) > 0 {
			claim += " in " + conjoined(in)
		}
		message := claim + " is supported by evidence that names no case and no source; name them"
		if behind := p.Theory.BackingNames(l.SupportedBy, maxNamed+1); len(behind) > 0 {
			message = fmt.Sprintf("%s is supported by %s alone; look for another case, or accept this with a reason", claim, conjoined(behind))
		}
		p.Report(&l.Element, l.Key("supported_by"), message)
	}),
}
