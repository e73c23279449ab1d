package check

import (
	"fmt"
	"path/filepath"

	"icamo/theory"
)

// Place says where something stands, from the folder of the theory: what goes to readers does not concern them with the folders
// above. It is "" where that is not known.
func Place(t *theory.Theory, at theory.Span) string {
	r := at.Range()
	if r.File == "" {
		return ""
	}
	file, err := filepath.Rel(filepath.Dir(t.File), r.File)
	if err != nil {
		file = filepath.Base(r.File)
	}
	return fmt.Sprintf("%s, line %d", filepath.ToSlash(file), r.Line)
}
