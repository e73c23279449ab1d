package check

import (
	"fmt"

	"icamo/theory"
)

// LineageWithoutRevises reports ancestors in a theory that comes first.
var LineageWithoutRevises = Rule{Code: "PT510", Name: "lineage-without-revises", Severity: Error,
	Doc:    "A `was` in a theory that revises nothing.",
	Why:    "`was` names an id of the version that a theory revises. Where there is none, it names nothing, and what seems to be lineage is not.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Name the file of the earlier version in `revises` of [theory], or take the `was` out.",
	Bad: `[mechanism.being-heard]
label = "Being heard"
was   = ["being-listened-to"]

[[link]]
from = "being-heard"
to   = "sharing"
`,
	Good: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "being-heard"
to   = "sharing"
`,
	Run: func(p *Pass) {
		if p.Theory.Revises.ID != "" || p.unread(&p.Theory.Element, "revises") {
			return
		}
		report := func(e *theory.Element, was []theory.Ref) {
			if len(was) > 0 {
				p.Report(e, was[0].At, fmt.Sprintf("%q was %q in an earlier version, yet this theory names none; name its file in revises of [theory], or take this out", e.ID, was[0].ID))
			}
		}
		for _, n := range p.Theory.Nodes {
			report(&n.Element, n.Was)
		}
		for _, c := range p.Theory.Configurations {
			report(&c.Element, c.Was)
		}
	},
}
