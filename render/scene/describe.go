package scene

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Description is the figure's alternative text: what it shows, each configuration by its roles, and each link.
func (s *Scene) Description() string {
	words := s.words()
	var told []string
	say := func(sentences ...string) {
		told = append(told, slices.DeleteFunc(sentences, func(one string) bool { return one == "" })...)
	}
	say(s.opening())
	if s.view.Name != Revised {
		say(s.linksByStatus())
	}
	if s.view.Name != Overview {
		say(s.configurations()...)
	}
	say(s.mechanisms()...)
	say(s.inNone(), s.gaps(), s.inEvery(), s.noClaim(), s.unreviewedMembers())
	say(s.hangsTogether(), s.claimedAlone(), s.required(), s.rivals(), s.studied(), s.refuted(), s.whyDropped(), s.outsiders())
	say(s.besides()...)
	if outcomes := s.byHorizon(); outcomes != "" {
		say(words.Say("Outcomes") + ": " + outcomes + ".")
	}
	say(s.tagsInWords()...)
	say(s.casesInWords()...)
	say(s.links()...)
	if s.Case != nil {
		say(s.describeCase()...)
	}
	if dropped := labelsOf(s.ShownBoxes(), (*Box).Dropped); len(dropped) > 0 && s.view.Name != Revised {
		say(words.Say("Dropped: {1}.", words.List(dropped)))
	}
	say(s.reasons()...)
	if unreviewed := s.unreviewed(); len(unreviewed) > 0 {
		say(words.Say("Not reviewed yet: {1}.", words.List(unreviewed)))
	}
	say(s.onlyHighlighted())
	say(s.leftOut()...)
	return strings.Join(told, " ")
}

// opening says what the figure is of, and counts what it shows.
func (s *Scene) opening() string {
	t, words := s.Theory, s.words()
	switch {
	case s.view.Name == Revised:
		about := words.Say("What changed in {1}.", t.Title)
		if !s.revision.Ordered {
			about = s.versionNames() + "."
		}
		opening := []string{about, strings.ReplaceAll(s.tally(noneSaid), nonBreaking, " ")}
		return strings.Join(append(opening, s.changes()...), " ")
	case s.view.Name == Overview:
		return s.describeOverview()
	case s.Configuration != nil:
		return words.Say("One configuration of {1}, with {2}.", t.Title, s.inventory())
	case s.Focus != nil || s.view.Name == OfLinks || len(s.statuses) > 0:
		return words.Say("Part of {1}, with {2}.", t.Title, s.inventory())
	}
	return words.Say("A programme theory with {1}.", s.inventory())
}

// leftOut says what the figure does not show of what it is of.
func (s *Scene) leftOut() []string {
	gone := ""
	if s.whole() && len(s.statuses) == 0 {
		gone = droppedConfigurations(s.Theory)
	}
	return []string{gone, withoutOthers(s.words(), s.statuses, []*Scene{s}, s.others), s.withoutActors(), s.withoutDropped(), s.withoutTrials(), s.ofWholeProgramme(), s.unread()}
}

// linksByStatus counts the links; "" where there are none.
func (s *Scene) linksByStatus() string {
	tally, words := s.tallyOfLinks(), s.words()
	switch {
	case len(tally) == 0:
		return ""
	case s.Case != nil:
		return words.Say("Links: {1}.", words.List(tally))
	}
	return words.Say("Links by status: {1}.", words.List(tally))
}

// configurations tell each configuration that is shown, or numbered, by its roles.
func (s *Scene) configurations() []string {
	t, words := s.Theory, s.words()
	if s.Configuration == nil && (s.Focus != nil || s.view.Name == OfLinks || cmp.Or(s.badgesOf, ConfigurationBadges) != ConfigurationBadges) {
		return nil
	}
	var told []string
	for _, c := range t.Configurations {
		if !c.Live() && s.Configuration != c || s.Configuration != nil && s.Configuration != c {
			continue
		}
		roles, all := s.byRole(c.Members)
		said := c.Title
		if state := s.stateOf(c); state != "" {
			said += " (" + state + ")"
		}
		switch {
		case len(c.Members) == 0:
			said += ": " + words.Say("it names nothing")
		case roles == "":
			continue
		case !all:
			said += " (" + words.Say("in part") + "): " + roles
		default:
			said += ": " + roles
		}
		told = append(told, words.Say("Configuration {1}, {2}.", strconv.Itoa(t.NumberOf(c)), said))
	}
	if roles, _ := s.byRole(t.Overarching); roles != "" {
		told = append(told, words.Say("Every configuration")+": "+roles+".")
	}
	return told
}

// byRole names those of some members that are shown, by their roles, and says whether all are. It says of none that it leads to
// another, as some work against.
func (s *Scene) byRole(members []theory.Member) (roles string, all bool) {
	words := s.words()
	shown := make(map[*theory.Node]bool)
	for _, b := range s.ShownBoxes() {
		shown[b.Node] = !b.Dropped() || s.Configuration != nil
	}
	for _, a := range s.tagged {
		shown[a.lines[0].From.Node] = true
	}
	var told []string
	all = true
	for _, role := range theory.Kinds {
		var names []string
		for _, m := range members {
			switch {
			case m.Role != role || m.Node == nil:
			case shown[m.Node]:
				names = append(names, m.Node.Label)
			case m.Node.Live():
				all = false
			}
		}
		if len(names) > 0 {
			told = append(told, words.Word(string(role))+" "+words.List(names))
		}
	}
	return strings.Join(told, "; "), all
}

