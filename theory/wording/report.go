package wording

import "strings"

// ReportWords are the headings of a report, and what stands in it beside the tables and the figure.
type ReportWords struct {
	Version, Revises, Authors, Cite string // before what the theory says of itself
	Declared                        string // whose the statuses are, and what they are not

	Figure, Statements, Matrix, Evidence, Revision, Findings, Sources string

	Standing, Accepted     string // findings
	NoFindings             string
	Severity, Rule         string // the columns of their tables
	Finding, Place, Reason string

	Design, Setting, Relevance, Rigour string // of a source

	Table, Picture, Rest string // before captions, and over what has no column of its own
}

// Report are the words in the language.
func (l *Language) Report() ReportWords {
	return ReportWords{
		Version: l.Say("Version") + ":",
		Revises: l.Say("Revises") + ":",
		Authors: l.Say("Authors") + ":",
		Cite:    l.Say("Publication") + ":",
		Declared: strings.Join([]string{
			l.Say("Each link has the status that the theory's authors declare."),
			l.Say("In a configuration that names its cases, only their evidence counts."),
			l.Say("An outcome is no surer than the weakest link that it comes about by."),
			l.Say("What is hypothesised, not tested or not reviewed yet is no finding."),
		}, " "),
		Figure:     l.Say("The theory"),
		Statements: l.Say("Configurations in words"),
		Matrix:     l.Say("Configurations"),
		Evidence:   l.Say("Evidence"),
		Revision:   l.Say("What changed"),
		Findings:   l.Say("What a reviewer would ask"),
		Sources:    l.Say("Sources"),
		Standing:   l.Say("What is open"),
		Accepted:   l.Say("What is accepted, with the reason"),
		NoFindings: l.Say("Nothing is open."),
		Severity:   l.Say("Severity"),
		Rule:       l.Say("Rule"),
		Finding:    l.Say("What was found"),
		Place:      l.Say("Place"),
		Reason:     l.Say("Reason"),
		Design:     l.Say("Design") + ":",
		Setting:    l.Say("Setting") + ":",
		Relevance:  l.Say("Relevance") + ":",
		Rigour:     l.Say("Rigour") + ":",
		Table:      l.Say("Table"),
		Picture:    l.Say("Figure"),
		Rest:       l.Say("Further"),
	}
}
