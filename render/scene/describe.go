package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// Title is the figure's heading.
func (s *Scene) Title() string {
	t := s.Theory
	theme := t.Title
	if t.Version != "" {
		theme = s.words().Say("{1}: programme theory, {2}", theme, s.words().Version(t.Version))
	}
	if s.Case != nil {
		theme = s.caseTitle(theme)
	}
	if s.shares {
		return cmp.Or(s.Case.Label, s.Case.ID)
	}
	switch {
	case s.Configuration != nil && s.Case != nil:
		return s.caseTitle(configurationTitle(t, s.Configuration))
	case s.Configuration != nil:
		title := configurationTitle(t, s.Configuration)
		if !s.Configuration.Live() {
			title += " (" + s.words().Say("dropped") + ")"
		}
		return title
	case s.view.Name == Upstream:
		return s.words().Say("What leads to “{1}” ({2})", s.Focus.Label, theme)
	case s.view.Name == Downstream:
		return s.words().Say("What follows from “{1}” ({2})", s.Focus.Label, theme)
	case s.view.Name == OfLinks:
		return s.words().Say("links that no configuration has ({1})", theme)
	case s.view.Name == Overview:
		if t.Version == "" {
			return s.words().Say("{1}: overview of configurations", t.Title)
		}
		return s.words().Say("{1}: overview of configurations, {2}", t.Title, s.words().Version(t.Version))
	case s.view.Name == Revised:
		return t.Title + ": " + s.versionNames()
	}
	return theme
}

func (s *Scene) versionNames() string {
	v := s.versions
	switch {
	case !s.revision.Ordered:
		old, new := s.revision.Sides(s.words())
		return s.words().Say("{1} and {2} side by side", old, new)
	case v[0].Version == "" || v[1].Version == "" || v[0].Version == v[1].Version:
		return s.words().Say("what changed since the earlier version")
	}
	return s.words().Say("what changed, {1} → {2}", s.words().Version(v[0].Version), s.words().Version(v[1].Version))
}

// configurationTitle is a configuration's number and title.
func configurationTitle(t *theory.Theory, c *theory.Configuration) string {
	for i, other := range t.Configurations {
		if other == c {
			return strconv.Itoa(ConfigurationNumber(c, i)) + "  " + c.Title
		}
	}
	return c.Title
}

// Description is the figure's alternative text: what it holds, each configuration by its roles, and each link.
func (s *Scene) Description() string {
	var b strings.Builder
	t, words := s.Theory, s.words()
	switch {
	case s.Configuration != nil:
		b.WriteString(words.Say("One configuration of {1}, with {2}.", t.Title, s.inventory()))
	case s.Focus != nil || s.view.Name == OfLinks:
		b.WriteString(words.Say("Part of {1}, with {2}.", t.Title, s.inventory()))
	case s.view.Name == Revised:
		b.WriteString(words.Say("What changed in {1}. {2}", t.Title, strings.ReplaceAll(s.tally(), nonBreaking, " ")))
		s.describeChanges(&b)
		return b.String()
	case s.view.Name == Overview:
		s.describeOverview(&b)
	default:
		b.WriteString(words.Say("A programme theory with {1}.", s.inventory()))
	}
	if tally := s.tallyOfLinks(); len(tally) > 0 && s.Case != nil {
		b.WriteString(" " + words.Say("Links: {1}.", words.List(tally)))
	} else if len(tally) > 0 {
		b.WriteString(" " + words.Say("Links by status: {1}.", words.List(tally)))
	}
	for i, c := range t.Configurations {
		if c.Live() && (s.Configuration == c || s.Configuration == nil && s.Focus == nil && s.view.Name != Overview && s.view.Name != OfLinks) {
			b.WriteString(" " + words.Say("Configuration {1}, {2}.", strconv.Itoa(ConfigurationNumber(c, i)), c.Title+": "+byRole(words, c)))
		}
	}
	if outcomes := s.byHorizon(); outcomes != "" {
		fmt.Fprintf(&b, " %s: %s.", words.Say("Outcomes"), outcomes)
	}
	if lines := s.ShownLines(); len(lines) <= mostTold {
		for _, l := range lines {
			fmt.Fprintf(&b, " %s.", l.Description())
		}
	} else {
		b.WriteString(" " + words.Say("The table of links names all {1}.", strconv.Itoa(len(lines))))
	}
	for _, a := range s.tagged {
		for _, l := range a.lines {
			b.WriteString(" " + words.Say("As a tag: {1}.", l.Description()))
		}
	}
	if without := s.withoutActors(); without != "" {
		b.WriteString(" " + without)
	}
	if s.Case != nil {
		s.describeCase(&b)
	}
	var gone []string
	for _, box := range s.ShownBoxes() {
		if box.Dropped() {
			gone = append(gone, box.Label())
		}
	}
	if len(gone) > 0 {
		b.WriteString(" " + words.Say("Dropped: {1}.", words.List(gone)))
	}
	if unreviewed := s.unreviewed(); len(unreviewed) > 0 {
		b.WriteString(" " + words.Say("Not reviewed yet: {1}.", words.List(unreviewed)))
	}
	return b.String()
}

