package check

import "icamo/theory"

// MissingKey reports required keys that are not there.
var MissingKey = Rule{Code: "PT104", Name: "missing-key", Severity: Error,
	Doc:    "A required key that is not there or is empty: a node's label, a link's ends, a configuration's title, a source's citation, the type of a piece of evidence, the reason of an acceptance.",
	Why:    "A box without a label or a source without a citation cannot be shown to a reader.",
	Remedy: "Add the key, at the place that is pointed at.",
	Bad: `[mechanism.being-heard]
reasoning = "They want to know what I think."

[[link]]
from = "being-heard"
to   = "sharing"
`,
	Good: `[mechanism.being-heard]
label     = "Being heard"
reasoning = "They want to know what I think."

[[link]]
from = "being-heard"
to   = "sharing"
`,
	Run:     faults(theory.MissingKeyFault),
	reading: true,
}
