package check

import (
	"icamo/theory"
	"icamo/theory/wording"
)

const maxNamed = 5 // a message that names more is not read

// listed names ids in a message: p1, p5 and 3 more.
func listed(refs []theory.Ref) string {
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	return wording.English.FirstOf(ids, maxNamed)
}
