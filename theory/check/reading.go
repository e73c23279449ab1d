package check

import "icamo/theory"

// What is wrong with the files themselves is found when they are read; these rules report it.

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
	Run: faults(theory.SyntaxFault),
}

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
	Run: faults(theory.UnknownKeyFault),
}

// InvalidValue reports values that a key cannot have.
var InvalidValue = Rule{Code: "PT103", Name: "invalid-value", Severity: Error,
	Doc:    "A value of the wrong type; a word that is not among those a key allows; an id of other characters than small letters, digits and single hyphens; an interval whose ends are reversed.",
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
	Run: faults(theory.InvalidValueFault),
}

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
	Run: faults(theory.MissingKeyFault),
}

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
	Run: faults(theory.DuplicateIDFault),
}

// UnknownReference reports ids that nothing defines.
var UnknownReference = Rule{Code: "PT106", Name: "unknown-reference", Severity: Error,
	Doc:    "A reference to a node, actor, source, case, configuration, formal theory or piece of evidence that nothing defines.",
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
	Run: faults(theory.UnknownReferenceFault),
}

// FileReference reports files that cannot be used.
var FileReference = Rule{Code: "PT109", Name: "file-reference", Severity: Error,
	Doc:    "A file named by `include` or `revises` that is not there, is in a loop, cannot be used for that, or lies outside the project's folder, also by way of a symbolic link.",
	Why:    "What cannot be read is not checked: without the version revised, nothing says what was dropped; without the evidence, nothing says what stands behind a link.",
	Remedy: "Name a file in the project by its path from the file that names it.",
	Bad: `-- theory.toml --
[theory]
id      = "peer-groups"
title   = "Peer groups"
include = ["evidense.toml"]
-- evidence.toml --
[source.egmose-2024]
citation = "Egmose CH, et al. (2024) BMC Psychiatry 24:555"
`,
	Good: `-- theory.toml --
[theory]
id      = "peer-groups"
title   = "Peer groups"
include = ["evidence.toml"]
-- evidence.toml --
[source.egmose-2024]
citation = "Egmose CH, et al. (2024) BMC Psychiatry 24:555"
`,
	Run: faults(theory.FileReferenceFault),
}

func faults(kind theory.FaultKind) func(*Pass) {
	return func(p *Pass) {
		for _, f := range p.Theory.Faults {
			if f.Kind == kind {
				p.Report(f.Of, f.At, f.Message, f.Related...)
			}
		}
	}
}
