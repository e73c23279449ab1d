package check

import (
	"encoding/json"
	"io"
)

type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type jsonRelated struct {
	Message string `json:"message"`
	jsonPlace
}

type jsonFinding struct {
	Code     string   `json:"code"`
	Name     string   `json:"name"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	jsonPlace
	EndLine   int           `json:"end_line"`
	EndColumn int           `json:"end_column"`
	Accepted  string        `json:"accepted"` // the reason; "" where the finding counts
	Related   []jsonRelated `json:"related"`
}

// JSON prints findings for programs: one object with the findings and a summary of counts. Lines and columns count from
// 1, columns in characters; the end is excluded.
func JSON(w io.Writer, findings []Finding) error {
	report := struct {
		Findings []jsonFinding `json:"findings"`
		Summary  Count         `json:"summary"`
	}{Findings: []jsonFinding{}, Summary: CountOf(findings)}
	for _, f := range findings {
		at := f.At.Range()
		j := jsonFinding{
			Code: f.Rule.Code, Name: f.Rule.Name, Severity: f.Severity, Message: f.Message,
			jsonPlace: jsonPlace{at.File, at.Line, at.Col}, EndLine: at.EndLine, EndColumn: at.EndCol,
			Accepted: f.Accepted, Related: []jsonRelated{},
		}
		for _, r := range f.Related {
			where := r.At.Range()
			j.Related = append(j.Related, jsonRelated{r.Message, jsonPlace{where.File, where.Line, where.Col}})
		}
		report.Findings = append(report.Findings, j)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(report)
}
