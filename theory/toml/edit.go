package toml

import (
	"slices"
	"strings"
)

// Edit replaces a run of a text; an empty run is where something is put in.
type Edit struct {
	At   Extent
	Text string
}

// Apply makes edits in a text, whatever their order. Of edits of the same place the first is made; they must not overlap
// otherwise.
func Apply(text string, edits []Edit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return int(a.At.Start - b.At.Start) })
	var b strings.Builder
	done := int32(0)
	for _, e := range edits {
		if e.At.Start < done {
			continue
		}
		b.WriteString(text[done:e.At.Start])
		b.WriteString(e.Text)
		done = e.At.End
	}
	b.WriteString(text[done:])
	return b.String()
}
