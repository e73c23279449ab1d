package theory

// FaultKind names what is wrong with a file. The names are those of the rules PT101 to PT106 and PT109.
type FaultKind string

// The kinds of fault.
const (
	SyntaxFault           FaultKind = "syntax"
	UnknownKeyFault       FaultKind = "unknown-key"
	InvalidValueFault     FaultKind = "invalid-value"
	MissingKeyFault       FaultKind = "missing-key"
	DuplicateIDFault      FaultKind = "duplicate-id"
	UnknownReferenceFault FaultKind = "unknown-reference"
	FileReferenceFault    FaultKind = "file-reference"
)

// MaxFaults is how many faults of one kind are kept. Nobody reads more, and a file can hold millions.
const MaxFaults = 100_000

// Fault is something wrong with a theory file, with its place. The rest of the file is read all the same.
type Fault struct {
	Kind    FaultKind
	Message string
	At      Span
	Related []Related
	Of      *Element // the element it is in; nil where it is in none
	Key     string   // the key whose value is taken as not there, "id" for an id in a header; "" where it is of none
}

// Related is another place that a fault or finding speaks of, with what is there.
type Related struct {
	Message string
	At      Span
}
