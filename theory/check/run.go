package check

import (
	"runtime"
	"sync"

	"icamo/theory"
)

// Run asks every rule of a theory. Findings come in their one order. Of a file that does not parse only that is found, as
// there is nothing else in it.
func Run(t *theory.Theory, s Settings) []Finding { return Sort(run(t, s)) }

// run gives the findings rule by rule.
func run(t *theory.Theory, s Settings) []Finding {
	s = s.withDefaults()
	shared := newFacts(t)
	passes := make([]*Pass, len(Rules))
	for i := range Rules {
		passes[i] = &Pass{Theory: t, Settings: s, Graph: t.Graph(), facts: shared, rule: &Rules[i]}
	}
	sideBySide(passes)
	accepted := accept(passes)
	count := 0
	for _, p := range passes {
		if p.rule.last {
			p.accepted = accepted
			p.rule.Run(p)
		}
		count += len(p.findings)
	}
	findings := make([]Finding, 0, count)
	for _, p := range passes {
		for _, f := range p.findings {
			if f.Severity != Off {
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// sideBySide runs all rules but those that run last, which look at what the others found.
func sideBySide(passes []*Pass) {
	next := make(chan *Pass)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 4) {
		workers.Go(func() {
			for p := range next {
				p.rule.Run(p)
			}
		})
	}
	for _, p := range passes {
		if !p.rule.last {
			next <- p
		}
	}
	close(next)
	workers.Wait()
}

// acceptances say which acceptances accept a finding, and of which rules that is not known.
type acceptances struct {
	rules     map[string]*Rule // by their codes
	abstained map[string]bool  // those of the rules that could not be asked
	used      map[*theory.Acceptance]bool
}

// accept marks the findings that their elements accept.
func accept(passes []*Pass) *acceptances {
	a := &acceptances{make(map[string]*Rule), make(map[string]bool), make(map[*theory.Acceptance]bool)}
	for _, p := range passes {
		a.rules[p.rule.Code] = p.rule
		a.abstained[p.rule.Code] = p.abstained
		for i := range p.findings {
			f := &p.findings[i]
			if f.Of == nil || f.Rule.reading {
				continue
			}
			for j := range f.Of.Accept {
				if acceptance := &f.Of.Accept[j]; acceptance.Code == f.Rule.Code {
					f.Accepted = acceptance.Reason
					a.used[acceptance] = true
				}
			}
		}
	}
	return a
}

// Ask asks some rules alone of a theory, as the settings are unless a project changes them.
func Ask(t *theory.Theory, rules ...*Rule) []Finding {
	shared := newFacts(t)
	var findings []Finding
	for _, rule := range rules {
		p := &Pass{Theory: t, Settings: Settings{}.withDefaults(), Graph: t.Graph(), facts: shared, rule: rule}
		rule.Run(p)
		findings = append(findings, p.findings...)
	}
	return Sort(findings)
}
