package revision

import "icamo/theory"

// evidence compares what the claims rest on: pieces of evidence, and their sources, cases and formal theories.
func (c *comparison) evidence() {
	old, new := c.r.Old, c.r.New
	c.r.Evidence = byID(c, "", old.Evidence, new.Evidence, old.Piece, new.Piece, evidenceRecord,
		func(e *theory.Evidence) *theory.Element { return &e.Element })
	byID(c, "source.", old.Sources, new.Sources, old.Source, new.Source, sourceRecord,
		func(s *theory.Source) *theory.Element { return &s.Element })
	byID(c, "case.", old.Cases, new.Cases, old.Case, new.Case, caseRecord,
		func(cs *theory.Case) *theory.Element { return &cs.Element })
	byID(c, "formal_theory.", old.FormalTheories, new.FormalTheories, old.FormalTheory, new.FormalTheory, formalTheoryRecord,
		func(f *theory.FormalTheory) *theory.Element { return &f.Element })
}

// byID compares elements that have no lineage but their ids. Their changes bear the ids with a prefix.
func byID[T any](c *comparison, prefix string, old, new []*T, inOld, inNew func(id string) *T, says func(*T) record,
	element func(*T) *theory.Element) []Match[T] {
	id := func(x *T) string { return element(x).ID }
	one := func(find func(string) *T) func(*T) []*T {
		return func(x *T) []*T {
			if same := find(id(x)); same != nil {
				return []*T{same}
			}
			return nil
		}
	}
	first := len(c.changes)
	matches := compare(c, elements[T]{
		kind: EvidenceKind,
		old:  firsts(old, id), new: firsts(new, id),
		origins: one(inOld), heirs: one(inNew),
		element: element,
		live:    func(*T) bool { return true },
		reason:  func(*T) string { return "" },
		oldSays: func(olds []*T, _ *T) record { return says(olds[0]) },
		newSays: says,
		renamed: Renamed,
	})
	for _, change := range c.changes[first:] {
		change.ID = prefix + change.ID
	}
	return matches
}

// theory compares what the [theory] tables say.
func (c *comparison) theory() {
	old, new := c.r.Old, c.r.New
	fields := differences(theoryRecord(old), theoryRecord(new))
	if len(fields) == 0 {
		return
	}
	change := &Change{Kind: TheoryKind, ID: new.ID, Verb: Changed, Fields: fields, Old: []theory.Span{old.At}, New: new.At}
	if old.ID != new.ID {
		change.Verb, change.From = Renamed, []string{old.ID}
	}
	c.changes = append(c.changes, change)
}
