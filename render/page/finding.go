package page

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory/check"
	"icamo/theory/wording"
)

// finding is a finding as the page lists it.
type finding struct {
	Code     string
	Severity check.Severity
	Message  string
	Place    string
	Accepted string // the reason why it is accepted; "" where it counts
	Subject  ref    // what it speaks of
}

// findingGroup is what one rule found.
type findingGroup struct {
	Rule     *check.Rule
	Severity check.Severity
	Findings []finding
}

// report is all that was found, and how much that is, in words.
type report struct {
	Found    string
	Groups   []findingGroup
	Accepted []finding
}

func newReport(words *wording.Language, all []check.Finding, told []finding) report {
	r := report{Found: found(words, all)}
	r.Groups, r.Accepted = grouped(told)
	return r
}

// findings ties each finding to the element that it speaks of, for its entry and to jump there. The first catalogue is
// that of the theory checked.
func findings(all []check.Finding, catalogues ...*catalogue) []finding {
	var told []finding
	for _, f := range all {
		one := finding{Code: f.Rule.Code, Severity: f.Severity, Message: f.Message, Place: check.Place(catalogues[0].t, f.At), Accepted: f.Accepted}
		for _, c := range catalogues {
			if anchor := c.anchors.of[f.Of]; f.Of != nil && anchor != "" {
				one.Subject = ref{Text: c.name(f.Of), Anchor: anchor}
				c.found[f.Of] = append(c.found[f.Of], one)
				break
			}
		}
		told = append(told, one)
	}
	return told
}

// grouped gathers findings by rule, the gravest first; accepted ones are left to a group of their own.
func grouped(all []finding) (groups []findingGroup, accepted []finding) {
	for _, f := range all {
		if f.Accepted != "" {
			accepted = append(accepted, f)
			continue
		}
		same := func(g findingGroup) bool { return g.Rule.Code == f.Code }
		i := slices.IndexFunc(groups, same)
		if i < 0 {
			i = len(groups)
			groups = append(groups, findingGroup{Rule: rule(f.Code), Severity: f.Severity})
		}
		groups[i].Findings = append(groups[i].Findings, f)
	}
	weight := func(g findingGroup) int { return slices.Index(check.Severities, g.Severity) }
	slices.SortFunc(groups, func(a, b findingGroup) int {
		if d := weight(a) - weight(b); d != 0 {
			return d
		}
		return strings.Compare(a.Rule.Code, b.Rule.Code)
	})
	return groups, accepted
}

func rule(code string) *check.Rule {
	return &check.Rules[slices.IndexFunc(check.Rules, func(r check.Rule) bool { return r.Code == code })]
}

// stretch is a part of what a rule says: of its prose, or a key or value of the format, which stands between backticks there.
type stretch struct {
	Text string
	Code bool
}

// quoted parts what a rule says at its backticks.
func quoted(doc string) []stretch {
	var all []stretch
	for i, text := range strings.Split(doc, "`") {
		all = append(all, stretch{text, i%2 == 1})
	}
	return all
}

// errorsIn counts errors in words; "" where there are none.
func errorsIn(words *wording.Language, all []check.Finding) string {
	if n := check.CountOf(all).Error; n > 0 {
		return words.Counted(n, "error")
	}
	return ""
}

// found counts findings in words.
func found(words *wording.Language, all []check.Finding) string {
	c := check.CountOf(all)
	var parts []string
	for _, n := range []struct {
		n   int
		one string
	}{{c.Error, "error"}, {c.Warning, "warning"}, {c.Info, "info"}} {
		if n.n > 0 {
			parts = append(parts, words.Counted(n.n, n.one))
		}
	}
	if c.Accepted > 0 {
		parts = append(parts, words.Say("{1} accepted", strconv.Itoa(c.Accepted)))
	}
	return strings.Join(parts, ", ")
}
