package render

import (
	"fmt"
	"strconv"
	"strings"

	"icamo/theory"
)

// title is the figure's heading.
func (f *figure) title(o Options) string {
	t := f.part.theory
	theme := t.Title
	if t.Version != "" {
		theme += ": " + t.Version + " programme theory"
	}
	switch {
	case f.part.of != nil:
		title := configurationTitle(t, f.part.of)
		if !f.part.of.Live() {
			title += " (dropped)"
		}
		return title
	case o.View.Name == Upstream:
		return fmt.Sprintf("What leads to “%s” (%s)", f.part.focus.Label, theme)
	case o.View.Name == Downstream:
		return fmt.Sprintf("What follows from “%s” (%s)", f.part.focus.Label, theme)
	case o.View.Name == Revised:
		return t.Title + ": " + versionNames(f.versions)
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
			return strconv.Itoa(configurationNumber(c, i)) + "  " + c.Title
		}
	}
	return c.Title
}

// describe is the figure's alternative text: what it holds, and each configuration in a sentence.
func (f *figure) describe(o Options) string {
	var b strings.Builder
	t := f.part.theory
	switch {
	case f.part.of != nil:
		fmt.Fprintf(&b, "One configuration of %s, with %s.", t.Title, f.inventory())
	case f.part.focus != nil:
		fmt.Fprintf(&b, "Part of %s, with %s.", t.Title, f.inventory())
	case o.View.Name == Revised:
		fmt.Fprintf(&b, "What changed in %s. %s", t.Title, f.tally())
		f.describeChanges(&b)
		return b.String()
	default:
		fmt.Fprintf(&b, "A programme theory with %s.", f.inventory())
	}
	var statuses []string
	for _, s := range theory.Statuses {
		n := 0
		for _, l := range f.drawn() {
			if l.link.Status == s && !l.ghost() {
				n++
			}
		}
		if n > 0 {
			statuses = append(statuses, fmt.Sprintf("%d %s", n, strings.ReplaceAll(string(s), "-", " ")))
		}
	}
	if len(statuses) > 0 {
		fmt.Fprintf(&b, " Links by status: %s.", list(statuses))
	}
	for i, c := range t.Configurations {
		if c.Live() && (f.part.of == c || f.part.of == nil && f.part.focus == nil) {
			fmt.Fprintf(&b, " Configuration %d, %s: %s lead through %s to %s.", configurationNumber(c, i), c.Title,
				labels(c, theory.Intervention, theory.Context, theory.Actor), labels(c, theory.Mechanism), labels(c, theory.Outcome))
		}
	}
	if f.part.of != nil || f.part.focus != nil {
		for _, l := range f.drawn() {
			fmt.Fprintf(&b, " %s.", describeLine(l))
		}
	}
	var gone []string
	for _, box := range f.shown() {
		if box.ghost() {
			gone = append(gone, box.label())
		}
	}
	if len(gone) > 0 {
		fmt.Fprintf(&b, " Dropped: %s.", list(gone))
	}
	return b.String()
}

// inventory counts what the figure shows: "2 contexts and 1 mechanism, joined by 3 links".
func (f *figure) inventory() string {
	var parts []string
	for _, lane := range f.lanes() {
		n := 0
		for _, box := range f.shown() {
			if box.lane == lane && !box.ghost() {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, theory.Counted(n, string(lane)))
		}
	}
	links := 0
	for _, l := range f.drawn() {
		if !l.ghost() {
			links++
		}
	}
	return list(parts) + ", joined by " + theory.Counted(links, "link")
}

// describeChanges names the nodes that changed.
func (f *figure) describeChanges(b *strings.Builder) {
	for _, m := range []mark{added, removed, changed} {
		var names []string
		for _, box := range f.shown() {
			if box.mark != m {
				continue
			}
			name := box.label()
			if box.shows.was != "" {
				name += " (before: " + box.shows.was + ")"
			}
			names = append(names, name)
		}
		if len(names) > 0 {
			fmt.Fprintf(b, " Nodes %s: %s.", markWords[m], list(names))
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
	return list(names)
}

func list(words []string) string {
	switch len(words) {
	case 0:
		return "nothing"
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