// tagsInWords name the boxes that have each tag: "Unwanted: a and b." What a trial found is told with what it was compared with.
func (s *Scene) tagsInWords() []string {
	words := s.words()
	var told []string
	for _, tag := range tags(words) {
		var compared []string // in the order in which boxes have them
		named := make(map[string][]string)
		for _, b := range s.ShownBoxes() {
			if b.Dropped() || !slices.Contains(b.Tags, tag) {
				continue
			}
			with := trialWords(s.Theory, b.Node, tag)
			if named[with] == nil {
				compared = append(compared, with)
			}
			named[with] = append(named[with], b.Label())
		}
		for _, with := range compared {
			means := tagWords(words)[tag]
			if with != "" {
				means += ", " + with
			}
			told = append(told, wording.Capital(means)+": "+words.List(named[with])+".")
		}
	}
	return told
}

// casesInWords say what badges that name cases say: "Evidence for it: a (North, South); b (South)."
func (s *Scene) casesInWords() []string {
	if s.badgesOf != CaseBadges {
		return nil
	}
	words := s.words()
	all := s.ShownBoxes()
	for _, a := range s.tagged {
		all = append(all, a.lines[0].From)
	}
	var told []string
	for says := AtWork; says < Named; says++ {
		cases := make(map[*Box][]string)
		var boxes []*Box
		for _, b := range all {
			if cases[b] = s.casesOf(b, says); cases[b] != nil {
				boxes = append(boxes, b)
			}
		}
		for _, one := range apart(words, badgeMeans[says], boxes) {
			var names []string
			for _, b := range one.of {
				names = append(names, b.Label()+" ("+words.List(cases[b])+")")
			}
			told = append(told, wording.Capital(one.means)+": "+strings.Join(names, "; ")+".")
		}
	}
	return told
}

// casesOf names the cases of which the badges of a box say something.
func (s *Scene) casesOf(b *Box, says BadgeSays) []string {
	var cases []string
	for _, number := range b.Numbers {
		if s.badges.numbers[b.Node][number] == says {
			cases = append(cases, s.badges.nameOf(number))
		}
	}
	return cases
}

// links name each link, or say where all are named.
func (s *Scene) links() []string {
	lines := s.ShownLines()
	if len(lines) > mostTold {
		return []string{s.words().Say("The table of links names all {1}.", strconv.Itoa(len(lines)))}
	}
	var told []string
	for _, l := range lines {
		told = append(told, l.Description()+".")
	}
	for _, a := range s.tagged {
		for _, l := range a.lines {
			told = append(told, s.words().Say("As a tag: {1}.", l.Description()))
		}
	}
	return told
}

// inventory counts what the figure shows: "2 contexts and 1 mechanism, joined by 3 links".
func (s *Scene) inventory() string {
	var parts []string
	for _, lane := range s.Lanes() {
		n := 0
		for _, box := range s.ShownBoxes() {
			if box.Lane == lane && !box.Dropped() {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, s.words().Counted(n, string(lane)))
		}
	}
	links := 0
	for _, l := range s.ShownLines() {
		if !l.Dropped() {
			links++
		}
	}
	if len(parts) == 0 {
		parts = []string{s.words().Say("nothing")}
	}
	return s.words().Say("{1}, joined by {2}", s.words().List(parts), s.words().Counted(links, "link"))
}

// byHorizon names the outcomes of each horizon that one states.
func (s *Scene) byHorizon() string {
	words := s.words()
	var parts []string
	for _, h := range theory.Horizons {
		names := labelsOf(s.ShownBoxes(), func(b *Box) bool { return b.Lane == theory.Outcome && b.Node.Horizon == h && !b.Dropped() })
		if len(names) > 0 {
			parts = append(parts, words.Word(string(h))+" "+words.List(names))
		}
	}
	return strings.Join(parts, "; ")
}

// tallyOfLinks counts the live links by their status, or in a figure of a case by what its evidence says of them. What nobody has
// looked at has no status yet.
func (s *Scene) tallyOfLinks() []string {
	words := s.words()
	numbers := make(map[string]int)
	var all []string
	for _, status := range theory.Statuses {
		all = append(all, words.Word(string(status)))
	}
	for _, l := range s.ShownLines() {
		says := words.Word(string(l.status))
		switch {
		case l.Dropped() || l.relation != nil:
			continue
		case l.Link.Unreviewed != "":
			says = words.NotReviewed()
		case l.inCase:
			says = l.evidenceIn()
		}
		if numbers[says]++; !slices.Contains(all, says) {
			all = append(all, says)
		}
	}
	var tally []string
	for _, says := range all {
		switch n := numbers[says]; {
		case n > 0 && s.Case != nil: // a phrase, which no number goes before
			tally = append(tally, says+" ("+strconv.Itoa(n)+")")
		case n > 0:
			tally = append(tally, words.Tally(n, says))
		}
	}
	return tally
}
