package revision

import "icamo/theory"

// evidence compares what the claims rest on: pieces of evidence, and their sources, cases and formal theories.
func (c *comparison) evidence() {
	old, new := c.r.Old, c.r.New
	c.r.Evidence = byID(c, theory.EvidenceSort, old.Evidence, new.Evidence, old.Piece, new.Piece)
	byID(c, theory.SourceSort, old.Sources, new.Sources, old.Source, new.Source)
	byID(c, theory.CaseSort, old.Cases, new.Cases, old.Case, new.Case)
	byID(c, theory.FormalTheorySort, old.FormalTheories, new.FormalTheories, old.FormalTheory, new.FormalTheory)
}

// byID compares elements that have no lineage but their ids.
func byID[T any, R interface {
	*T
	theory.Record
}](c *comparison, sort theory.Sort, old, new []*T, inOld, inNew func(id string) *T) []Match[T] {
	id := func(x *T) string { return R(x).Base().ID }
	one := func(find func(string) *T) func(*T) []*T {
		return func(x *T) []*T {
			if same := find(id(x)); same != nil {
				return []*T{same}
			}
			return nil
		}
	}
	return compare(c, elements[T]{
		sort: sort,
		old:  firsts(old, id), new: firsts(new, id),
		origins: one(inOld), heirs: one(inNew),
		element: func(x *T) *theory.Element { return R(x).Base() },
		live:    func(*T) bool { return true },
		dropped: func(*T) string { return "" },
		oldSays: func(olds []*T, _ *T) record { return c.record(R(olds[0]), nil) },
		newSays: func(x *T) record { return c.record(R(x), nil) },
		renamed: Renamed,
	})
}

// theory compares what the [theory] tables say.
func (c *comparison) theory() {
	old, new := c.r.Old, c.r.New
	fields := differences(c.record(old, nil), c.record(new, nil))
	if len(fields) == 0 {
		return
	}
	change := &Change{Sort: theory.TheorySort, ID: new.ID, Verb: Changed, Fields: fields, Old: []theory.Span{old.At}, New: new.At}
	if old.ID != new.ID {
		change.Verb, change.From = Renamed, []string{old.ID}
	}
	c.changes = append(c.changes, change)
}
