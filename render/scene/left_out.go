package scene

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// between are the live links between nodes that some of the scenes show, of which none shows the link.
func between(t *theory.Theory, scenes []*Scene) []*theory.Link {
	shown, holds := make(map[*theory.Link]bool), make(map[*theory.Node]bool)
	for _, s := range scenes {
		for _, b := range s.Boxes {
			holds[b.Node] = true
		}
		for _, l := range s.DrawnLines() {
			shown[l.Link] = true
		}
	}
	var links []*theory.Link
	apart := func(n *theory.Node) bool { return !holds[n] }
	for _, l := range slices.Concat(t.Graph().Links, t.Graph().OnSteps) {
		if !shown[l] && !slices.ContainsFunc(endsOf(l), apart) {
			links = append(links, l)
		}
	}
	return links
}

// inhibiting says after the name of one end that the link inhibits, where it does.
func inhibiting(words *wording.Language, l *theory.Link, name string) string {
	if l.Effect == theory.Inhibits {
		return name + " (" + words.Word(string(theory.Inhibits)) + ")"
	}
	return name
}

// linkNames name the first links of some, and say how many more there are; "" for none.
func linkNames(words *wording.Language, links []*theory.Link) string {
	const most = 4
	var names []string
	for _, l := range links {
		names = append(names, l.Step())
	}
	return first(words, most, names, "; ")
}

// notDrawn names links that figures of configurations do not draw, with their statuses: those that join members of different ones, and
// those that are made in none of the ones that hold both ends. "" for none.
func notDrawn(words *wording.Language, links []*theory.Link, scenes []*Scene) string {
	const most = 4
	var said []string
	for _, why := range []struct {
		says  string
		joint bool
	}{
		{"Not drawn, as they join members of different configurations: {1}.", false},
		{"Not drawn, as the configuration that claims them lacks one of their ends: {1}.", true},
	} {
		var names []string
		for _, l := range links {
			if joint := slices.ContainsFunc(scenes, func(s *Scene) bool { return s.holds(l) }); joint == why.joint {
				names = append(names, l.Step()+" ("+words.Word(string(l.Status))+")")
			}
		}
		if len(names) > 0 {
			said = append(said, words.Say(why.says, first(words, most, names, "; ")))
		}
	}
	return strings.Join(said, " ")
}

// holds says whether the scene has all ends of a link.
func (s *Scene) holds(l *theory.Link) bool {
	return !slices.ContainsFunc(endsOf(l), func(n *theory.Node) bool {
		return !slices.ContainsFunc(s.Boxes, func(b *Box) bool { return b.Node == n })
	})
}

// Between says which links no figure of a configuration shows, as they join members of different ones; "" for none.
func Between(t *theory.Theory, scenes []*Scene) string {
	return notDrawn(wording.Of(t), between(t, scenes), scenes)
}

// mostGaps is the number of numbers that no configuration has up to which they are named.
const mostGaps = 5

// LeftOut says what figures of each configuration do not show: configurations that were dropped, and nodes of none; and which numbers
// between theirs none has. "" for none.
func LeftOut(t *theory.Theory, scenes []*Scene) string {
	words := wording.Of(t)
	var said, gaps []string
	taken := make(map[int]bool)
	for _, c := range t.Configurations {
		taken[t.NumberOf(c)] = true
	}
	if len(taken) > 0 {
		numbers := slices.Sorted(maps.Keys(taken))
		for n := numbers[0]; n < numbers[len(numbers)-1] && len(gaps) <= mostGaps; n++ {
			if !taken[n] {
				gaps = append(gaps, strconv.Itoa(n))
			}
		}
	}
	if dropped := droppedConfigurations(t); dropped != "" {
		said = append(said, dropped)
	}
	if len(gaps) > 0 && len(gaps) <= mostGaps {
		said = append(said, words.Say("No configuration has the number {1}.", words.Either(gaps)))
	}
	if loose := looseNodes(t, scenes); len(loose) > 0 {
		said = append(said, words.Say("In no configuration, and not shown: {1}.", first(words, mostLoose, loose, "; ")))
	}
	return strings.Join(said, " ")
}

// droppedConfigurations says which configurations were dropped; "" for none.
func droppedConfigurations(t *theory.Theory) string {
	words := wording.Of(t)
	var dropped []string
	for _, c := range t.Configurations {
		if !c.Live() {
			dropped = append(dropped, strconv.Itoa(t.NumberOf(c)))
		}
	}
	switch len(dropped) {
	case 0:
		return ""
	case 1:
		return words.Say("Not shown: configuration {1}, no longer part of the theory.", dropped[0])
	}
	return words.Say("Not shown: configurations {1}, no longer part of the theory.", words.List(dropped))
}

// mostLoose is how many nodes that are in no configuration are named.
const mostLoose = 6

// looseNodes names the nodes that are part of the theory, and of no configuration that is, but for those that are shown all the same.
func looseNodes(t *theory.Theory, scenes []*Scene) []string {
	in := make(map[*theory.Node]bool)
	for _, s := range scenes {
		for _, b := range s.Boxes {
			in[b.Node] = true
		}
	}
	for _, c := range t.Configurations {
		for _, n := range c.Nodes() {
			in[n] = in[n] || c.Live()
		}
	}
	var names []string
	for _, n := range t.Nodes {
		if n.Live() && !in[n] {
			names = append(names, n.Label)
		}
	}
	return names
}

// first lists the first of some names, and says how many more there are.
func first(words *wording.Language, most int, names []string, between string) string {
	if more := len(names) - most; more > 0 {
		names = append(slices.Clone(names[:most]), words.Say("and {1} more", strconv.Itoa(more)))
	}
	return strings.Join(names, between)
}
