package check

import "icamo/theory"

// DuplicateID reports one id for two things.
var DuplicateID = Rule{Code: "PT105", Name: "duplicate-id", Severity: Error,
	Doc:    "One id for two nodes, also where they are of different kinds or stand in different files; the same for two cases, sources, pieces of evidence, configurations or formal theories in different files.",
	Why:    "Links and configurations name a node by its id alone, and a theory's history follows it: an id that names two things says neither.",
	Remedy: "Give one of the two another id, and mend the references that mean it.",
	Bad: `[context.sharing]
label = "A culture of openness"
`,
	Good: `[context.openness]
label = "A culture of openness"

[[link]]
from = "openness"
to   = "sharing"
`,
	Run:     faults(theory.DuplicateIDFault),
	reading: true,
}
