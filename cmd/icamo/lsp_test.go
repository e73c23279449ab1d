package main

import (
	"os"
	"os/exec"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestNeovim runs a session of a real language client, Neovim without a screen. Where there is none it is skipped, unless
// ICAMO_NEOVIM says required.
func TestNeovim(t *testing.T) {
	if _, err := exec.LookPath("nvim"); err != nil {
		if os.Getenv("ICAMO_NEOVIM") == "required" {
			t.Fatal("no nvim on PATH")
		}
		t.Skip("skipped: no nvim on PATH")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/neovim",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
	})
}
