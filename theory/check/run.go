package check

import (
	"icamo/theory"
)

// Run asks every rule of a theory. Findings come in their one order. Of a file that does not parse only that is found, as
// there is nothing else in it.
func Run(t *theory.Theory, s Settings) []Finding {
	p := newPass(t, s)
	for _, last := range []bool{false, true} {
		for i := range Rules {
			if Rules[i].last == last {
				p.rule = &Rules[i]
				p.rule.Run(p)
			}
		}
		p.accept()
	}
	var kept []Finding
	for _, f := range p.findings {
		if f.Severity != Off {
			kept = append(kept, f)
		}
	}
	return Sort(kept)
}
