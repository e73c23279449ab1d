package history_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"icamo/theory/history"
	"icamo/theory/load"
)

// repository makes a git repository in a folder of its own and goes there.
func repository(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed: nothing of a repository is tested")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("HOME", dir)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	git(t, "init", "-q", "-b", "main")
	git(t, "config", "user.name", "T")
	git(t, "config", "user.email", "t@example.org")
	git(t, "config", "core.compression", "0")
}

func git(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func commit(t *testing.T) {
	t.Helper()
	git(t, "add", "-A")
	git(t, "commit", "-qm", "next")
}

const main = "[theory]\nid = \"t\"\ntitle = \"T\"\ninclude = [\"shared/e.toml\"]\n[mechanism.m]\nlabel = \"M\"\nsupported_by = [\"e\"]\n"

func evidence(text string) string { return "[evidence.e]\ntype = \"quote\"\ntext = \"" + text + "\"\n" }

func TestOpenReadsIncludesFromTheSameRevision(t *testing.T) {
	repository(t)
	write(t, "work/t.toml", main)
	write(t, "work/shared/e.toml", evidence("first"))
	commit(t)
	git(t, "tag", "v1")
	write(t, "work/shared/e.toml", evidence("second"))
	commit(t)
	git(t, "mv", "work", "moved")
	commit(t)
	write(t, "moved/shared/e.toml", evidence("staged"))
	git(t, "add", "-A")
	write(t, "moved/shared/e.toml", evidence("on disk"))
	for _, tt := range []struct{ folder, spec, want, shown string }{
		{".", "HEAD~2:work/t.toml", "first", "HEAD~2:work/t.toml"},
		{".", "v1:work/t.toml", "first", "v1:work/t.toml"},
		{".", "HEAD^^{/next}:moved/t.toml", "", ""},
		{".", "HEAD~1:work/t.toml", "second", "HEAD~1:work/t.toml"},
		{"moved", "HEAD:moved/t.toml", "second", "HEAD:moved/t.toml"},
		{"moved", "HEAD:./t.toml", "second", "HEAD:moved/t.toml"},
		{"moved/shared", "HEAD:../t.toml", "second", "HEAD:moved/t.toml"},
		{".", ":moved/t.toml", "staged", ":moved/t.toml"},
		{"moved", ":./t.toml", "staged", ":moved/t.toml"},
		{".", "HEAD@{0}:moved/t.toml", "second", "HEAD@{0}:moved/t.toml"},
	} {
		got, err := history.Open(context.Background(), tt.folder, tt.spec)
		if tt.want == "" {
			if err == nil {
				t.Errorf("%s: no error", tt.spec)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.spec, err)
			continue
		}
		if len(got.Faults) > 0 {
			t.Errorf("%s: %s", tt.spec, got.Faults[0].Message)
		}
		if e := got.Piece("e"); e == nil || e.Text != tt.want {
			t.Errorf("%s: the evidence is %+v, not %q", tt.spec, e, tt.want)
		}
		if got.File != tt.shown {
			t.Errorf("%s is shown as %q, not %q", tt.spec, got.File, tt.shown)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	repository(t)
	write(t, "t.toml", main)
	write(t, "in/t.toml", strings.ReplaceAll(main, "shared/", "../../"))
	write(t, "big.toml", main+"# "+strings.Repeat("x", load.MaxFileSize)+"\n")
	write(t, "elsewhere/e.toml", evidence("outside"))
	if err := os.Symlink("elsewhere/e.toml", "link.toml"); err != nil {
		t.Skip("this system has no symbolic links")
	}
	write(t, "linked.toml", strings.ReplaceAll(main, "shared/e.toml", "link.toml"))
	commit(t)
	for spec, want := range map[string]string{
		"HEAD:nowhere.toml":          "there is no such file",
		"HEAD~7:t.toml":              `git knows no revision "HEAD~7"`,
		"--exec=touch x:t.toml":      `git knows no revision "--exec=touch x"`,
		"-h:t.toml":                  `git knows no revision "-h"`,
		"HEAD..main:t.toml":          `git knows no revision "HEAD..main"`,
		"HEAD:../t.toml":             "is outside the repository",
		"HEAD:/etc/passwd":           "is outside the repository",
		"HEAD:in":                    "is a folder",
		"HEAD:":                      "there is no such file",
		"HEAD:link.toml":             "is a symbolic link",
		"HEAD:elsewhere/e.toml":      "has no [theory] table",
		"HEAD:t.toml\n--x":           "there is no such file",
		"HEAD\n:t.toml":              "git knows no revision",
		"HEAD:t.toml:x":              "there is no such file",
		"HEAD:elsewhere/../../t.tml": "is outside the repository",
	} {
		got, err := history.Open(context.Background(), ".", spec)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want %q", spec, got, err, want)
		}
	}
	for spec, want := range map[string]string{
		"HEAD:in/t.toml":   "is outside the project's folder",
		"HEAD:linked.toml": "is a symbolic link",
		"HEAD:big.toml":    "larger than",
	} {
		got, err := history.Open(context.Background(), ".", spec)
		said := ""
		if err != nil {
			said = err.Error()
		} else if len(got.Faults) > 0 {
			said = got.Faults[0].Message
		}
		if !strings.Contains(said, want) {
			t.Errorf("%q: %q; want %q", spec, said, want)
		}
	}
	if _, err := history.Open(context.Background(), "in", "HEAD:t2.toml"); err == nil || strings.Contains(err.Error(), "./") {
		t.Errorf("a file that is nowhere: %v", err)
	}
	write(t, "in/only.toml", main)
	commit(t)
	if _, err := history.Open(context.Background(), "in", "HEAD:only.toml"); err == nil || !strings.Contains(err.Error(), "write HEAD:./only.toml") {
		t.Errorf("a file below this folder: %v", err)
	}
	if _, err := history.Open(context.Background(), t.TempDir(), "HEAD:t.toml"); err == nil || !strings.Contains(err.Error(), "no git repository") {
		t.Errorf("outside a repository: %v", err)
	}
}

// TestNothingConfiguredIsRun plants programs wherever a repository or the environment can name one that git show, git diff
// or git status would run.
func TestNothingConfiguredIsRun(t *testing.T) {
	repository(t)
	write(t, "t.toml", strings.ReplaceAll(main, "include = [\"shared/e.toml\"]\n", ""))
	write(t, ".gitattributes", "*.toml diff=evil filter=evil\n")
	commit(t)
	trap, err := filepath.Abs("trap")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "evil.sh", "#!/bin/sh\ntouch '"+trap+"'\ncat\n")
	if err := os.Chmod("evil.sh", 0o777); err != nil {
		t.Fatal(err)
	}
	evil, err := filepath.Abs("evil.sh")
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass", "diff.external",
		"diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "pager.rev-parse",
		"pager.cat-file", "alias.rev-parse", "alias.cat-file", "uploadpack.packObjectsHook"} {
		git(t, "config", key, evil)
	}
	for _, v := range []string{"GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_EDITOR", "PAGER"} {
		t.Setenv(v, evil)
	}
	t.Setenv("GIT_TRACE", trap)
	t.Setenv("GIT_EXEC_PATH", t.TempDir())
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
	t.Setenv("GIT_CONFIG_VALUE_0", evil)
	for _, spec := range []string{"HEAD:t.toml", ":t.toml", "HEAD:nowhere.toml"} {
		got, err := history.Open(context.Background(), ".", spec)
		if (err == nil) != (spec != "HEAD:nowhere.toml") {
			t.Errorf("%s: %v, %v", spec, got, err)
		}
	}
	if _, err := os.Stat(trap); err == nil {
		t.Error("a program that the repository or the environment named was run")
	}
}

