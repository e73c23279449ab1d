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
	everywhere     map[string]bool    // members of every configuration
}

// NewMembership looks at the members of configurations.
func NewMembership(configurations []*Configuration) *Membership {
	m := &Membership{configurations: configurations, places: make(map[string][]int32), sets: make(map[string]bitset), everywhere: make(map[string]bool)}
	for i, c := range configurations {
		for _, member := range c.Members {
			if in := m.places[member.ID]; len(in) == 0 || in[len(in)-1] != int32(i) {
				m.places[member.ID] = append(in, int32(i))
			}
		}
	}
	if len(configurations) > 0 {
		for _, member := range configurations[0].Overarching { // the same in all
			m.everywhere[member.ID] = true
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

// Of lists the configurations that name a node as a member, in the order in which they were given. One that belongs to every
// configuration is named by none: Everywhere says so.
func (m *Membership) Of(id string) iter.Seq[*Configuration] { return m.Sharing(id, id) }

// Everywhere says whether a node belongs to every configuration.
func (m *Membership) Everywhere(id string) bool { return m.everywhere[id] }

// OfLink lists the configurations in which a link is claimed: those that have all that it joins among their members, but for
// those that it leaves out; in the order in which they were given.
func (m *Membership) OfLink(l *Link) iter.Seq[*Configuration] {
	joined := []string{l.From.ID, l.To.ID}
	if l.Onto != nil {
		joined = []string{l.From.ID, l.Onto.From.ID, l.Onto.To.ID}
	}
	joined = slices.DeleteFunc(joined, m.Everywhere)
	return func(yield func(*Configuration) bool) {
		for c := range m.having(joined) {
			if l.MadeIn(c) && (l.Onto == nil || l.Onto.MadeIn(c)) && !yield(c) {
				return
			}
		}
	}
}

// having lists the configurations that have all of up to three nodes among the members that they name.
func (m *Membership) having(ids []string) iter.Seq[*Configuration] {
	switch len(ids) {
	case 0:
		return slices.Values(m.configurations)
	case 1:
		return m.Of(ids[0])
	case 2:
		return m.Sharing(ids[0], ids[1])
	}
	return func(yield func(*Configuration) bool) {
		third := slices.Collect(m.Of(ids[2]))
		for c := range m.Sharing(ids[0], ids[1]) {
			if slices.Contains(third, c) && !yield(c) {
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
