package wording

import (
	"fmt"
	"strconv"
	"strings"
)

// List joins items as a sentence does: "a, b and c".
func (l *Language) List(items []string) string { return joined(items, l.Say("and")) }

// Either joins items of which one holds: "a, b or c".
func (l *Language) Either(items []string) string { return joined(items, l.Say("or")) }

func joined(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	end := len(items) - 1
	return strings.Join(items[:end], ", ") + " " + last + " " + items[end]
}

// FirstOf lists no more items than most, and says how many more there are: "a, b and 3 more". All of a shorter list are
// joined by commas.
func (l *Language) FirstOf(items []string, most int) string {
	if more := len(items) - most; more > 0 {
		return strings.Join(items[:most], ", ") + " " + l.More(more)
	}
	return strings.Join(items, ", ")
}

// FewOf lists items as a sentence does, but names no more than most: "a, b and others".
func (l *Language) FewOf(items []string, most int) string {
	if len(items) > most {
		return strings.Join(items[:most], ", ") + " " + l.Say("and others")
	}
	return l.List(items)
}

// More says how many items a list leaves out: "and 3 more".
func (l *Language) More(n int) string { return l.Say("and {1} more", strconv.Itoa(n)) }

// Quoted puts each of some names in quotation marks.
func Quoted(names []string) []string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	return quoted
}
