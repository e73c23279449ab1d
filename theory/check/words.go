package check

import (
	"fmt"
	"strings"

	"icamo/theory"
)

// listed names ids in a message: p1, p5 and 3 more.
func listed(refs []theory.Ref) string {
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	return enumerated(ids)
}

const maxNamed = 5 // a message that names more is not read

func enumerated(names []string) string {
	if len(names) > maxNamed {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:maxNamed], ", "), len(names)-maxNamed)
	}
	return strings.Join(names, ", ")
}

func quoted(names []string) string { return enumerated(inQuotes(names)) }

func inQuotes(names []string) []string {
	q := make([]string, len(names))
	for i, name := range names {
		q[i] = fmt.Sprintf("%q", name)
	}
	return q
}

// conjoined names a few: "p1", "p5" and "p7".
func conjoined(names []string) string {
	if len(names) > maxNamed {
		return strings.Join(inQuotes(names[:maxNamed]), ", ") + " and others"
	}
	q := inQuotes(names)
	if last := len(q) - 1; last > 0 {
		return strings.Join(q[:last], ", ") + " and " + q[last]
	}
	return strings.Join(q, "")
}
