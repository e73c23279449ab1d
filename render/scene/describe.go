package scene

import (
	"cmp"
	"fmt"
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
		theme += ": " + t.Version + " programme theory"
	}
	if s.Case != nil {
		theme = caseTitle(s.Case, theme)
	}
	if s.shares {
		return cmp.Or(s.Case.Label, s.Case.ID)
	}
	switch {
	case s.Configuration != nil && s.Case != nil:
		return caseTitle(s.Case, configurationTitle(t, s.Configuration))
	case s.Configuration != nil:
		title := configurationTitle(t, s.Configuration)
		if !s.Configuration.Live() {
			title += " (dropped)"
		}
		return title
	case s.view.Name == Upstream:
		return fmt.Sprintf("What leads to “%s” (%s)", s.Focus.Label, theme)
	case s.view.Name == Downstream:
		return fmt.Sprintf("What follows from “%s” (%s)", s.Focus.Label, theme)
	case s.view.Name == Revised:
		return t.Title + ": " + s.versionNames()
	}
	return theme
}

func (s *Scene) versionNames() string {
	v := s.versions
	switch {
	case !s.revision.Ordered:
		old, new := s.revision.Sides()
		return old + " and " + new + " side by side"
	case v[0].Version == "" || v[1].Version == "" || v[0].Version == v[1].Version:
		return "what changed since the earlier version"
	}
	return "from the " + v[0].Version + " to the " + v[1].Version + " programme theory"
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
	t := s.Theory
	switch {
	case s.Configuration != nil:
		fmt.Fprintf(&b, "One configuration of %s, with %s.", t.Title, s.inventory())
	case s.Focus != nil:
		fmt.Fprintf(&b, "Part of %s, with %s.", t.Title, s.inventory())
	case s.view.Name == Revised:
		fmt.Fprintf(&b, "What changed in %s. %s", t.Title, s.tally())
		s.describeChanges(&b)
		return b.String()
	default:
		fmt.Fprintf(&b, "A programme theory with %s.", s.inventory())
	}
	var statuses []string
	for _, status := range theory.Statuses {
		n := 0
		for _, l := range s.ShownLines() {
			if l.status == status && !l.Dropped() {
				n++
			}
		}
		if n > 0 {
			statuses = append(statuses, fmt.Sprintf("%d %s", n, wording.English.Word(string(status))))
		}
	}
	if len(statuses) > 0 {
		fmt.Fprintf(&b, " Links by status: %s.", wording.English.List(statuses))
	}
	for i, c := range t.Configurations {
		if c.Live() && (s.Configuration == c || s.Configuration == nil && s.Focus == nil) {
			fmt.Fprintf(&b, " Configuration %d, %s: %s.", ConfigurationNumber(c, i), c.Title, byRole(c))
		}
	}
	if outcomes := s.byHorizon(); outcomes != "" {
		fmt.Fprintf(&b, " Outcomes: %s.", outcomes)
	}
	if lines := s.ShownLines(); len(lines) <= mostTold {
		for _, l := range lines {
			fmt.Fprintf(&b, " %s.", l.Description())
		}
	} else {
		fmt.Fprintf(&b, " The table of links names all %d.", len(lines))
	}
	for _, a := range s.tagged {
		for _, l := range a.lines {
			fmt.Fprintf(&b, " As a tag: %s.", l.Description())
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
		fmt.Fprintf(&b, " Dropped: %s.", wording.English.List(gone))
	}
	if unreviewed := s.unreviewed(); len(unreviewed) > 0 {
		fmt.Fprintf(&b, " Not reviewed yet: %s.", wording.English.List(unreviewed))
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
			parts = append(parts, wording.English.Counted(n, string(lane)))
		}
	}
	links := 0
	for _, l := range s.ShownLines() {
		if !l.Dropped() {
			links++
		}
	}
	if len(parts) == 0 {
		parts = []string{"nothing"}
	}
	return wording.English.List(parts) + ", joined by " + wording.English.Counted(links, "link")
}

