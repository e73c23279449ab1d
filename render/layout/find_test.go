package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	named, onPath := executable(t, "my-dot"), executable(t, program)
	tests := []struct {
		name, variable, path string
		want, wantErr        string
	}{
		{name: "by variable", variable: named, path: filepath.Dir(onPath), want: named},
		{name: "on PATH", path: filepath.Dir(onPath), want: onPath},
		{
			name: "variable names nothing", variable: named + "x", path: filepath.Dir(onPath),
			wantErr: `ICAMO_LAYOUT names "` + named + `x", which is not a program that can be run: `,
		},
		{
			name: "nowhere", path: filepath.Dir(named),
			wantErr: "no layout program: ICAMO_LAYOUT is not set, and icamo-layout is neither in " + here(t) +
				" nor on PATH; 'go build -o bin/ ./cmd/...' makes it",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("ICAMO_LAYOUT", test.variable)
			t.Setenv("PATH", test.path)
			t.Setenv("XDG_CACHE_HOME", "/var/cache/someone")
			e, err := Find()
			switch {
			case test.wantErr != "":
				if err == nil || !strings.HasPrefix(err.Error(), test.wantErr) {
					t.Errorf("error %v, want %s", err, test.wantErr)
				}
			case err != nil:
				t.Error(err)
			case e.program != test.want:
				t.Errorf("found %s, want %s", e.program, test.want)
			}
		})
	}
}

func TestFindBesideRunningProgram(t *testing.T) {
	beside := filepath.Join(here(t), program)
	must(t, os.WriteFile(beside, []byte("#!/bin/sh\n"), 0o700))
	defer os.Remove(beside)
	t.Setenv("ICAMO_LAYOUT", "")
	t.Setenv("PATH", filepath.Dir(executable(t, program)))
	e, err := Find()
	must(t, err)
	if e.program != beside {
		t.Errorf("found %s, want %s before what is on PATH", e.program, beside)
	}
}

// here is the folder of the running test program.
func here(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	return filepath.Dir(self)
}

func executable(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700))
	return path
}
