package revision_test

import (
	"fmt"
	"strings"

	"icamo/theory/revision"
)

// tell writes a change in a line.
func tell(c revision.Change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", c.Verb, c.Kind, c.ID)
	if len(c.From) > 0 {
		fmt.Fprintf(&b, " from %s", strings.Join(c.From, " + "))
	}
	if c.With != "" {
		fmt.Fprintf(&b, " with %s", c.With)
	}
	for _, f := range c.Fields {
		fmt.Fprintf(&b, "; %s: %v > %v", f.Name, f.Old, f.New)
	}
	return b.String()
}
