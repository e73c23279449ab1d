package check

import (
	"cmp"
	"slices"

	"icamo/theory"
)

// Finding is what a rule has found in a theory.
type Finding struct {
	Rule     *Rule
	Severity Severity // after settings
	Message  string   // a fact, the quoted name, what to do
	At       theory.Span
	Related  []theory.Related
	Of       *theory.Element // what it speaks of; nil where that is no element
	Accepted string          // the reason why it is accepted; "" where it is not, so that it counts
}

// Sort puts findings in their one order, by file, line, column, code and message, and takes out those that say the same
// thing twice: two theories may include one file.
func Sort(findings []Finding) []Finding {
	type placed struct {
		*Finding
		theory.Range
	}
	all := make([]placed, len(findings))
	for i := range findings {
		all[i] = placed{&findings[i], findings[i].At.Range()}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		if place := cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col)); place != 0 {
			return place
		}
		return cmp.Or(cmp.Compare(a.Rule.Code, b.Rule.Code), cmp.Compare(a.Message, b.Message), cmp.Compare(a.Accepted, b.Accepted))
	})
	all = slices.CompactFunc(all, func(a, b placed) bool {
		return a.Range == b.Range && a.Rule.Code == b.Rule.Code && a.Message == b.Message
	})
	sorted := make([]Finding, len(all))
	for i, p := range all {
		sorted[i] = *p.Finding
	}
	return sorted
}

// Fails says whether any finding that is not accepted is at least as grave as the limit.
func Fails(findings []Finding, limit Severity) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool {
		return f.Accepted == "" && f.Severity.AtLeast(limit)
	})
}

// Count is how many findings there are of each severity, accepted ones apart.
type Count struct {
	Error    int `json:"error"`
	Warning  int `json:"warning"`
	Info     int `json:"info"`
	Accepted int `json:"accepted"`
}

// CountOf counts findings.
func CountOf(findings []Finding) Count {
	var c Count
	for _, f := range findings {
		switch {
		case f.Accepted != "":
			c.Accepted++
		case f.Severity == Error:
			c.Error++
		case f.Severity == Warning:
			c.Warning++
		default:
			c.Info++
		}
	}
	return c
}
