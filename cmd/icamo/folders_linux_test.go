package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestCacheFolders draws a figure with a cache that cannot be written, or that others can, and holds that it is the same
// figure, kept only where nobody else can write, and that nothing is left beside it.
func TestCacheFolders(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute: the layout engine is compiled again where it cannot be kept")
	}
	u := newUser(t)
	figure := u.figure(t, "XDG_CACHE_HOME="+u.folder(t))
	for _, test := range []struct {
		name    string
		folder  string // of the cache, made with mode
		mode    fs.FileMode
		foreign bool     // it belongs to another user
		env     []string // in place of the cache's own
		kept    bool     // the layout is kept in it
	}{
		{name: "missing", kept: true},
		{name: "empty", folder: "icamo", mode: 0o700, kept: true},
		{name: "read-only", folder: ".", mode: 0o500},
		{name: "own folder read-only", folder: "icamo", mode: 0o500},
		{name: "own folder closed", folder: "icamo", mode: 0},
		{name: "own folder open to all", folder: "icamo", mode: 0o777},
		{name: "layouts read-only", folder: "icamo/layouts", mode: 0o500},
		{name: "layouts open to all", folder: "icamo/layouts", mode: 0o777, kept: true},
		{name: "engine read-only", folder: "icamo/engine", mode: 0o500, kept: true},
		{name: "another user's", folder: "icamo", mode: 0o755, foreign: true},
		{name: "another user's, open to all", folder: "icamo", mode: 0o777, foreign: true},
		{name: "another user's layouts, open to all", folder: "icamo/layouts", mode: 0o777, foreign: true},
		{name: "impossible", env: []string{"XDG_CACHE_HOME=/dev/null/cache"}},
		{name: "relative", env: []string{"XDG_CACHE_HOME=cache"}},
		{name: "no home", env: []string{"HOME="}},
		{name: "missing home", env: []string{"HOME=/dev/null/home"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.foreign && os.Geteuid() != 0 {
				t.Skip("needs root to make another user's folder")
			}
			cache := u.folder(t)
			if test.folder != "" {
				folder := filepath.Join(cache, test.folder)
				must(t, os.MkdirAll(folder, 0o700))
				for at := folder; at != cache; at = filepath.Dir(at) {
					if at != folder || !test.foreign {
						u.own(t, at)
					}
				}
				must(t, os.Chmod(folder, test.mode))
				defer os.Chmod(folder, 0o700)
			}
			if test.env == nil {
				test.env = []string{"XDG_CACHE_HOME=" + cache}
			}
			if !bytes.Equal(u.figure(t, test.env...), figure) {
				t.Error("another figure")
			}
			kept, err := filepath.Glob(filepath.Join(cache, "icamo", "layouts", "*"))
			if must(t, err); (len(kept) > 0) != test.kept {
				t.Errorf("kept %v, want a layout: %v", kept, test.kept)
			}
		})
	}
}

// TestClosedFolders holds that what cannot be read or written for want of permission is said in one line.
func TestClosedFolders(t *testing.T) {
	u := newUser(t)
	closed := u.folder(t)
	theory := filepath.Join(closed, "theory.toml")
	must(t, os.WriteFile(theory, []byte("[theory]\n"), 0))
	u.own(t, theory)
	must(t, os.Chmod(closed, 0o500))
	defer os.Chmod(closed, 0o700)
	cache, figure := "XDG_CACHE_HOME="+u.folder(t), filepath.Join(closed, "x.svg")
	graph, denied := filepath.Join(closed, "x.dot"), ": permission denied; name a file in another folder than "+closed+", or make that writable"
	for _, test := range []struct {
		want string
		env  []string
		args []string
	}{
		{"read " + theory + ": permission denied", nil, []string{"check", theory}},
		{"read " + theory + ": permission denied", nil, []string{"check", closed}},
		{"read " + theory + ": permission denied", nil, []string{"fmt", theory}},
		{"read " + theory + ": permission denied", nil, []string{"render", theory, "-o", "x.svg"}},
		{"read " + theory + ": permission denied", nil, []string{"table", theory}},
		{"read " + theory + ": permission denied", nil, []string{"trace", theory, "hope"}},
		{"read " + theory + ": permission denied", nil, []string{"diff", theory, u.theory}},
		{"write " + figure + denied, []string{cache}, []string{"render", u.theory, "-o", figure}},
		{"write " + graph + denied, nil, []string{"render", u.theory, "-o", graph}},
	} {
		cmd := u.icamo(t, test.env, test.args...)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != statusFailed || string(out) != "icamo: "+test.want+"\n" {
			t.Errorf("%v: %v: %q, want the line %q", test.args, err, out, test.want)
		}
		if left, err := os.ReadDir(cmd.Dir); err != nil || len(left) > 0 {
			t.Errorf("%v: %v, %v is left", test.args, left, err)
		}
	}
	if left, err := os.ReadDir(closed); err != nil || len(left) > 1 {
		t.Errorf("%v, %v is left", left, err)
	}
}

// user runs icamo as someone whom permissions bind: as another user where this one is root.
type user struct {
	programs string
	theory   string
	as       *syscall.SysProcAttr
}

func newUser(t *testing.T) user {
	t.Helper()
	u := user{as: &syscall.SysProcAttr{}}
	if os.Geteuid() == 0 {
		const nobody = 65534
		u.as.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
	}
	u.programs = u.folder(t)
	if out, err := exec.Command("go", "build", "-o", u.programs, "icamo/cmd/icamo").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	u.theory = filepath.Join(u.programs, "theory.toml")
	must(t, os.WriteFile(u.theory, []byte("[theory]\nid = \"t\"\ntitle = \"T\"\n[mechanism.hope]\nlabel = \"Hope\"\n"), 0o644))
	return u
}

// own gives a file or folder to the user.
func (u user) own(t *testing.T, path string) {
	t.Helper()
	if c := u.as.Credential; c != nil {
		must(t, os.Chown(path, int(c.Uid), int(c.Gid)))
	}
}

// folder is one of the user's own, which can be reached.
func (u user) folder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	must(t, os.Chmod(filepath.Dir(folder), 0o755))
	must(t, os.Chmod(folder, 0o755))
	u.own(t, folder)
	return folder
}

// icamo runs in an empty folder, with no more in its environment than is given, and a folder for temporary files.
func (u user) icamo(t *testing.T, env []string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(u.programs, "icamo"), args...)
	cmd.Dir = u.folder(t)
	cmd.Env = append([]string{"TMPDIR=" + u.folder(t)}, env...)
	cmd.SysProcAttr = u.as
	return cmd
}

// figure draws the theory, and holds that the figure is all that is there afterwards.
func (u user) figure(t *testing.T, env ...string) []byte {
	t.Helper()
	cmd := u.icamo(t, env, "render", u.theory, "-o", "x.svg")
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("%v: %s", err, out)
	}
	figure, err := os.ReadFile(filepath.Join(cmd.Dir, "x.svg"))
	must(t, err)
	temporary := strings.TrimPrefix(cmd.Env[0], "TMPDIR=")
	for folder, most := range map[string]int{cmd.Dir: 1, temporary: 0} {
		if left, err := os.ReadDir(folder); err != nil || len(left) > most {
			t.Errorf("%v, %v is left", left, err)
		}
	}
	return figure
}
