package theorytest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
)

// Found is something that was found in a file: a finding by its rule's code, a fault by its kind.
type Found struct {
	What    string
	Message string
	At      theory.Span
}

var wanted = regexp.MustCompile(`^([A-Za-z0-9-]+) ("(?:[^"\\]|\\.)*")`)

// Want holds what was found in files against what their own lines want. A comment on the line names what is to be found
// there, and a part of its message:
//
//	to = "nowhere" # want PT106 "unknown node"
//
// A want that is not met and a finding that nothing wants both fail.
func Want(t testing.TB, files map[string]string, found []Found) {
	t.Helper()
	var want []string
	for name, text := range files {
		for i, line := range strings.Split(text, "\n") {
			for _, comment := range strings.Split(line, "# want ")[1:] {
				m := wanted.FindStringSubmatch(comment)
				if m == nil {
					t.Fatalf("%s:%d: not understood: # want %s", name, i+1, comment)
				}
				message, err := strconv.Unquote(m[2])
				if err != nil {
					t.Fatalf("%s:%d: %v", name, i+1, err)
				}
				want = append(want, worded(name, i+1, m[1], message))
			}
		}
	}
	open := slices.Clone(want)
	var got []string
	for _, f := range found {
		at := f.At.Range()
		place := worded(at.File, at.Line, f.What, "")
		met := slices.IndexFunc(open, func(w string) bool {
			part, here := strings.CutPrefix(w, place)
			return here && part != "" && strings.Contains(f.Message, part)
		})
		if met < 0 {
			got = append(got, worded(at.File, at.Line, f.What, f.Message))
			continue
		}
		got = append(got, open[met]) // a want that is part of the message stands for it
		open = slices.Delete(open, met, met+1)
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what is found is not what the lines want (-want +found):\n%s", diff)
	}
}

func worded(file string, line int, what, message string) string {
	return fmt.Sprintf("%s:%d: %s %s", file, line, what, message)
}
