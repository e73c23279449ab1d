package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
)

// Actors says how actors are shown: what links to everything explains nothing, and takes much room.
type Actors string

// The ways to show actors: in a lane of their own; as tags on the boxes that they lead to; or not at all.
const (
	ActorLane Actors = "lane"
	ActorTags Actors = "tags"
	NoActors  Actors = "none"
)

// actorLetters are the letters of actors: without R, which is a tag already.
const actorLetters = "ABCDEFGHIJKLMNOPQSTUVWXYZ"

// tagged is an actor that stands as tags: the capital letter where what it leads to is supported, the small one where that is a
// hypothesis.
type tagged struct {
	letter      string
	label       string
	belongs     string // what its badges would say: where it belongs, in words
	supported   bool   // some tag has the capital letter
	hypothesise bool   // some tag has the small one
	lines       []*Line
	numbers     []int // of its badges
}

// placeActors shows actors as asked for. An actor becomes tags where all that is said of it is that it leads to something, and
// that this is supported or a hypothesis: what a tag cannot say keeps its box and its lines.
func (s *Scene) placeActors(how Actors) error {
	switch {
	case how == "" || how == ActorLane:
		return nil
	case s.Versions():
		return fmt.Errorf("draw %s: of two versions, actors are shown in their lane; leave --actors out", s.Theory.File)
	}
	if how == NoActors {
		s.Strip.Items = slices.DeleteFunc(s.Strip.Items, func(item *Item) bool { return item.Box != nil && item.Box.Lane == theory.Actor })
	}
	for _, b := range slices.Clone(s.Boxes) {
		switch {
		case b.Lane != theory.Actor:
		case how == NoActors:
			s.hidden = append(s.hidden, b.Label())
			s.takeOut(b)
		default:
			s.tag(b)
		}
	}
	return nil
}

// tag puts an actor's tags in the place of its box and lines, where they can say the same.
func (s *Scene) tag(b *Box) {
	place := slices.IndexFunc(s.Theory.Nodes, func(n *theory.Node) bool { return n == b.Node })
	nth := 0
	for _, n := range s.Theory.Nodes[:place] {
		if n.Kind == theory.Actor {
			nth++
		}
	}
	own := func(l *Line) bool { return l.From == b || l.To == b }
	lines := slices.DeleteFunc(slices.Concat(s.Lines, s.OnSteps), func(l *Line) bool { return !own(l) })
	sayable := func(l *Line) bool {
		return l.From == b && l.To != b && l.Onto == nil && l.Link.Effect == theory.Promotes && !l.Link.Necessary && !l.Dropped() && !l.Faded && l.Label == "" &&
			l.Link.Reading == "" && (l.status == theory.Supported || l.status == theory.Hypothesised)
	}
	if nth >= len(actorLetters) || b.Dropped() || b.Faded || len(b.Tags) > 0 || len(lines) == 0 || slices.ContainsFunc(lines, func(l *Line) bool { return !sayable(l) }) {
		return
	}
	if slices.ContainsFunc(s.OnSteps, func(l *Line) bool { return own(l.Onto) }) {
		return // something acts on one of its lines
	}
	a := tagged{letter: actorLetters[nth : nth+1], label: b.Label(), lines: lines, belongs: s.belonging(b), numbers: b.Numbers}
	for _, l := range lines {
		letter := a.letter
		if l.status == theory.Supported {
			a.supported = true
		} else {
			a.hypothesise = true
			letter = strings.ToLower(letter)
		}
		l.To.Tags = append(l.To.Tags, Tag(letter))
	}
	s.tagged = append(s.tagged, a)
	s.takeOut(b)
}

// belonging says in words what the badges of an actor say, for the legend: the configurations that it is a member of, or the cases.
func (s *Scene) belonging(b *Box) string {
	words := s.words()
	switch cmp.Or(s.badgesOf, ConfigurationBadges) {
	case NoBadges:
		return ""
	case CaseBadges:
		var said []string
		for says := AtWork; says < Named; says++ {
			if cases := s.casesOf(b, says); len(cases) > 0 {
				said = append(said, words.Say(badgeMeans[says])+": "+words.List(cases))
			}
		}
		return strings.Join(said, "; ")
	}
	var numbers []string
	for _, c := range s.Theory.Configurations {
		if !c.Live() {
			continue
		}
		if slices.ContainsFunc(c.Overarching, func(m theory.Member) bool { return m.Node == b.Node }) {
			return words.Say("every configuration")
		}
		if slices.ContainsFunc(c.Members, func(m theory.Member) bool { return m.Node == b.Node }) {
			numbers = append(numbers, strconv.Itoa(s.Theory.NumberOf(c)))
		}
	}
	return configurationsOf(words, numbers)
}

// takeOut leaves a box out, with its lines.
func (s *Scene) takeOut(b *Box) {
	own := func(l *Line) bool {
		return l.From == b || l.To == b || l.Onto != nil && (l.Onto.From == b || l.Onto.To == b)
	}
	s.Boxes = slices.DeleteFunc(s.Boxes, func(other *Box) bool { return other == b })
	s.Lines = slices.DeleteFunc(s.Lines, own)
	s.OnSteps = slices.DeleteFunc(s.OnSteps, own)
}

// actorKeys are the legend's entries for actors that stand as tags.
func actorKeys(scenes []*Scene) []Key {
	var all []tagged
	for _, s := range scenes {
		for _, a := range s.tagged {
			i := slices.IndexFunc(all, func(other tagged) bool { return other.letter == a.letter })
			if i < 0 {
				all = append(all, a)
				continue
			}
			all[i].supported, all[i].hypothesise = all[i].supported || a.supported, all[i].hypothesise || a.hypothesise
		}
	}
	var keys []Key
	key := func(a tagged, status theory.Status, letter string) {
		words := scenes[0].words()
		said := words.Word(string(theory.Actor)) + "; " + words.Word(string(status))
		if a.belongs != "" {
			said += "; " + a.belongs
		}
		keys = append(keys, Key{Means: words.Say("from {1}", a.label) + " (" + said + ")", Kind: TagKey, Badge: Badge{Text: letter}})
	}
	for _, a := range all {
		if a.supported {
			key(a, theory.Supported, a.letter)
		}
		if a.hypothesise {
			key(a, theory.Hypothesised, strings.ToLower(a.letter))
		}
	}
	return keys
}

// withoutActors says which actors are left out of the figure; "" for none.
func (s *Scene) withoutActors() string {
	if len(s.hidden) == 0 {
		return ""
	}
	return s.words().Say("Not shown: {1}, with all their links.", s.words().List(s.hidden))
}
