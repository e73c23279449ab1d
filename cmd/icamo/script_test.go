package main

import (
	"archive/zip"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"icamo/golden"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run icamo as a user does: as a program of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"icamo": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the sessions in testdata, each a user's way through some commands.
func TestScripts(t *testing.T) {
	theories, err := filepath.Abs("../../theories")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs("../../docs/examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       golden.Update(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "unpack": unpack},
		Setup: func(env *testscript.Env) error {
			env.Setenv("ICAMO_LAYOUT", "")
			env.Setenv("THEORIES", theories) // the real theories
			env.Setenv("EXAMPLES", examples) // the files that the guides import
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			return nil
		},
	})
}

// exits runs a command and holds its exit status: exits 2 icamo check nowhere.toml
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND [ARG ...]")
	}
	status := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		status = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(status) != args[0] {
		ts.Fatalf("%s exits with %d, not %s", args[1], status, args[0])
	}
}

// unpack writes a part of a zip archive to a file: unpack report.docx word/document.xml document.xml
func unpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: unpack ARCHIVE PART FILE")
	}
	archive, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer archive.Close()
	part, err := fs.ReadFile(archive, args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), part, 0o666))
}
