package check

import (
	"fmt"

	"icamo/theory"
)

// NoLocator reports evidence that a reader could not find again.
var NoLocator = Rule{Code: "PT211", Name: "no-locator", Severity: Info,
	Doc:    "Evidence without a source, or a quote or finding without a locator: the page, section or line where it stands.",
	Why:    "An audit trail leads from each claim to the words behind it. Without a place the words cannot be checked.",
	Source: "Gilmore et al. (2019), International Journal of Qualitative Methods 18, on transparent realist analysis",
	Remedy: "Add the source, and in `locator` where in it the words stand.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-niche"]

[evidence.p5-niche]
type   = "quote"
source = "egmose-2024"
case   = "p5"
text   = "It's just finding your niche."
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-niche"]

[evidence.p5-niche]
type    = "quote"
source  = "egmose-2024"
case    = "p5"
text    = "It's just finding your niche."
locator = "Results, acting in own life"
`,
	Reads: []string{"type", "source", "locator"},
	Run: func(p *Pass) {
		for _, e := range p.Theory.Evidence {
			located := e.Type != theory.Quote && e.Type != theory.FindingType || e.Locator != ""
			switch {
			case e.Source.ID == "" && !located:
				p.Report(&e.Element, e.At, fmt.Sprintf("the %s %q names no source and no locator; say where it can be read", e.Type, e.ID))
			case e.Source.ID == "":
				p.Report(&e.Element, e.At, fmt.Sprintf("evidence %q names no source; say where it comes from", e.ID))
			case !located:
				p.Report(&e.Element, e.At, fmt.Sprintf("the %s %q has no locator; say where in %q it stands", e.Type, e.ID, e.Source.ID))
			}
		}
	},
}
