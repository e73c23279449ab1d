package scene

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
)

// changes name the nodes and the configurations that changed, what was split and merged once. Links are told with what they are now.
func (s *Scene) changes() []string {
	r := s.revision
	nodes := changed(s, "Nodes {1}: {2}.", r.Nodes, func(n *theory.Node) string { return n.Label }, s.afterFormer)
	if both := s.droppedInBoth(); both != "" {
		nodes = append(nodes, both)
	}
	return append(nodes, changed(s, "Configurations {1}: {2}.", r.Configurations, s.configurationName, func(m revision.Match[theory.Configuration]) string { return s.configurationName(m.New) })...)
}

// configurationName is a configuration's number and title in its version.
func (s *Scene) configurationName(c *theory.Configuration) string {
	for _, t := range s.versions {
		if slices.Contains(t.Configurations, c) {
			return nameOf(t, c)
		}
	}
	return c.Title
}

// afterFormer names a node with the label that it had before, if another.
func (s *Scene) afterFormer(m revision.Match[theory.Node]) string {
	former := formerLabel(m)
	if former == "" {
		return m.New.Label
	}
	before := s.words().Say("before")
	if !s.revision.Ordered {
		old, _ := s.revision.Sides(s.words())
		before = s.words().Say("in {1}", old)
	}
	return m.New.Label + " (" + before + ": " + former + ")"
}

// changed names the elements of each kind of change in a sentence. One that is gone, or has become several, goes by the name that it
// had, any other by the name of its match.
func changed[T any](s *Scene, sentence string, all []revision.Match[T], name func(*T) string, now func(revision.Match[T]) string) []string {
	words := s.words()
	var told []string
	for _, k := range revision.Kinds {
		var names []string
		parts := make(map[*T][]string)
		for _, m := range all {
			if m.Kind() == k && k == revision.WasSplit {
				parts[m.Old[0]] = append(parts[m.Old[0]], name(m.New))
			}
		}
		for _, m := range all {
			switch {
			case m.Kind() != k || k == revision.KeptAsItWas:
			case k == revision.WasSplit:
				if into := parts[m.Old[0]]; into != nil {
					names = append(names, words.Say("{1} into {2}", name(m.Old[0]), words.List(into)))
				}
				delete(parts, m.Old[0])
			case m.New == nil:
				names = append(names, name(m.Old[0]))
			default:
				names = append(names, now(m))
			}
		}
		if len(names) > 0 {
			told = append(told, words.Say(sentence, s.revision.Words(words, k), words.List(names)))
		}
	}
	return told
}

// unbroken keeps a count on one line.
func unbroken(count string) string { return strings.ReplaceAll(count, " ", nonBreaking) }

const nonBreaking = "\u00a0"

// mostNumbered is the number of configurations up to which a tally says which they are.
const mostNumbered = 6

// changedConfigurations are the configurations that something happened to by their numbers, in the version that has them last, with their
// titles where they are to be named.
func (s *Scene) changedConfigurations(k revision.Kind, named bool) []string {
	var numbers []int
	titles := make(map[int]string)
	for _, m := range s.revision.Configurations {
		if m.Kind() != k {
			continue
		}
		t, c := s.versions[1], m.New
		if c == nil {
			t, c = s.versions[0], m.Old[0]
		}
		number := t.NumberOf(c)
		numbers, titles[number] = append(numbers, number), strings.Join(strings.Fields(c.Title), " ")
	}
	slices.Sort(numbers)
	var texts []string
	for _, n := range slices.Compact(numbers) {
		text := strconv.Itoa(n)
		if named && titles[n] != "" {
			text += nonBreaking + "“" + titles[n] + "”"
		}
		texts = append(texts, text)
	}
	return texts
}

// naming is which configurations a tally says by their titles: those of which no box has the number, or those that came, too; or it says
// of none which they are.
type naming int

const (
	goneNamed naming = iota
	comeAndGoneNamed
	noneSaid
)

// names says whether configurations of some kind are named.
func (n naming) names(k revision.Kind) bool {
	return n != noneSaid && (signs[k].Went() || n == comeAndGoneNamed && signs[k].Came())
}

// tally counts what happened to the elements of two versions: "Nodes: 5 dropped; 8 refined; 15 added. Links: …". Of few
// configurations it says which: "2 refined (1, 3)".
func (s *Scene) tally(named naming) string {
	var nodes, links, configurations []string
	wholes, words := s.revision.Wholes(), s.words()
	for _, k := range revision.Kinds {
		n := s.revision.Count(k)
		for _, sort := range []struct {
			n, wholes int
			told      *[]string
		}{{n.Nodes, wholes.Nodes, &nodes}, {n.Links, wholes.Links, &links}, {n.Configurations, wholes.Configurations, &configurations}} {
			switch {
			case sort.n == 0:
			case k == revision.WasSplit:
				*sort.told = append(*sort.told, unbroken(words.Say("{1} into {2}", words.Tally(sort.wholes, s.revision.Words(words, k)), strconv.Itoa(sort.n))))
			default:
				*sort.told = append(*sort.told, unbroken(words.Tally(sort.n, s.revision.Words(words, k))))
			}
		}
		if changed := s.changedConfigurations(k, named.names(k)); n.Configurations > 0 && len(changed) == n.Configurations && len(changed) <= mostNumbered && named != noneSaid {
			last := &configurations[len(configurations)-1]
			if *last = words.Say("{1} ({2})", *last, strings.Join(changed, ", ")); !named.names(k) {
				*last = unbroken(*last)
			}
		}
	}
	switch with, all := s.revision.DroppedWithNodes(), s.revision.Count(revision.WasDropped).Links; {
	case with == 0:
	case with < all:
		links[0] = words.Say("{1}, {2} with their nodes", links[0], strconv.Itoa(with))
	case with == 1:
		links[0] = words.Say("{1}, with its node", links[0])
	default:
		links[0] = words.Say("{1}, all with their nodes", links[0])
	}
	var sentences []string
	for _, sort := range []struct {
		name string
		told []string
	}{{words.Say("Nodes"), nodes}, {words.Say("Links"), links}, {words.Say("Configurations"), configurations}} {
		if len(sort.told) > 0 {
			sentences = append(sentences, sort.name+": "+strings.Join(sort.told, "; ")+".")
		}
	}
	return strings.Join(sentences, " ")
}
