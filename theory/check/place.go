package check

import (
	"path/filepath"
	"strconv"

	"icamo/theory"
	"icamo/theory/wording"
)

// Place says where something stands, from the folder of the theory and in its language: what goes to readers does not concern them
// with the folders above. It is "" where that is not known.
func Place(t *theory.Theory, at theory.Span) string {
	r := at.Range()
	if r.File == "" {
		return ""
	}
	file, err := filepath.Rel(filepath.Dir(t.File), r.File)
	if err != nil {
		file = filepath.Base(r.File)
	}
	return wording.Of(t).Say("{1}, line {2}", filepath.ToSlash(file), strconv.Itoa(r.Line))
}
