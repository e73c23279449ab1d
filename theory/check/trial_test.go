package check

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestSubgroupsAreNamed: what a trial found in a subgroup is never said of all that were in it, and what it found in all comes first.
func TestSubgroupsAreNamed(t *testing.T) {
	theoryWith := func(cited, finding, more string) string {
		return ExampleTheory + `
[outcome.sleep]
label = "Sleep"
` + cited + `
[[link]]
from = "sharing"
to   = "sleep"
[source.s]
citation = "S"
[evidence.some]
type = "effect"
source = "s"
finding = "` + finding + `"
subgroup = "Women over 70"
[evidence.all]
type = "effect"
source = "s"
finding = "` + finding + `"
` + more
	}
	for _, c := range []struct{ code, cited, finding, want string }{
		{"PT313", `supported_by = ["some"]`, "improved", `found "sleep" improved in the subgroup "Women over 70" (some)`},
		{"PT313", `supported_by = ["some", "all"]`, "improved", `found "sleep" improved (all)`},
		{"PT313", `contradicted_by = ["some"]`, "worsened", `found "sleep" worsened in the subgroup "Women over 70" (some)`},
		{"PT213", `contradicted_by = ["some"]`, "worsened", `found "sleep" to be worse in the subgroup "Women over 70" (some)`},
		{"PT213", `contradicted_by = ["some"]`, "no-difference", `no difference in "sleep" in the subgroup "Women over 70" (some)`},
		{"PT213", `contradicted_by = ["some", "all"]`, "no-difference", `no difference in "sleep" (all)`},
		{"PT217", `supported_by = ["some"]`, "no-difference", `what it found is no difference in the subgroup "Women over 70"`},
	} {
		var messages []string
		for _, f := range Run(theorytest.Load(t, theoryWith(c.cited, c.finding, "")), Settings{}) {
			if f.Rule.Code == c.code {
				messages = append(messages, f.Message)
			}
		}
		if len(messages) != 1 || !strings.Contains(messages[0], c.want) {
			t.Errorf("%s of %s, %s: no %q in %q", c.code, c.cited, c.finding, c.want, messages)
		}
	}
}
