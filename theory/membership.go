package theory

import (
	"iter"
	"math/bits"
	"slices"
)

// Membership says of which configurations each node is a member. Nodes go by their ids, so that one that nothing defines
// has its configurations, too.
type Membership struct {
	configurations []*Configuration
	places         map[string][]int32 // of a member's configurations, in order
	sets           map[string]bitset  // the same of those that have many
}

// NewMembership looks at the members of configurations.
func NewMembership(configurations []*Configuration) *Membership {
	m := &Membership{configurations: configurations, places: make(map[string][]int32), sets: make(map[string]bitset)}
	for i, c := range configurations {
		for _, member := range c.Members {
			if in := m.places[member.ID]; len(in) == 0 || in[len(in)-1] != int32(i) {
				m.places[member.ID] = append(in, int32(i))
			}
		}
	}
	for id, in := range m.places {
		if len(in) > words(len(configurations)) {
			m.sets[id] = newBitset(len(configurations))
			m.sets[id].add(in)
		}
	}
	return m
}

// Of lists the configurations that a node is a member of, in the order in which they were given.
func (m *Membership) Of(id string) iter.Seq[*Configuration] { return m.Sharing(id, id) }

// OfLink lists the configurations that have all that a link joins among their members, in the order in which they were given.
func (m *Membership) OfLink(l *Link) iter.Seq[*Configuration] {
	if l.Onto == nil {
		return m.Sharing(l.From.ID, l.To.ID)
	}
	return func(yield func(*Configuration) bool) {
		target := slices.Collect(m.Of(l.Onto.To.ID))
		for c := range m.Sharing(l.From.ID, l.Onto.From.ID) {
			if slices.Contains(target, c) && !yield(c) {
				return
			}
		}
	}
}

// Sharing lists the configurations that two nodes are both members of, in the order in which they were given. It takes
// less time than looking at each of theirs, as many links can have ends in thousands that they do not share.
func (m *Membership) Sharing(id, other string) iter.Seq[*Configuration] {
	return func(yield func(*Configuration) bool) {
		if set, with := m.sets[id], m.sets[other]; set != nil && with != nil {
			for i, word := range set {
				for word &= with[i]; word != 0; word &= word - 1 {
					if !yield(m.configurations[i*64+bits.TrailingZeros64(word)]) {
						return
					}
				}
			}
			return
		}
		few, many := m.places[id], m.places[other]
		if len(few) > len(many) {
			few, many = many, few
		}
		for _, place := range few {
			many = many[before(many, place):]
			if len(many) > 0 && many[0] == place && !yield(m.configurations[place]) {
				return
			}
		}
	}
}

// before counts the numbers at the start of an ordered list that are less than one given. It looks near the start first.
func before(list []int32, number int32) int {
	end := 1
	for end < len(list) && list[end-1] < number {
		end *= 2
	}
	start := end / 2
	at, _ := slices.BinarySearch(list[start:min(end, len(list))], number)
	return start + at
}
