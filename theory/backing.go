package theory

import (
	"math/bits"
	"slices"
)

// Backing counts the distinct cases that stand behind the evidence that references name: the cases named, and for a piece
// that names none its source. Ten quotes of one person are one case (CERQual, adequacy).
func (t *Theory) Backing(refs []Ref) int { return t.backing().count(t.Cited(refs)) }

// BackingNames lists the ids of what Backing counts, in the order of citation, no more than most.
func (t *Theory) BackingNames(refs []Ref, most int) []string {
	b := t.backing()
	var behind []string
	for _, e := range t.Cited(refs) {
		for _, number := range b.of[e] {
			if len(behind) == most {
				return behind
			}
			if name := b.names[number]; !slices.Contains(behind, name) {
				behind = append(behind, name)
			}
		}
	}
	return behind
}

// backing is what stands behind each piece of evidence, each case and source under a number. A theory in which every link
// cites pieces of a thousand cases is counted by sets, 64 at a time.
type backing struct {
	names []string
	of    map[*Evidence][]int32 // each number once
	sets  map[*Evidence]bitset  // of those behind which there are many
}

func newBacking(t *Theory) *backing {
	b := &backing{of: make(map[*Evidence][]int32, len(t.Evidence)), sets: make(map[*Evidence]bitset)}
	number := make(map[string]int32)
	for _, e := range t.Evidence {
		cases := e.Cases
		if len(cases) == 0 {
			cases = []Ref{e.Source}
		}
		var behind []int32
		for _, c := range cases {
			if c.ID == "" {
				continue
			}
			if _, known := number[c.ID]; !known {
				number[c.ID] = int32(len(b.names))
				b.names = append(b.names, c.ID)
			}
			behind = append(behind, number[c.ID])
		}
		b.of[e] = distinct(behind)
	}
	for e, behind := range b.of {
		if len(behind) > words(len(b.names)) {
			b.sets[e] = newBitset(len(b.names))
			b.sets[e].add(behind)
		}
	}
	return b
}

func (b *backing) count(cited []*Evidence) int {
	if len(cited) == 1 {
		return len(b.of[cited[0]])
	}
	together := newBitset(len(b.names))
	for _, e := range cited {
		if set, ok := b.sets[e]; ok {
			together.join(set)
		} else {
			together.add(b.of[e])
		}
	}
	return together.count()
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
