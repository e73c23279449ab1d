package main

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeNamesCommands holds that the README's table of commands names each command that the help names.
func TestReadmeNamesCommands(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, cmd := range rootCommand(false).Commands() {
		if cmd.Hidden || cmd.Name() == "help" || cmd.Name() == "completion" {
			continue
		}
		if !strings.Contains(string(readme), "\n| `icamo "+cmd.Name()) {
			t.Errorf("the README's table of commands lacks %s", cmd.Name())
		}
	}
}
