package wording

import "strings"

// ReportWords are the headings of a report, and what stands in it beside the tables and the figure.
type ReportWords struct {
	Figure, Statements, Matrix, Evidence, Revision, Findings, Sources string

	OfRevision           string // the figure of what changed
	Standing, Accepted   string // findings
	NoFindings, Because  string
	Table, Picture, Rest string // before captions, and over what has no column of its own
}

// Report gives the words in the language of a BCP 47 tag; English where there are none in it.
func Report(language string) ReportWords {
	if primary, _, _ := strings.Cut(strings.ToLower(language), "-"); primary == "da" {
		return danishReport
	}
	return englishReport
}

var englishReport = ReportWords{
	Figure: "The theory", Statements: "Configurations in words", Matrix: "Configurations", Evidence: "Evidence", Revision: "What changed",
	Findings: "What a reviewer would ask", Sources: "Sources",
	OfRevision: "What changed", Standing: "Open", Accepted: "Accepted, with the reason",
	NoFindings: "Nothing was found.", Because: "Accepted because:",
	Table: "Table", Picture: "Figure", Rest: "Further",
}

var danishReport = ReportWords{
	Figure: "Teorien", Statements: "Konfigurationerne i ord", Matrix: "Konfigurationer", Evidence: "Evidens", Revision: "Hvad der er ændret",
	Findings: "Hvad en bedømmer ville spørge om", Sources: "Kilder",
	OfRevision: "Hvad der er ændret", Standing: "Åbne", Accepted: "Accepteret, med begrundelse",
	NoFindings: "Der blev ikke fundet noget.", Because: "Accepteret, fordi:",
	Table: "Tabel", Picture: "Figur", Rest: "Øvrigt",
}
