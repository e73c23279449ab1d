package check

import (
	"fmt"

	"icamo/theory"
)

// BrokenNecessity reports cases in which something came about without what it needs.
var BrokenNecessity = Rule{Code: "PT312", Name: "broken-necessity", Severity: Warning,
	Doc:    "A link that is `necessary` and not refuted, and a case in which the node that it leads to was there although the one that it starts from was not.",
	Why:    "What is necessary is a hoop that every case must jump through. One case that gets there without it shows that it is not necessary, or that the case is not what it seems.",
	Source: "Van Evera (1997) and Collier (2011) on the hoop test of process tracing",
	Remedy: "Take `necessary` out, look at the case again, or accept the finding and say what is special about the case.",
	Bad: `[mechanism.speaking-out]
label     = "Speaking out"
active_in = ["p1"]

[context.quiet-room]
label         = "A quiet room"
not_active_in = ["p1"]

[[link]]
from      = "quiet-room"
to        = "speaking-out"
necessary = true

[[link]]
from = "speaking-out"
to   = "connectedness"
`,
	Good: `[mechanism.speaking-out]
label     = "Speaking out"
active_in = ["p1"]

[context.quiet-room]
label     = "A quiet room"
active_in = ["p1"]

[[link]]
from      = "quiet-room"
to        = "speaking-out"
necessary = true

[[link]]
from = "speaking-out"
to   = "connectedness"
`,
	Reads: []string{"necessary", "status"},
	Run: eachStep(func(p *Pass, l *theory.Link) {
		if !l.Necessary || l.Status == theory.Refuted {
			return
		}
		lacking := placesOf(l.Source.NotActiveIn)
		for _, ref := range l.Target.ActiveIn {
			if at, lacks := lacking[ref.ID]; lacks {
				p.Report(&l.Element, l.Key("necessary"), fmt.Sprintf("%q was there in %q although %q, which it needs, was not; take necessary out, or accept this and say what is special about the case", l.Target.ID, ref.ID, l.Source.ID),
					theory.Related{Message: fmt.Sprintf("%q was there", l.Target.ID), At: ref.At}, theory.Related{Message: fmt.Sprintf("%q was not", l.Source.ID), At: at})
			}
		}
	}),
}
