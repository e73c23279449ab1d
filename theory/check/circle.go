package check

import (
	"strings"

	"icamo/theory/wording"
)

const maxCircles = 25 // a reader follows no more; the rest shows when these are dealt with

// circle words a path that ends where it starts: "a" -> "b" -> "a".
func circle(ids []string) string {
	const shown = 12
	names := wording.Quoted(ids[:min(len(ids), shown)])
	if len(ids) > shown {
		names = append(names, "…")
	}
	return strings.Join(append(names, names[0]), " -> ")
}
