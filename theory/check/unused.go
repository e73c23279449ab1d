package check

import (
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
)

// Unused reports sources, cases, evidence and formal theories that nothing cites.
var Unused = Rule{Code: "PT110", Name: "unused", Severity: Info,
	Doc:    "Evidence, a source, a case or a formal theory to which nothing refers. What stands in an included file is shared by versions: it is looked at only from a version that revises another, and one use in any of them is enough.",
	Why:    "Evidence that was collected and speaks to no claim is either a claim not yet made or a voice not heard; an audit trail shows it.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on data analysis",
	Remedy: "Cite it where it speaks for or against a claim, or take it out.",
	Bad: `[case.p7]
label = "Participant 7"

[evidence.p7-miscast]
type    = "quote"
source  = "egmose-2024"
case    = "p7"
text    = "I did not experience it as safe."
locator = "Results, connectedness"
`,
	Good: `[case.p7]
label = "Participant 7"

[evidence.p7-miscast]
type    = "quote"
source  = "egmose-2024"
case    = "p7"
text    = "I did not experience it as safe."
locator = "Results, connectedness"

[[link]]
from            = "group-rules"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast"]
`,
	Reads: []string{"id"},
	Run:   unused,
}

func unused(p *Pass) {
	t := p.Theory
	uses := make(uses)
	for version := t; version != nil; version = version.Earlier {
		uses.add(version)
	}
	naming := make(map[theory.Sort][]string)
	for sort := range useRemedies {
		naming[sort] = keysNaming(sort)
	}
	for r := range t.Records() {
		remedy, asked := useRemedies[r.Sort()]
		e := r.Base()
		if asked && !uses[use{r.Sort(), e.ID}] && !p.unreadAnywhere(naming[r.Sort()]...) && (p.Own(e.At) || t.Earlier != nil) {
			what := strings.ReplaceAll(string(r.Sort()), "_", " ")
			p.Report(e, e.At, fmt.Sprintf("nothing refers to %s %q; %s or take it out", what, e.ID, remedy))
		}
	}
}

// useRemedies are the sorts of element that are there to be referred to, and what to do with one that is not.
var useRemedies = map[theory.Sort]string{
	theory.EvidenceSort:     "cite it for or against a claim,",
	theory.CaseSort:         "name it where it speaks,",
	theory.SourceSort:       "name it where it is drawn on,",
	theory.FormalTheorySort: "name it in a configuration",
}

// uses are what anything in a theory refers to.
type uses map[use]bool

type use struct {
	target theory.Sort
	id     string
}

func (u uses) add(t *theory.Theory) {
	citing := make(map[*theory.Table][]*theory.Key, len(theory.Format))
	for i := range theory.Format {
		table := &theory.Format[i]
		for k := range table.Keys {
			if _, asked := useRemedies[theory.Sort(table.Keys[k].Target)]; asked {
				citing[table] = append(citing[table], &table.Keys[k])
			}
		}
	}
	for r := range t.Records() {
		for _, key := range citing[r.Table()] {
			for _, ref := range key.References(r) {
				u[use{theory.Sort(key.Target), ref.ID}] = true
			}
		}
	}
}

// keysNaming are the keys whose values name elements of a sort.
func keysNaming(sort theory.Sort) []string {
	var keys []string
	for _, table := range theory.Format {
		for _, key := range table.Keys {
			if theory.Sort(key.Target) == sort && !slices.Contains(keys, key.Name) {
				keys = append(keys, key.Name)
			}
		}
	}
	return keys
}
