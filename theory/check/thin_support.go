package check

import (
	"fmt"
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// ThinSupport reports supported links that few cases stand behind.
var ThinSupport = Rule{Code: "PT206", Name: "thin-support", Severity: Warning,
	Doc:    "A supported link behind which fewer distinct cases stand than `min_cases` asks for: 2, unless `icamo.toml` says otherwise. Cases are counted, not citations: three quotes of one participant are one case. A piece of evidence that names no case counts as one, by its source, and as enough where its `extent` is several, most or all; pieces of different ids that say the same words of one source count once.",
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
		counting := p.Theory.Counting(l.SupportedBy)
		if l.Status != theory.Supported || len(counting) == 0 || slices.ContainsFunc(counting, func(e *theory.Evidence) bool { return p.unread(&e.Element, "case", "cases", "source") }) {
			return
		}
		behind, enough := standingBehind(counting, p.Settings.MinCases)
		if enough {
			return
		}
		claim := fmt.Sprintf("%q", l.ID)
		if in := p.configurationsOf(l, maxNamed+1); len(in) > 0 {
			claim += " in " + wording.English.FewOf(wording.Quoted(in), maxNamed)
		}
		message := claim + " is supported by evidence that names no case and no source; name them"
		if len(behind) > 0 {
			message = fmt.Sprintf("%s is supported by %s alone; look for another case, or accept this with a reason", claim, wording.English.FewOf(wording.Quoted(behind), maxNamed))
		}
		p.Report(&l.Element, l.Key("supported_by"), message)
	}),
}

// standingBehind names the cases behind some evidence, and the source of a piece that names none, each once; enough says that
// there are as many as are asked for, of which the rest are not named.
func standingBehind(evidence []*theory.Evidence, asked int) (names []string, enough bool) {
	type behind struct {
		source bool
		id     string
	}
	counted := make(map[behind]bool)
	add := func(b behind) {
		if !counted[b] && b.id != "" {
			names = append(names, b.id)
		}
		counted[b] = true
	}
	for _, e := range evidence {
		for _, c := range e.Cases {
			add(behind{id: c.ID})
			if len(counted) >= asked {
				return names, true
			}
		}
		if len(e.Cases) == 0 {
			if e.Extent != "" && e.Extent != theory.OfOne {
				return names, true
			}
			add(behind{true, e.Source.ID})
		}
		if len(counted) >= asked {
			return names, true
		}
	}
	return names, false
}
