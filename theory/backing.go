package theory

import (
	"math/bits"
	"slices"
)

// Backing counts the distinct cases that stand behind the evidence that references name: those that the evidence that counts
// names. Ten quotes of one person are one case (CERQual, adequacy), and a source is none.
func (t *Theory) Backing(refs []Ref) int { return t.backing().cases(t.Counting(refs)) }

// Counting lists the evidence among references that counts, in the order of citation: what is known, reviewed, says something, and is
// there once, by its id and by its words.
func (t *Theory) Counting(refs []Ref) []*Evidence {
	b := t.backing()
	var counting []*Evidence
	var seen map[int32]bool
	for _, ref := range refs {
		e := t.Piece(ref.ID)
		says, something := b.says[e]
		if !something || seen[says] {
			continue
		}
		counting = append(counting, e)
		if len(refs) > 1 {
			if seen == nil {
				seen = make(map[int32]bool, len(refs))
			}
			seen[says] = true
		}
	}
	return counting
}

// Counts says whether any evidence among references counts.
func (t *Theory) Counts(refs []Ref) bool {
	b := t.backing()
	return slices.ContainsFunc(refs, func(ref Ref) bool {
		_, something := b.says[t.Piece(ref.ID)]
		return something
	})
}

// Alike gives the first piece of evidence that says what a piece says; nil for one that says nothing. Of a bare result nothing
// says what was measured, so that it is like no other.
func (t *Theory) Alike(e *Evidence) *Evidence {
	b := t.backing()
	says, something := b.says[e]
	switch {
	case !something:
		return nil
	case e.Bare():
		return e
	}
	return b.first[says]
}

// backing is what stands behind each piece of evidence, each case under a number. A theory in which every link cites pieces of
// a thousand cases is counted by sets, 64 at a time.
type backing struct {
	count int
	of    map[*Evidence][]int32 // each number once
	sets  map[*Evidence]bitset  // of those behind which there are many
	says  map[*Evidence]int32   // a number, the same for pieces that say the same; of those that say something
	first []*Evidence           // that says it, by number
}

func newBacking(t *Theory) *backing {
	b := &backing{
		of:   make(map[*Evidence][]int32, len(t.Evidence)),
		sets: make(map[*Evidence]bitset),
		says: make(map[*Evidence]int32, len(t.Evidence)),
	}
	number, texts := make(map[string]int32), make(map[string]int32)
	for _, e := range t.Evidence {
		if !e.Empty() && e.Unreviewed == "" {
			words := e.Words()
			if _, known := texts[words]; !known {
				texts[words] = int32(len(texts))
				b.first = append(b.first, e)
			}
			b.says[e] = texts[words]
		}
		var behind []int32
		for _, c := range e.Cases {
			if c.ID == "" {
				continue
			}
			if _, known := number[c.ID]; !known {
				number[c.ID] = int32(len(number))
			}
			behind = append(behind, number[c.ID])
		}
		b.of[e] = distinct(behind)
	}
	b.count = len(number)
	for e, behind := range b.of {
		if len(behind) > words(b.count) {
			b.sets[e] = newBitset(b.count)
			b.sets[e].add(behind)
		}
	}
	return b
}

func (b *backing) cases(evidence []*Evidence) int {
	if len(evidence) == 1 {
		return len(b.of[evidence[0]])
	}
	all := newBitset(b.count)
	for _, e := range evidence {
		if set, ok := b.sets[e]; ok {
			all.join(set)
		} else {
			all.add(b.of[e])
		}
	}
	return all.count()
}

// distinct keeps the first of equal numbers.
func distinct(numbers []int32) []int32 {
	if len(numbers) < 2 {
		return numbers
	}
	seen := make(map[int32]bool, len(numbers))
	return slices.DeleteFunc(numbers, func(n int32) bool {
		twice := seen[n]
		seen[n] = true
		return twice
	})
}

// bitset is a set of small numbers.
type bitset []uint64

func newBitset(size int) bitset { return make(bitset, words(size)) }

// words is how many words hold a set of so many numbers.
func words(size int) int { return (size + 63) / 64 }

func (s bitset) add(numbers []int32) {
	for _, n := range numbers {
		s[n/64] |= 1 << (n % 64)
	}
}

func (s bitset) join(other bitset) {
	for i, word := range other {
		s[i] |= word
	}
}

func (s bitset) count() int {
	count := 0
	for _, word := range s {
		count += bits.OnesCount64(word)
	}
	return count
}
