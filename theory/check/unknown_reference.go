package check

import "icamo/theory"

// UnknownReference reports ids that nothing defines.
var UnknownReference = Rule{Code: "PT106", Name: "unknown-reference", Severity: Error,
	Doc:    "A reference to a node, actor, source, case, configuration, formal theory or piece of evidence that nothing defines; a link onto one that is not there, or onto one of two that join a pair without saying which.",
	Why:    "A slip of the keyboard otherwise takes a link out of the theory, or its evidence away, without anybody noticing.",
	Remedy: "Take the id that is proposed, or define what is missing.",
	Bad: `[[link]]
from = "feeling-save"
to   = "sharing"
`,
	Good: `[[link]]
from = "feeling-safe"
to   = "sharing"
`,
	Run:     faults(theory.UnknownReferenceFault),
	reading: true,
}
