package check

import (
	"fmt"

	"icamo/theory"
	"icamo/theory/wording"
)

// OtherCaseEvidence reports links that are supported elsewhere.
var OtherCaseEvidence = Rule{Code: "PT220", Name: "other-case-evidence", Severity: Warning,
	Doc:    "A supported link of a configuration with `cases` behind which there is evidence of other cases alone.",
	Why:    "A configuration is claimed of the cases in which it was studied. What was seen at one site shows nothing of another.",
	Source: "Mukumbang et al. (2018) on theories over several sites",
	Remedy: "Cite evidence of one of the cases, add the case to `cases`, or name in `configuration` of the link where it holds.",
	Bad: wholeConfiguration + social + `
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from         = "feeling-safe"
to           = "hope"
status       = "supported"
supported_by = ["hope-elsewhere"]

[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
cases         = ["p1"]

[case.p7]
label = "Participant 7"

[evidence.hope-elsewhere]
type    = "finding"
source  = "egmose-2024"
cases   = ["p5", "p7"]
text    = "Both spoke of what they hoped for."
locator = "Results"
`,
	Good: wholeConfiguration + social + `
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from         = "feeling-safe"
to           = "hope"
status       = "supported"
supported_by = ["hope-elsewhere"]

[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
cases         = ["p5", "p7"]

[case.p7]
label = "Participant 7"

[evidence.hope-elsewhere]
type    = "finding"
source  = "egmose-2024"
cases   = ["p5", "p7"]
text    = "Both spoke of what they hoped for."
locator = "Results"
`,
	Reads: []string{"status", "configuration"},
	Run: func(p *Pass) {
		elsewhere := make(map[*theory.Link][]string) // the configurations in which it has evidence of other cases alone
		for _, c := range p.Theory.Configurations {
			if !c.Live() || len(c.Cases) == 0 {
				continue
			}
			for _, l := range p.Theory.Part(c).Claims() {
				if l.Status == theory.Supported && p.Theory.StatusIn(c, l) == theory.Hypothesised {
					elsewhere[l] = append(elsewhere[l], c.ID)
				}
			}
		}
		for _, l := range p.Graph.Claims() {
			if in := elsewhere[l]; len(in) > 0 {
				p.Report(&l.Element, l.Key("supported_by"), fmt.Sprintf("%q is supported by evidence of other cases than those of %s alone; cite evidence of one of its cases, or say in configuration where the link holds", l.ID, wording.English.FewOf(wording.Quoted(in), maxNamed)))
			}
		}
	},
}
