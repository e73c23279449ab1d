package check

import (
	"fmt"

	"icamo/theory"
	"icamo/theory/wording"
)

// OneAccount reports evidence on which much of a theory rests.
var OneAccount = Rule{Code: "PT221", Name: "one-account", Severity: Info,
	Doc:    "One piece of evidence that is all that is cited for four links or more.",
	Why:    "Read by itself each link has its evidence. Read together they stand and fall with one sentence of one person.",
	Source: "Glenton et al. (2018), GRADE-CERQual on adequacy of data",
	Remedy: "Look for what else speaks for some of the links, or accept the finding and say why one account is enough.",
	Bad: `[[link]]
from         = "group-rules"
to           = "sharing"
status       = "supported"
supported_by = ["overview"]

[[link]]
from         = "differences"
to           = "sharing"
status       = "supported"
supported_by = ["overview"]

[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["overview"]

[[link]]
from         = "participants"
to           = "feeling-safe"
status       = "supported"
supported_by = ["overview"]
` + overview,
	Good: `[[link]]
from         = "group-rules"
to           = "sharing"
status       = "supported"
supported_by = ["overview", "p1-pain"]

[[link]]
from         = "differences"
to           = "sharing"
status       = "supported"
supported_by = ["overview"]

[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["overview"]

[[link]]
from         = "participants"
to           = "feeling-safe"
status       = "supported"
supported_by = ["overview"]
` + overview,
	Reads: []string{"id"},
	Run: func(p *Pass) {
		alone := make(map[*theory.Evidence][]string) // the links behind which there is one account alone
		for _, l := range p.Graph.Claims() {
			if counting := p.Theory.Counting(l.SupportedBy); len(counting) == 1 {
				account := p.Theory.Alike(counting[0])
				alone[account] = append(alone[account], l.ID)
			}
		}
		for _, e := range p.Theory.Evidence {
			if links := alone[e]; len(links) >= 4 {
				p.Report(&e.Element, e.At, fmt.Sprintf("evidence %q is all that is cited for %s: %s; look for what else speaks for them, or accept this", e.ID, wording.English.Counted(len(links), "link"), wording.English.FirstOf(wording.Quoted(links), maxNamed)))
			}
		}
	},
}

const overview = `
[evidence.overview]
type    = "finding"
source  = "egmose-2024"
cases   = ["p1", "p5"]
text    = "All that was found hangs together."
locator = "Discussion"
`
