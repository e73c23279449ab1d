package wording

import (
	"regexp"
	"strings"
	"sync"

	"icamo/theory"
)

// Effect is a trial's result in one line: its measure, estimate, interval, p value, finding, of whom in the trial it was found, and what the programme was compared with;
// "" for other evidence.
func (l *Language) Effect(e *theory.Evidence) string {
	if e.Type != theory.EffectType {
		return ""
	}
	var parts []string
	if e.Estimate != nil {
		parts = append(parts, l.Decimal(*e.Estimate))
	}
	if e.Interval != nil {
		parts = append(parts, l.Say("95 % CI {1} to {2}", l.Decimal(e.Interval[0]), l.Decimal(e.Interval[1])))
	}
	if e.P != "" {
		p := e.P
		if !strings.ContainsAny(p, "<>=≤≥") {
			p = "= " + p
		}
		parts = append(parts, "p "+p)
	}
	if finding := l.Finding(e); finding != "" {
		parts = append(parts, finding)
	}
	if about := l.Subgroup(e); about != "" {
		parts = append(parts, about)
	}
	if e.ComparedWith != "" {
		parts = append(parts, l.Say("compared with {1}", e.ComparedWith))
	}
	text := strings.Join(parts, ", ")
	switch {
	case e.Measure == "":
		return text
	case text == "":
		return e.Measure
	}
	return e.Measure + ": " + text
}

// Finding is what a trial found, with the warning that its scale runs downwards.
func (l *Language) Finding(e *theory.Evidence) string {
	finding := l.Word(string(e.Finding))
	if finding != "" && e.LowerIsBetter {
		finding += " (" + l.Say("lower is better") + ")"
	}
	return finding
}

// Subgroup says of an effect that it was found in a subgroup alone, and that it was looked for without having been planned as the
// trial's outcome; "" where neither is so.
func (l *Language) Subgroup(e *theory.Evidence) string {
	var about []string
	if e.Subgroup != "" {
		about = append(about, l.Say("in a subgroup: {1}", e.Subgroup))
	}
	if e.OutcomeRole == theory.Exploratory {
		about = append(about, l.Word(string(e.OutcomeRole)))
	}
	return strings.Join(about, ", ")
}

// Says is the text of a piece of evidence, a quote in quotation marks.
func Says(e *theory.Evidence) string {
	if e.Type == theory.Quote && e.Text != "" {
		return "“" + e.Text + "”"
	}
	return e.Text
}

// Case is a case by its label, or by its id where the theory has none of that id.
func Case(t *theory.Theory, id string) string {
	if c := t.Case(id); c != nil {
		return c.Label
	}
	return id
}

// Cases are the first cases that are cited, each by its label, then how many more there are: many claims can cite a piece
// of evidence that names thousands.
func (l *Language) Cases(t *theory.Theory, cited []theory.Ref, most int) []string {
	var names []string
	for i, ref := range cited {
		if i == most {
			return append(names, l.More(len(cited)-most))
		}
		names = append(names, Case(t, ref.ID))
	}
	return names
}

// Cited is a source as a text cites it: authors and year. A reference without a year is given in full.
func Cited(s *theory.Source) string {
	if at := year().FindStringIndex(s.Citation); at != nil {
		return s.Citation[:at[1]]
	}
	return s.Citation
}

var year = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\(\d{4}[a-z]?\)`) })

// NotReviewed is what a status gives way to, of what a script or a model proposed and nobody has looked at.
func (l *Language) NotReviewed() string { return l.Say("not reviewed yet") }
