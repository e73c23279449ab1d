package render

import (
	"fmt"
	"strconv"
	"strings"

	"icamo/theory"
)

// describe is the figure's alternative text: what it holds, and each configuration in a sentence.
func describe(t *theory.Theory, f *figure) string {
	var b strings.Builder
	var parts []string
	for _, lane := range f.lanes() {
		n := 0
		for _, box := range f.boxes {
			if box.lane == lane && !box.ghost {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, count(n, string(lane)))
		}
	}
	fmt.Fprintf(&b, "A program theory with %s, joined by %s.", list(parts), count(len(f.lines), "link"))
	var statuses []string
	for _, s := range theory.Statuses {
		n := 0
		for _, l := range f.lines {
			if l.status == s && !l.ghost {
				n++
			}
		}
		if n > 0 {
			statuses = append(statuses, fmt.Sprintf("%d %s", n, strings.ReplaceAll(string(s), "-", " ")))
		}
	}
	if len(statuses) > 0 {
		fmt.Fprintf(&b, " Of the links, %s.", list(statuses))
	}
	for _, c := range t.Configurations {
		if c.Live() {
			name := c.Title
			if c.Number > 0 {
				name = strconv.Itoa(c.Number) + ", " + name
			}
			fmt.Fprintf(&b, " Configuration %s: %s lead through %s to %s.", name,
				labels(c, theory.Intervention, theory.Context, theory.Actor), labels(c, theory.Mechanism), labels(c, theory.Outcome))
		}
	}
	var gone []string
	for _, box := range f.boxes {
		if box.ghost {
			gone = append(gone, box.label)
		}
	}
	if len(gone) > 0 {
		fmt.Fprintf(&b, " Dropped: %s.", list(gone))
	}
	return b.String()
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

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
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