// unreviewed names what is shown and nobody has looked at yet.
func (s *Scene) unreviewed() []string {
	var names []string
	for _, b := range s.ShownBoxes() {
		if b.Node.Unreviewed != "" {
			names = append(names, b.Label())
		}
	}
	for _, l := range s.ShownLines() {
		if l.Link.Unreviewed != "" {
			names = append(names, l.Link.Step())
		}
	}
	return names
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

// describeChanges names the nodes that changed, what was split and merged once.
func (s *Scene) describeChanges(b *strings.Builder) {
	words := s.words()
	before := words.Say("before")
	if !s.revision.Ordered {
		old, _ := s.revision.Sides(words)
		before = words.Say("in {1}", old)
	}
	for _, k := range revision.Kinds {
		var names []string
		parts := make(map[*theory.Node][]string)
		for _, m := range s.revision.Nodes {
			if m.Kind() == k && k == revision.WasSplit {
				parts[m.Old[0]] = append(parts[m.Old[0]], m.New.Label)
			}
		}
		for _, m := range s.revision.Nodes {
			switch {
			case m.Kind() != k || k == revision.KeptAsItWas:
			case k == revision.WasSplit:
				if into := parts[m.Old[0]]; into != nil {
					names = append(names, words.Say("{1} into {2}", m.Old[0].Label, words.List(into)))
				}
				delete(parts, m.Old[0])
			case m.New == nil:
				names = append(names, m.Old[0].Label)
			case formerLabel(m) != "":
				names = append(names, m.New.Label+" ("+before+": "+formerLabel(m)+")")
			default:
				names = append(names, m.New.Label)
			}
		}
		if len(names) > 0 {
			b.WriteString(" " + words.Say("Nodes {1}: {2}.", s.revision.Words(words, k), words.List(names)))
		}
	}
}

// byHorizon names the outcomes of each horizon that one states.
func (s *Scene) byHorizon() string {
	words := s.words()
	var parts []string
	for _, h := range theory.Horizons {
		var names []string
		for _, b := range s.ShownBoxes() {
			if b.Lane == theory.Outcome && b.Node.Horizon == h && !b.Dropped() {
				names = append(names, b.Label())
			}
		}
		if len(names) > 0 {
			parts = append(parts, words.Word(string(h))+" "+words.List(names))
		}
	}
	return strings.Join(parts, "; ")
}

// byRole names the members of a configuration by their roles. It says of none that it leads to another, as some work against.
func byRole(words *wording.Language, c *theory.Configuration) string {
	var roles []string
	for _, role := range theory.Kinds {
		var names []string
		for _, m := range c.In(role) {
			if m.Node != nil {
				names = append(names, m.Node.Label)
			}
		}
		if len(names) > 0 {
			roles = append(roles, words.Word(string(role))+" "+words.List(names))
		}
	}
	if len(roles) == 0 {
		return words.Say("it names nothing")
	}
	return strings.Join(roles, "; ")
}

// mostTold is the number of links up to which each is named: nobody listens to more.
const mostTold = 200

// Description says a link in words, for readers who hear the figure: "A → B: inhibits, supported, 2 cases".
func (l *Line) Description() string {
	if l.relation != nil {
		return l.describeRelation()
	}
	status := l.words.Word(string(l.status))
	switch {
	case l.Mark.Went():
		status = l.Change
	case l.Dropped():
		status = l.words.Say("dropped")
	case l.Link.Unreviewed != "":
		status = l.words.NotReviewed()
	}
	if l.inCase && !l.Dropped() {
		status = l.evidenceIn()
	}
	said := []string{status}
	if l.Link.Effect == theory.Inhibits {
		said = []string{l.words.Word(string(l.Link.Effect)), status}
	}
	said = append(said, l.cases()...)
	if l.Link.Necessary {
		said = append(said, l.words.Say("needed"))
	}
	if l.Link.Reading != "" {
		said = append(said, l.words.Say("the evaluator's reading"))
	}
	from, to := l.Ends()
	return from + " → " + to + ": " + strings.Join(said, ", ")
}

// cases count those behind a link; of one with mixed evidence those for it, and those against it.
func (l *Line) cases() []string {
	switch {
	case l.inCase:
		return nil
	case l.status == theory.Mixed && l.backing+l.against > 0:
		return []string{l.words.ForAndAgainst(l.backing, l.against)}
	case l.status != theory.Mixed && l.backing > 0:
		return []string{l.words.Counted(l.backing, "case")}
	}
	return nil
}

// unbroken keeps a count on one line.
func unbroken(count string) string { return strings.ReplaceAll(count, " ", nonBreaking) }

const nonBreaking = "\u00a0"

// tally counts what happened to the elements of two versions: "Nodes: 5 dropped, 8 refined, 15 added. Links: …".
func (s *Scene) tally() string {
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
