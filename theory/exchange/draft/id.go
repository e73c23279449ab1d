package draft

import (
	"fmt"
	"strings"

	"icamo/theory"
)

const longestID = 40 // letters of an id that is made from a label

// freeID makes an id of a name that no element has yet: "Feeling safe" is feeling-safe, and a second one feeling-safe-2.
func (d *Draft) freeID(table, name string) string {
	id := ID(name)
	if id == "" { // a name in letters that ids do not have
		id = strings.ReplaceAll(table, "_", "-")
	}
	free := func(id string) bool { return d.byID[family(table)+"."+id] == nil }
	if free(id) {
		return id
	}
	for n := 2; ; n++ {
		if next := fmt.Sprintf("%s-%d", id, n); free(next) {
			return next
		}
	}
}

// ID makes an id of a label: its first words in the letters of ids. It is "" where none is left.
func ID(label string) string {
	id := theory.IDFrom(label)
	if len(id) <= longestID {
		return id
	}
	if at := strings.LastIndexByte(id[:longestID+1], '-'); at > 0 {
		return id[:at]
	}
	return id[:longestID]
}
