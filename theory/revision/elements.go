package revision

import (
	"cmp"
	"slices"

	"icamo/theory"
)

// elements are those of one sort in both versions, with all that comparing them takes.
type elements[T any] struct {
	sort     theory.Sort
	old, new []*T
	origins  func(new *T) []*T
	heirs    func(old *T) []*T
	element  func(*T) *theory.Element
	live     func(*T) bool
	dropped  func(*T) string // why it was dropped
	reasons  []string        // the keys that say why it changed, where they say something new
	oldSays  func(old []*T, new *T) record
	newSays  func(*T) record
	renamed  Verb             // the verb for another id
	follows  func(*T) bool    // whether a new element only follows what it is tied to; nil: none does
	gone     func(*T) *Change // the change of an old element without heirs; nil: it was removed
}

func (e *elements[T]) id(x *T) string { return e.element(x).ID }

// compare ties the elements of both versions, and tells what changed.
func compare[T any](c *comparison, e elements[T]) []Match[T] {
	matches := make([]Match[T], 0, len(e.new))
	add := func(m Match[T]) {
		if m.Change != nil {
			c.changes = append(c.changes, m.Change)
		}
		matches = append(matches, m)
	}
	for _, n := range e.new {
		olds := baseFirst(e.origins(n), e.id, e.id(n))
		add(Match[T]{Old: olds, New: n, Change: e.change(olds, n)})
	}
	for _, o := range e.old {
		if len(e.heirs(o)) > 0 {
			continue
		}
		change := &Change{Verb: Removed}
		if e.gone != nil {
			change = e.gone(o)
		}
		if change != nil {
			change.Sort, change.ID, change.Old = e.sort, e.id(o), []theory.Span{e.element(o).At}
			change.Fields = differences(e.oldSays([]*T{o}, nil), record{})
		}
		add(Match[T]{Old: []*T{o}, Change: change})
	}
	return matches
}

// change tells what happened to an element of the new version; nil where nothing did.
func (e *elements[T]) change(olds []*T, n *T) *Change {
	if e.follows != nil && len(olds) > 0 && e.follows(n) {
		return nil
	}
	change := &Change{Sort: e.sort, ID: e.id(n), New: e.element(n).At}
	if len(olds) == 0 {
		change.Verb = Added
		change.Fields = differences(record{}, e.newSays(n))
	} else {
		change.Fields = differences(e.oldSays(olds, n), e.newSays(n))
		change.Verb = e.verb(olds, n, len(change.Fields) > 0)
	}
	if change.Verb == "" {
		return nil
	}
	change.Reason = cmp.Or(e.dropped(n), change.newly(e.reasons))
	for _, o := range olds {
		change.Old = append(change.Old, e.element(o).At)
		change.From = append(change.From, e.id(o))
	}
	if len(change.From) == 1 && change.From[0] == change.ID {
		change.From = nil
	}
	slices.Sort(change.From)
	return change
}

// newly is what the first of some keys says that says something new; "" where none does.
func (c *Change) newly(keys []string) string {
	for _, key := range keys {
		if f := c.Field(key); f != nil && f.New != nil {
			return f.New.(string)
		}
	}
	return ""
}

// verb is what happened to an element that comes from others; "" where nothing did.
func (e *elements[T]) verb(olds []*T, n *T, differs bool) Verb {
	parts := e.heirs(olds[0])
	wasLive, isLive := slices.ContainsFunc(olds, e.live), e.live(n)
	switch {
	case wasLive && !isLive:
		return Dropped
	case !wasLive && isLive:
		return Restored
	case len(olds) > 1:
		return Merged
	case isLive && several(parts, e.live):
		return Split
	case e.id(olds[0]) != e.id(n):
		return e.renamed
	case len(parts) > 1:
		return Split
	case differs:
		return Changed
	}
	return ""
}

// several says whether something holds of more than one.
func several[T any](all []T, is func(T) bool) bool {
	n := 0
	for _, x := range all {
		if is(x) {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// baseFirst puts first the one that a merged element is compared with: the one that has its id, else the smallest id.
func baseFirst[T any](olds []*T, idOf func(*T) string, id string) []*T {
	if len(olds) < 2 {
		return olds
	}
	olds = slices.Clone(olds)
	slices.SortFunc(olds, func(a, b *T) int {
		x, y := idOf(a), idOf(b)
		return cmp.Or(cmp.Compare(rank(x == id), rank(y == id)), cmp.Compare(x, y))
	})
	return olds
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

// firsts leaves out the second and later elements of one id, which are a fault in the file.
func firsts[T any](all []*T, id func(*T) string) []*T {
	seen := make(map[string]bool, len(all))
	kept := make([]*T, 0, len(all))
	for _, x := range all {
		if !seen[id(x)] {
			seen[id(x)] = true
			kept = append(kept, x)
		}
	}
	return kept
}
