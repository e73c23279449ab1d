package check

import "icamo/theory"

// UnknownKey reports keys and tables that the format does not have.
var UnknownKey = Rule{Code: "PT102", Name: "unknown-key", Severity: Error,
	Doc:    "A key or a table that the format does not have, in a theory file or in `icamo.toml`.",
	Why:    "A key that nothing reads is a claim or a piece of evidence that is silently left out.",
	Remedy: "Take the key that is proposed, or take it out; comments may hold what the format does not.",
	Bad: `[[link]]
from     = "feeling-safe"
to       = "sharing"
becuase  = "Rules make it safe to speak."
`,
	Good: `[[link]]
from    = "feeling-safe"
to      = "sharing"
because = "Rules make it safe to speak."
`,
	Run:     faults(theory.UnknownKeyFault),
	reading: true,
}
