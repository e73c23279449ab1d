package check

import "icamo/theory"

// faults reports what was found wrong when the files were read.
func faults(kind theory.FaultKind) func(*Pass) {
	return func(p *Pass) {
		for _, f := range p.Theory.Faults {
			if f.Kind == kind {
				p.Report(f.Of, f.At, f.Message, f.Related...)
			}
		}
	}
}
