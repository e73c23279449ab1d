package wording

import "strings"

// ReportWords are the headings of a report, and what stands in it beside the tables and the figure.
type ReportWords struct {
	Version, Revises, Authors, Cite string // before what the theory says of itself
	Declared                        string // whose the statuses are

	Figure, Statements, Matrix, Evidence, Revision, Findings, Sources string

	OfRevision             string // the figure of what changed
	Standing, Accepted     string // findings
	NoFindings             string
	Severity, Rule         string // the columns of their tables
	Finding, Place, Reason string

	Design, Setting, Relevance, Rigour string // of a source

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
	Version: "Version:", Revises: "Revises:", Authors: "Authors:", Cite: "Cite as:",
	Declared: "Every status here is the one that the theory's authors declare. What is hypothesised, not tested or not reviewed yet is no finding.",
	Figure:   "The theory", Statements: "Configurations in words", Matrix: "Configurations", Evidence: "Evidence",
	Revision: "What changed", Findings: "What a reviewer would ask", Sources: "Sources",
	OfRevision: "What changed", Standing: "Open", Accepted: "Accepted, with the reason",
	NoFindings: "Nothing is open.",
	Severity:   "Severity", Rule: "Rule", Finding: "Finding", Place: "Place", Reason: "Reason",
	Design: "Design:", Setting: "Setting:", Relevance: "Relevance:", Rigour: "Rigour:",
	Table: "Table", Picture: "Figure", Rest: "Further",
}

var danishReport = ReportWords{
	Version: "Version:", Revises: "Reviderer:", Authors: "Forfattere:", Cite: "Citeres som:",
	Declared: "Enhver status her er den, som teoriens forfattere angiver. Det, der er antaget, ikke afprøvet eller endnu ikke gennemset, er ikke et fund.",
	Figure:   "Teorien", Statements: "Konfigurationerne i ord", Matrix: "Konfigurationer", Evidence: "Evidens",
	Revision: "Hvad der er ændret", Findings: "Hvad en bedømmer ville spørge om", Sources: "Kilder",
	OfRevision: "Hvad der er ændret", Standing: "Åbne", Accepted: "Accepteret, med begrundelse",
	NoFindings: "Intet står åbent.",
	Severity:   "Alvor", Rule: "Regel", Finding: "Fund", Place: "Sted", Reason: "Begrundelse",
	Design: "Design:", Setting: "Sted og ramme:", Relevance: "Relevans:", Rigour: "Stringens:",
	Table: "Tabel", Picture: "Figur", Rest: "Øvrigt",
}
