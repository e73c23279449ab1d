package page

import (
	"fmt"

	"icamo/theory"
)

// The most that a page can show. It names evidence, cases and members under all that they stand behind, so what a file
// says once may be on it a thousand times.
const (
	mostConfigurations = 2_000 // as many as nodes and links in a figure
	mostElements       = 20_000
	mostGraph          = 5_000    // nodes, or links
	mostCells          = 200_000  // of the table of cases
	mostText           = 16 << 20 // bytes, about
)

// showable says why a theory has too much in it for a page.
func showable(t *theory.Theory) error {
	const instead = "write tables instead, with icamo table"
	if n := len(t.Configurations); n > mostConfigurations {
		return fmt.Errorf("%d configurations are more than the %d that a page can show; %s", n, mostConfigurations, instead)
	}
	for _, many := range []struct {
		n    int
		what string
	}{{len(t.Nodes), "nodes"}, {len(t.Links), "links"}} {
		if many.n > mostGraph {
			return fmt.Errorf("%d %s are more than the %d that a page can show; %s", many.n, many.what, mostGraph, instead)
		}
	}
	if n := len(t.Evidence) + len(t.Cases) + len(t.Sources) + len(t.FormalTheories); n > mostElements {
		return fmt.Errorf("%d pieces of evidence, cases, sources and formal theories are more than the %d that a page can show; %s", n, mostElements, instead)
	}
	if cells := len(t.Cases) * len(t.Configurations); cells > mostCells {
		return fmt.Errorf("%d cases of %d configurations are more than a page can show; %s", len(t.Cases), len(t.Configurations), instead)
	}
	if size := textOf(t); size > mostText {
		return fmt.Errorf("with evidence and configurations wherever they are named a page would hold %d MiB, and can hold %d; %s", size>>20, mostText>>20, instead)
	}
	return nil
}

// textOf is about how many bytes of text the page of a theory shows.
func textOf(t *theory.Theory) int {
	const mark = 50 // what stands around a name
	size := 0
	cited := make(map[*theory.Evidence]int)
	label := make(map[*theory.Node]int) // with those of its beneficiaries
	for _, n := range t.Nodes {
		label[n] = len(n.Label)
		for _, ref := range n.Beneficiary {
			label[n] += mark
			if b := t.Node(ref.ID); b != nil {
				label[n] += len(b.Label)
			}
		}
	}
	for _, e := range t.Evidence {
		weight := mark + len(e.Text) + len(e.Locator)
		if s := t.Source(e.Source.ID); s != nil {
			weight += len(s.Citation)
		}
		for _, ref := range e.Cases {
			weight += mark
			if c := t.Case(ref.ID); c != nil {
				weight += len(c.Label)
			}
		}
		cited[e] = weight
		size += len(e.Description) + weight*(1+len(e.Cases)) // in its own entry, and in that of each of its cases
	}
	cite := func(refs []theory.Ref) {
		for _, ref := range refs {
			size += 2*mark + 2*cited[t.Piece(ref.ID)] // in the entry, and in the table
		}
	}
	for _, l := range t.Links {
		size += len(l.Description) + len(l.Because)
		cite(l.SupportedBy)
		cite(l.ContradictedBy)
	}
	for _, n := range t.Nodes {
		size += len(n.Description) + len(n.Because) + len(n.Resource) + len(n.Reasoning)
		cite(n.SupportedBy)
		cite(n.ContradictedBy)
	}
	for _, c := range t.Configurations {
		size += mark + len(c.Description) + len(c.Because)
		for _, m := range c.Members {
			size += mark + len(c.Title) // in the member's entry
			if m.Node != nil {
				size += 3*label[m.Node] + len(m.Node.Resource) + len(m.Node.Reasoning) // in its own, the matrix and the statement
			}
		}
		for _, l := range t.Part(c).Claims() {
			from, to := l.Ends()
			size += mark + len(from) + len(to)
		}
		for _, ref := range c.FormalTheory {
			if f := t.FormalTheory(ref.ID); f != nil {
				size += len(f.Label)
			}
		}
		size += mark * (len(c.FormalTheory) + len(c.Requires) + len(c.Influences) + len(c.ActiveIn) + len(c.NotActiveIn))
	}
	return size
}
