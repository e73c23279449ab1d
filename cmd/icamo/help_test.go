package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestHelpIsWhole holds that each command says more than its name and shows an example that calls it, and that each flag
// with a value names that value, and tells shells what it can be.
func TestHelpIsWhole(t *testing.T) {
	for _, cmd := range rootCommand(false).Commands() {
		if cmd.Hidden || cmd.Name() == "help" {
			continue
		}
		if cmd.Long == "" || !strings.Contains(cmd.Example, "icamo "+cmd.Name()) {
			t.Errorf("%s: no long help, or no example", cmd.Name())
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() == "bool" {
				return
			}
			if value, _ := pflag.UnquoteUsage(f); value != strings.ToUpper(value) && value != "KEY=COLUMN,…" {
				t.Errorf("%s --%s: its value is called %q", cmd.Name(), f.Name, value)
			}
			if _, ok := cmd.GetFlagCompletionFunc(f.Name); !ok {
				t.Errorf("%s --%s: nothing says how it is completed; name it in completeAll", cmd.Name(), f.Name)
			}
		})
	}
}

// TestFormatsAreCompleted holds that each --format has words.
func TestFormatsAreCompleted(t *testing.T) {
	for _, cmd := range rootCommand(false).Commands() {
		offer, ok := cmd.GetFlagCompletionFunc("format")
		if !ok {
			continue
		}
		if words, directive := offer(cmd, nil, ""); len(words) == 0 || directive != cobra.ShellCompDirectiveNoFileComp {
			t.Errorf("%s --format: completed with %v", cmd.Name(), words)
		}
	}
}
