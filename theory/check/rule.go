package check

// Rule is one thing that a theory is checked for. Codes and names are permanent.
type Rule struct {
	Code     string
	Name     string
	Severity Severity

	Doc    string // what it finds
	Why    string // why that matters to a realist evaluation
	Source string // the methodological source; "" where the rule needs none
	Remedy string // what to do
	Bad    string // an example that trips this rule alone: see Example
	Good   string // the example mended: nothing is found in it

	Reads []string // keys that it goes by, "id" among them: it finds nothing in an element in which one cannot be read
	Run   func(*Pass)

	reading bool // it says what cannot be read, which can be neither accepted nor turned off
	reviews bool // it looks at what is unreviewed, which counts for no other rule
	last    bool // runs after all the others, and looks at what they found
}

// Acceptable says whether a finding of the rule can be accepted with a reason.
func (r *Rule) Acceptable() bool { return !r.reading && !r.last }

// Severity is how much a finding weighs. The zero value is none: every rule declares one.
type Severity string

// The severities. Off and Never are settings only: the first drops a rule's findings, the second lets no finding fail.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
	Off     Severity = "off"
	Never   Severity = "never"
)

// Severities are those that a finding may have, the gravest first.
var Severities = []Severity{Error, Warning, Info}

// AtLeast says whether the severity is as grave as another one, or graver.
func (s Severity) AtLeast(other Severity) bool {
	return s.weight() > 0 && s.weight() >= other.weight()
}

func (s Severity) weight() int {
	switch s {
	case Info:
		return 1
	case Warning:
		return 2
	case Error:
		return 3
	case Never:
		return 4
	}
	return 0
}