func TestSplit(t *testing.T) {
	for spec, want := range map[string][2]string{
		"HEAD:a/b.toml":              {"HEAD", "a/b.toml"},
		":a.toml":                    {"", "a.toml"},
		"HEAD@{2024-01-01 10:00}:a":  {"HEAD@{2024-01-01 10:00}", "a"},
		"HEAD^{/fix: the rule}:a:b":  {"HEAD^{/fix: the rule}", "a:b"},
		"origin/main~3:./there.toml": {"origin/main~3", "./there.toml"},
	} {
		if rev, path, ok := history.Split(spec); !ok || rev != want[0] || path != want[1] {
			t.Errorf("%q is %q and %q, not %q", spec, rev, path, want)
		}
	}
	if _, _, ok := history.Split("theories/peer/revised.toml"); ok {
		t.Error("a plain path is taken for a revision's")
	}
}

func TestLayersOpenTheFirst(t *testing.T) {
	fsys := history.Layers{history.Texts{"a": []byte("upper")}, history.Texts{"a": []byte("lower"), "b": []byte("below")}}
	for name, want := range map[string]string{"a": "upper", "b": "below"} {
		if got, err := fs.ReadFile(fsys, name); err != nil || !bytes.Equal(got, []byte(want)) {
			t.Errorf("%s holds %q, %v; want %q", name, got, err, want)
		}
	}
	if _, err := fs.ReadFile(fsys, "c"); err == nil {
		t.Error("a file in no layer can be read")
	}
}
