package check

import "icamo/theory"

// Syntax reports what is not TOML, or no text.
var Syntax = Rule{Code: "PT101", Name: "syntax", Severity: Error,
	Doc:    "TOML that cannot be read: a bracket or quotation mark that is missing, a table or key that stands twice. Also tables nested deeper than 16 levels, a file over the size limit, text that is not UTF-8, and control characters in a text.",
	Why:    "Nothing in a file that cannot be read is part of the theory, and characters that hide or reorder text make a theory say one thing to a reader and another to a program.",
	Remedy: "Mend the line that is pointed at; nothing else is checked until the file can be read.",
	Bad: `[mechanism.being-heard
label = "Being heard"
`,
	Good: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "being-heard"
to   = "sharing"
`,
	Run:     faults(theory.SyntaxFault),
	reading: true,
}
