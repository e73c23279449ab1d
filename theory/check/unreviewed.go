package check

import (
	"fmt"

	"icamo/theory"
)

// Unreviewed lists what has not been reviewed yet.
var Unreviewed = Rule{Code: "PT113", Name: "unreviewed", Severity: Info,
	Doc:    "An element that a script or a model made, and that says so under `unreviewed`. No other rule counts it.",
	Why:    "What a program found in a text is a proposal. It becomes part of the theory when a person has read it against the text.",
	Remedy: "Read it against where it came from; take `unreviewed` out where it is right, or the element where it is not.",
	Bad: `[mechanism.being-heard]
label      = "Being heard"
unreviewed = "found.json"
`,
	Good: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "being-heard"
to   = "connectedness"
`,
	Run:     unreviewed,
	reviews: true,
}

func unreviewed(p *Pass) {
	for r := range p.Theory.Records() {
		if e := r.Base(); e.Unreviewed != "" {
			p.Report(e, e.Key("unreviewed"), fmt.Sprintf("%q came from %q, and nobody has looked at it yet; read it against that, and take out unreviewed where it is right",
				e.ID, theory.Shortened(e.Unreviewed, 60)))
		}
	}
}
