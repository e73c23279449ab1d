package check

import "icamo/theory"

// FileReference reports files that cannot be used.
var FileReference = Rule{Code: "PT109", Name: "file-reference", Severity: Error,
	Doc:    "A file named by `include` or `revises` that is not there, is in a loop, cannot be used for that, or lies outside the project's folder, also by way of a symbolic link.",
	Why:    "What cannot be read is not checked: without the earlier version, nothing says what was dropped; without the evidence, nothing says what stands behind a link.",
	Remedy: "Name a file in the project by its path from the file that names it.",
	Bad: `-- theory.toml --
[theory]
id      = "peer-groups"
title   = "Peer groups"
include = ["evidense.toml"]
` + leaving + `-- evidence.toml --
[source.egmose-2024]
citation = "Egmose CH, et al. (2024) BMC Psychiatry 24:555"
`,
	Good: `-- theory.toml --
[theory]
id      = "peer-groups"
title   = "Peer groups"
include = ["evidence.toml"]
` + leaving + `-- evidence.toml --
[source.egmose-2024]
citation = "Egmose CH, et al. (2024) BMC Psychiatry 24:555"
`,
	Run:     faults(theory.FileReferenceFault),
	reading: true,
}

// leaving is the whole of a small theory, but for its heading.
const leaving = `
[actor.participants]
label = "Participants"

[mechanism.exposure]
label = "Feeling exposed"

[outcome.leaving]
label       = "Leaving the group"
beneficiary = ["participants"]
valence     = "unwanted"

[[link]]
from = "participants"
to   = "exposure"

[[link]]
from = "exposure"
to   = "leaving"
`