// describeChanges names the nodes that changed, what was split and merged once.
func (s *Scene) describeChanges(b *strings.Builder) {
	before := "before"
	if !s.revision.Ordered {
		old, _ := s.revision.Sides()
		before = "in " + old
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
					names = append(names, m.Old[0].Label+" into "+wording.English.List(into))
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
			fmt.Fprintf(b, " Nodes %s: %s.", s.revision.Words(k), wording.English.List(names))
		}
	}
}

// byHorizon names the outcomes of each horizon that one states.
func (s *Scene) byHorizon() string {
	var parts []string
	for _, h := range theory.Horizons {
		var names []string
		for _, b := range s.ShownBoxes() {
			if b.Lane == theory.Outcome && b.Node.Horizon == h && !b.Dropped() {
				names = append(names, b.Label())
			}
		}
		if len(names) > 0 {
			parts = append(parts, string(h)+" "+wording.English.List(names))
		}
	}
	return strings.Join(parts, "; ")
}

// byRole names the members of a configuration by their roles. It says of none that it leads to another, as some work against.
func byRole(c *theory.Configuration) string {
	var roles []string
	for _, role := range theory.Kinds {
		var names []string
		for _, m := range c.In(role) {
			if m.Node != nil {
				names = append(names, m.Node.Label)
			}
		}
		if len(names) > 0 {
			roles = append(roles, string(role)+" "+wording.English.List(names))
		}
	}
	if len(roles) == 0 {
		return "it names nothing"
	}
	return strings.Join(roles, "; ")
}

// mostTold is the number of links up to which each is named: nobody listens to more.
const mostTold = 200

// Description says a link in words, for readers who hear the figure: "A → B: inhibits, supported, 2 cases".
func (l *Line) Description() string {
	status := wording.English.Word(string(l.status))
	switch {
	case l.Mark == Removed:
		status = l.Change
	case l.Dropped():
		status = "dropped"
	}
	if l.unknown() {
		status = unknownIn
	}
	said := []string{status}
	if l.Link.Effect == theory.Inhibits {
		said = []string{wording.English.Verb(l.Link.Effect), status}
	}
	if l.backing > 0 && !l.inCase {
		said = append(said, wording.English.Counted(l.backing, "case"))
	}
	if l.Link.Necessary {
		said = append(said, "needed")
	}
	if l.Link.Reading != "" {
		said = append(said, tagWords[Reading])
	}
	from, to := l.Ends()
	return from + " → " + to + ": " + strings.Join(said, ", ")
}

// tally counts what happened to the elements of two versions: "Nodes: 5 dropped, 8 refined, 15 added. Links: …".
func (s *Scene) tally() string {
	var nodes, links, configurations []string
	wholes := s.revision.Wholes()
	for _, k := range revision.Kinds {
		n := s.revision.Count(k)
		for _, sort := range []struct {
			n, wholes int
			told      *[]string
		}{{n.Nodes, wholes.Nodes, &nodes}, {n.Links, wholes.Links, &links}, {n.Configurations, wholes.Configurations, &configurations}} {
			switch {
			case sort.n == 0:
			case k == revision.WasSplit:
				*sort.told = append(*sort.told, fmt.Sprintf("%d %s into %d", sort.wholes, s.revision.Words(k), sort.n))
			default:
				*sort.told = append(*sort.told, fmt.Sprintf("%d %s", sort.n, s.revision.Words(k)))
			}
		}
	}
	var sentences []string
	for _, sort := range []struct {
		name string
		told []string
	}{{"Nodes", nodes}, {"Links", links}, {"Configurations", configurations}} {
		if len(sort.told) > 0 {
			sentences = append(sentences, sort.name+": "+strings.Join(sort.told, "; ")+".")
		}
	}
	return strings.Join(sentences, " ")
}
