package graphviz

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestMemoryIsBounded lays out what takes more memory than a layout may have: the answer says so, and where the system says
// how much there was, it was hardly more than that.
func TestMemoryIsBounded(t *testing.T) {
	var dot strings.Builder
	dot.WriteString("digraph {")
	for i := range 100 {
		fmt.Fprintf(&dot, "a%d -> b%d [minlen=60000];\n", i, i)
	}
	dot.WriteString("}")
	_, err := Layout([]byte(dot.String()))
	if err == nil || !strings.Contains(err.Error(), "needs more than the 1024 MiB of memory") {
		t.Fatalf("error %v", err)
	}
	status, _ := os.ReadFile("/proc/self/status") // Linux has it
	if peak := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status); peak != nil {
		if kB, err := strconv.Atoi(string(peak[1])); err != nil || kB > 1300<<10 {
			t.Errorf("at its peak the process had %s kB", peak[1])
		}
	}
}
