package check

import "icamo/theory"

// InvalidValue reports values that a key cannot have.
var InvalidValue = Rule{Code: "PT103", Name: "invalid-value", Severity: Error,
	Doc:    "A value of the wrong type; a word that is not among those a key allows; an id of other characters than small letters, digits and single hyphens; an interval whose ends are reversed; a link onto one that itself acts on a link; `necessary` on a link that inhibits.",
	Why:    "The value is taken as not there, so a status or an effect is not what its author thinks it is.",
	Remedy: "Take one of the words named in the message, or write the value in the type that it asks for. The rules that go by the value are asked once it can be read.",
	Bad: `[[link]]
from   = "feeling-safe"
to     = "sharing"
effect = "increases"
`,
	Good: `[[link]]
from   = "feeling-safe"
to     = "sharing"
effect = "promotes"
`,
	Run:     faults(theory.InvalidValueFault),
	reading: true,
}
