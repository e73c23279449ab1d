package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	named := executable(t, t.TempDir(), "my-dot")
	folder := filepath.Dir(named)
	tests := []struct {
		name, variable, path string
		want, wantErr        string
	}{
		{name: "nothing named"},
		{name: "by path", variable: named, path: "/nowhere", want: named},
		{name: "by name", variable: "my-dot", path: folder, want: named},
		{name: "not in the working folder", variable: "my-dot", path: "." + string(filepath.ListSeparator) + string(filepath.ListSeparator) + "sub",
			wantErr: `ICAMO_LAYOUT names "my-dot", which is not a program that can be run: executable file not found in $PATH`},
		{name: "after the working folder", variable: "my-dot", path: string(filepath.ListSeparator) + folder, want: named},
		{name: "nothing there", variable: named + "x", path: folder,
			wantErr: `ICAMO_LAYOUT names "` + named + `x", which is not a program that can be run: `},
	}
	working := t.TempDir()
	executable(t, working, "my-dot")
	must(t, os.Mkdir(filepath.Join(working, "sub"), 0o700))
	executable(t, filepath.Join(working, "sub"), "my-dot")
	t.Chdir(working)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("ICAMO_LAYOUT", test.variable)
			t.Setenv("PATH", test.path)
			e, err := Find()
			switch {
			case test.wantErr != "":
				if err == nil || !strings.HasPrefix(err.Error(), test.wantErr) {
					t.Errorf("error %v, want %s", err, test.wantErr)
				}
			case err != nil:
				t.Error(err)
			case test.want == "" && e.command != nil, test.want != "" && (e.command == nil || e.command[0] != test.want):
				t.Errorf("found %v, want %q", e.command, test.want)
			}
		})
	}
}

func executable(t *testing.T, folder, name string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	must(t, os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700))
	return path
}
