package check

import (
	"fmt"

	"icamo/theory"
)

// SilentDrop reports what a revision left out without a word.
var SilentDrop = Rule{Code: "PT501", Name: "silent-drop", Severity: Warning,
	Doc:    "A node, link or configuration of the earlier version that is not here, was not dropped with a reason, and is named by no `was`, nor meant by one in which PT505 finds a slip.",
	Why:    "What a study gave up is a finding as much as what it kept. Readers who lay the initial theory beside the revised one will ask.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on refinement; Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Keep it with `dropped = \"the reason\"`, or name it in the `was` of what it became; a link has no `was`, and follows its ends.",
	Bad:    "-- initial.toml --\n" + hopeful + "-- revised.toml --\n",
	Good: "-- initial.toml --\n" + hopeful + `-- revised.toml --
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]
dropped     = "Nobody spoke of it at ten weeks."
`,
	Run: func(p *Pass) {
		meant := make(map[[2]string]bool) // what a slip in a "was" means, which PT505 says
		if p.Theory.Earlier != nil {
			for _, a := range unknownAncestors(p.Theory) {
				meant[[2]string{a.what, a.meant}] = true
			}
		}
		p.eachLost(func(l lost) {
			sort := "node"
			if l.what == "configuration" || l.what == "link" {
				sort = l.what
			}
			if l.heirs > 0 || meant[[2]string{sort, l.of.ID}] {
				return
			}
			remedy := `keep it with dropped = "the reason", or name it in the was of what it became`
			if l.what == "link" {
				remedy = fmt.Sprintf(`write the link from %q to %q here with dropped = "the reason"`, l.from, l.to)
			}
			p.Report(&p.Theory.Element, p.Theory.Revises.At, fmt.Sprintf("the %s %q of the earlier version is not here; %s", l.what, l.of.ID, remedy),
				theory.Related{Message: "it stood here", At: l.at})
		})
	},
}
