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
	base := family(table) + "." + id
	if d.byID[base] == nil {
		return id
	}
	for n := max(d.numbered[base], 1) + 1; ; n++ { // on from the last one, as thousands may have one name
		if d.byID[fmt.Sprintf("%s-%d", base, n)] == nil {
			d.numbered[base] = n
			return fmt.Sprintf("%s-%d", id, n)
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
