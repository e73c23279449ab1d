package scene

import (
	"fmt"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Title is the figure's heading.
func (s *Scene) Title() string {
	t := s.Theory
	theme := t.Title
	if t.Version != "" {
		theme += ": " + t.Version + " programme theory"
	}
	switch {
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
		return t.Title + ": " + versionNames(s.versions)
	}
	return theme
}

func versionNames(v [2]*theory.Theory) string {
	if v[0].Version == "" || v[1].Version == "" || v[0].Version == v[1].Version {
		return "the programme theory revised"
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

// Description is the figure's alternative text: what it holds, and each configuration in a sentence.
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
			if l.Link.Status == status && !l.Dropped() {
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
			fmt.Fprintf(&b, " Configuration %d, %s: %s lead through %s to %s.", ConfigurationNumber(c, i), c.Title,
				labels(c, theory.Intervention, theory.Context, theory.Actor), labels(c, theory.Mechanism), labels(c, theory.Outcome))
		}
	}
	if s.Configuration != nil || s.Focus != nil {
		for _, l := range s.ShownLines() {
			fmt.Fprintf(&b, " %s.", l.Description())
		}
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
			names = append(names, l.From.Label()+" → "+l.To.Label())
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

// describeChanges names the nodes that changed.
func (s *Scene) describeChanges(b *strings.Builder) {
	for _, m := range []Mark{Added, Removed, Changed} {
		var names []string
		for _, box := range s.ShownBoxes() {
			if box.Mark != m {
				continue
			}
			name := box.Label()
			if box.Former != "" {
				name += " (before: " + box.Former + ")"
			}
			names = append(names, name)
		}
		if len(names) > 0 {
			fmt.Fprintf(b, " Nodes %s: %s.", markWords[m], wording.English.List(names))
		}
	}
}

func labels(c *theory.Configuration, roles ...theory.Kind) string {
	var names []string
	for _, role := range roles {
		for _, m := range c.In(role) {
			if m.Node != nil {
				names = append(names, m.Node.Label)
			}
		}
	}
	if len(names) == 0 {
		return "nothing named"
	}
	return wording.English.List(names)
}

// Description says a link in words, for readers who hear the figure.
func (l *Line) Description() string {
	status := "dropped"
	if !l.Dropped() {
		status = wording.English.Word(string(l.Link.Status))
	}
	return l.From.Label() + " " + wording.English.Verb(l.Link.Effect) + " " + l.To.Label() + ": " + status
}

// tally counts the marks of the overlay: "15 nodes added, 5 dropped, 8 changed; …".
func (s *Scene) tally() string {
	boxes, lines := make(map[Mark]int), make(map[Mark]int)
	for _, b := range s.ShownBoxes() {
		boxes[b.Mark]++
	}
	for _, l := range s.ShownLines() {
		lines[l.Mark]++
	}
	sentence := func(noun string, counts map[Mark]int) string {
		var words []string
		for _, m := range []Mark{Added, Removed, Changed, Unmarked} {
			if n := counts[m]; n > 0 {
				words = append(words, fmt.Sprintf("%d %s", n, markWords[m]))
			}
		}
		if len(words) == 0 {
			return ""
		}
		return noun + ": " + strings.Join(words, ", ") + "."
	}
	return strings.TrimSpace(sentence("Nodes", boxes) + " " + sentence("Links", lines))
}

var markWords = map[Mark]string{Added: "added", Removed: "dropped", Changed: "changed", Unmarked: "unchanged"}
