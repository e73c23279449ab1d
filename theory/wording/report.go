package wording

import "strings"

// ReportWords are the headings of a report, and what stands in it beside the tables and the figure.
type ReportWords struct {
	Version, Revises, Authors, Cite string // before what the theory says of itself
	Declared                        string // whose the statuses are, and what they are not

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
	Declared: "Each link has the status that the theory's authors declare. In a configuration that names its cases, only their evidence counts. " +
		"An outcome is no surer than the weakest link that it comes about by. What is hypothesised, not tested or not reviewed yet is no finding.",
	Figure: "The theory", Statements: "Configurations in words", Matrix: "Configurations", Evidence: "Evidence",
	Revision: "What changed", Findings: "What a reviewer would ask", Sources: "Sources",
	OfRevision: "What changed", Standing: "Open", Accepted: "Accepted, with the reason",
	NoFindings: "Nothing is open.",
	Severity:   "Severity", Rule: "Rule", Finding: "Finding", Place: "Place", Reason: "Reason",
	Design: "Design:", Setting: "Setting:", Relevance: "Relevance:", Rigour: "Rigour:",
	Table: "Table", Picture: "Figure", Rest: "Further",
}

var danishReport = ReportWords{
	Version: "Version:", Revises: "Reviderer:", Authors: "Forfattere:", Cite: "Citeres som:",
	Declared: "Hver forbindelse har den status, som teoriens forfattere angiver. I en konfiguration, der nævner sine cases, tæller kun evidensen fra dem. " +
		"Et resultat er ikke mere sikkert end den svageste forbindelse, som det kommer i stand ved. Det, der er antaget, ikke afprøvet eller endnu ikke gennemset, er ikke et fund.",
	Figure: "Teorien", Statements: "Konfigurationerne i ord", Matrix: "Konfigurationer", Evidence: "Evidens",
	Revision: "Hvad der er ændret", Findings: "Hvad en bedømmer ville spørge om", Sources: "Kilder",
	OfRevision: "Hvad der er ændret", Standing: "Åbne", Accepted: "Accepteret, med begrundelse",
	NoFindings: "Intet står åbent.",
	Severity:   "Alvor", Rule: "Regel", Finding: "Fund", Place: "Sted", Reason: "Begrundelse",
	Design: "Design:", Setting: "Sted og ramme:", Relevance: "Relevans:", Rigour: "Stringens:",
	Table: "Tabel", Picture: "Figur", Rest: "Øvrigt",
}
