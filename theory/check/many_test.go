package check

import (
	"fmt"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestMillionsOfFindings holds that a theory with more faults of a sort than anyone reads is told of as many as there is
// room for, and that there are more.
func TestMillionsOfFindings(t *testing.T) {
	var text strings.Builder
	text.WriteString("[theory]\nid = \"many\"\ntitle = \"Many\"\n[mechanism.trust]\nlabel = \"Trust\"\n")
	for _, key := range []string{"supported_by", "contradicted_by"} {
		fmt.Fprintf(&text, "%s = [\n", key)
		for i := range theory.MaxFaults/2 + 10 {
			fmt.Fprintf(&text, "\"e%d\",\n", i)
		}
		text.WriteString("]\n")
	}
	loaded := theorytest.Load(t, text.String())
	if n := len(loaded.Faults); n != theory.MaxFaults {
		t.Errorf("%d faults are kept, not %d", n, theory.MaxFaults)
	}
	var told []Finding
	for _, f := range Sort(Run(loaded, Settings{})) {
		if f.Rule.Code == "PT106" {
			told = append(told, f)
		}
	}
	if n := len(told); n != theory.MaxFaults {
		t.Fatalf("%d findings, not %d", n, theory.MaxFaults)
	}
	if last := told[len(told)-1].Message; !strings.Contains(last, "there are more findings of this rule") {
		t.Errorf("the last finding is %q", last)
	}
}
