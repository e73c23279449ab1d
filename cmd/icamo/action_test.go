package main

import (
	"os"
	"strings"
	"testing"
)

// TestActionRunsNoText holds that no script of action.yml has text put into it, which whoever opens a pull request may have
// written: what scripts are told reaches them as variables.
func TestActionRunsNoText(t *testing.T) {
	text, err := os.ReadFile("../../action.yml")
	must(t, err)
	script, scripts := -1, 0 // how far the key "run" is set in, while its lines follow
	for i, line := range strings.Split(string(text), "\n") {
		depth := len(line) - len(strings.TrimLeft(line, " "))
		if strings.TrimSpace(line) != "" && depth <= script {
			script = -1
		}
		if strings.HasPrefix(strings.TrimSpace(line), "run:") {
			script = depth
			scripts++
		}
		if script >= 0 && strings.Contains(line, "${{") {
			t.Errorf("line %d puts text into a script: %s", i+1, strings.TrimSpace(line))
		}
	}
	if scripts < 4 {
		t.Errorf("found %d scripts", scripts)
	}
}
