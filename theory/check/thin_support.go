package check

import (
	"fmt"
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// ThinSupport reports supported links that few cases stand behind.
var ThinSupport = Rule{Code: "PT206", Name: "thin-support", Severity: Warning,
	Doc:    "A supported link behind which fewer distinct cases stand than `min_cases` asks for: 2, unless `icamo.toml` says otherwise. Cases are counted, not citations: three quotes of one participant are one case. A piece of evidence that names no case counts as one, by its source, and as enough where its `extent` is several, most or all; pieces of different ids that say the same words of one source count once. In a configuration that names its `cases`, only these are counted.",
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
	Run: func(p *Pass) {
		sited := slices.ContainsFunc(p.Theory.Configurations, func(c *theory.Configuration) bool { return len(c.Cases) > 0 })
		for _, l := range p.Graph.Claims() {
			if !thinAnywhere(p, l) && sited {
				thinInSome(p, l)
			}
		}
	},
}

// thinAnywhere reports a link that few cases stand behind, wherever it is claimed; it says whether there is no more to ask.
func thinAnywhere(p *Pass, l *theory.Link) bool {
	counting := p.Theory.Counting(l.SupportedBy)
	if l.Status != theory.Supported || len(counting) == 0 || slices.ContainsFunc(counting, func(e *theory.Evidence) bool { return p.unread(&e.Element, "case", "cases", "source") }) {
		return true
	}
	behind, enough := standingBehind(nil, counting, p.Settings.MinCases)
	if enough {
		return false
	}
	claim := fmt.Sprintf("%q", l.ID)
	if in := p.configurationsOf(l, maxNamed+1); len(in) > 0 {
		claim += " in " + wording.English.FewOf(wording.Quoted(in), maxNamed)
	}
	message := claim + " is supported by evidence that names no case and no source; name them"
	if len(behind) > 0 {
		by, ask := wording.English.FewOf(wording.Quoted(behind), maxNamed), "look for another case"
		if !slices.ContainsFunc(counting, func(e *theory.Evidence) bool { return len(e.Cases) > 0 }) {
			by, ask = "what "+by+" says of no named case", "name its cases, or look for another source"
		}
		message = fmt.Sprintf("%s is supported by %s alone; %s, or accept this with a reason", claim, by, ask)
	}
	p.Report(&l.Element, l.Key("supported_by"), message)
	return true
}

// thinInSome reports a link that few of the cases of some configurations stand behind. Where none of them does, PT220 says so.
func thinInSome(p *Pass, l *theory.Link) {
	var thin []string
	for c := range p.membership().OfLink(l) {
		if len(c.Cases) == 0 || p.unread(&c.Element, "cases") {
			continue
		}
		counting := p.Theory.CountingIn(c, l.SupportedBy)
		asked := min(p.Settings.MinCases, len(c.Cases)) // there are no more to look for
		if _, enough := standingBehind(c, counting, asked); len(counting) > 0 && !enough {
			thin = append(thin, c.ID)
		}
	}
	if len(thin) > 0 {
		p.Report(&l.Element, l.Key("supported_by"), fmt.Sprintf("%q is supported in %s by fewer than %d of the cases there; look for another of them, or accept this with a reason",
			l.ID, wording.English.FewOf(wording.Quoted(thin), maxNamed), p.Settings.MinCases))
	}
}

// standingBehind names the cases behind some evidence in a configuration, if one is given, and the source of a piece that names
// none, each once; enough says that there are as many as are asked for, of which the rest are not named.
func standingBehind(in *theory.Configuration, evidence []*theory.Evidence, asked int) (names []string, enough bool) {
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
		for _, c := range in.CasesOf(e) {
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
