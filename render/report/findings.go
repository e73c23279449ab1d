package report

import (
	"cmp"
	"slices"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/docx"
	"icamo/theory/wording"
)

// findings lists what was found: what stands, the gravest first, and what is accepted with the reason.
func (r *report) findings(t *theory.Theory, found []check.Finding) {
	r.heading(1, r.words.Findings)
	w := r.words
	open := docx.Table{Caption: w.Standing, Columns: []string{w.Severity, w.Finding, w.Rule, w.Place}}
	accepted := docx.Table{Caption: w.Accepted, Columns: []string{w.Finding, w.Reason, w.Rule, w.Place}}
	gravest := slices.Clone(found)
	slices.SortStableFunc(gravest, func(a, b check.Finding) int {
		return cmp.Compare(slices.Index(check.Severities, a.Severity), slices.Index(check.Severities, b.Severity))
	})
	for _, f := range gravest {
		rule, place := english(f.Rule.Code+" "+f.Rule.Name), cell(check.Place(t, f.At))
		if f.Accepted != "" {
			accepted.Rows = append(accepted.Rows, []docx.Cell{english(f.Message), cell(f.Accepted), rule, place})
		} else {
			open.Rows = append(open.Rows, []docx.Cell{cell(wording.Of(t).Word(string(f.Severity))), english(f.Message), rule, place})
		}
	}
	if len(open.Rows) == 0 {
		r.add(docx.Paragraph{Text: w.NoFindings})
	}
	for _, one := range []docx.Table{open, accepted} {
		if len(one.Rows) > 0 {
			r.add(one)
		}
	}
}

// english is a cell of what check says, whatever the theory's language.
func english(text string) docx.Cell {
	return docx.Cell{Lines: []docx.Line{{Text: text, Language: "en"}}}
}

func cell(text string) docx.Cell { return docx.Cell{Lines: []docx.Line{{Text: text}}} }
