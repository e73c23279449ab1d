package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"icamo/golden"
)

// TestGuides runs the commands that the README and the guides in docs show, those after "$ " in blocks headed "console", and holds the
// output that stands below each. A last line "…" leaves the rest of an output out. The commands of a guide run one after
// the other in a folder with a copy of the theories and of the guides' examples. What the text asks the reader to do by hand is done by a command in a
// comment: <!-- $ command -->. A block headed "toml FILE" is the file, where there is none yet, and else stands in it. A picture
// examples/GUIDE/NAME.svg is the file NAME.svg that the commands have made.
func TestGuides(t *testing.T) {
	guides, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("ICAMO_LAYOUT", "")
	for _, guide := range append(guides, "../../README.md") {
		text, err := os.ReadFile(guide)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "```console\n") {
			continue
		}
		t.Run(filepath.Base(guide), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := os.CopyFS(filepath.Join(dir, "theories"), os.DirFS("../../theories")); err != nil {
				t.Fatal(err)
			}
			if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../docs/examples")); err != nil {
				t.Fatal(err)
			}
			golden.Hold(t, guide, []byte(rerun(t, string(text), dir)))
			name := strings.TrimSuffix(filepath.Base(guide), ".md")
			for _, picture := range regexp.MustCompile(`\]\(examples/`+name+`/(\w+\.svg)\)`).FindAllStringSubmatch(string(text), -1) {
				drawn, err := os.ReadFile(filepath.Join(dir, picture[1]))
				if err != nil {
					t.Fatal(err)
				}
				golden.Hold(t, "../../docs/examples/"+name+"/"+picture[1], drawn)
			}
		})
	}
}

// rerun runs the commands of a guide and gives the guide back with what they print.
func rerun(t *testing.T, guide, dir string) string {
	var out []string
	lines := strings.Split(guide, "\n")
	console := false
	for i := 0; i < len(lines); i++ {
		out = append(out, lines[i])
		switch {
		case strings.HasPrefix(lines[i], "```toml "):
			end := i + 1 + slices.Index(lines[i+1:], "```")
			writtenByHand(t, filepath.Join(dir, strings.TrimPrefix(lines[i], "```toml ")), strings.Join(lines[i+1:end], "\n")+"\n")
			out = append(out, lines[i+1:end+1]...)
			i = end
		case strings.HasPrefix(lines[i], "```"):
			console = !console && lines[i] == "```console"
		case strings.HasPrefix(lines[i], "<!-- $ "):
			shell(t, strings.TrimSuffix(strings.TrimPrefix(lines[i], "<!-- $ "), " -->"), dir)
		case console && strings.HasPrefix(lines[i], "$ "):
			shown := 0
			for i+1+shown < len(lines) && !strings.HasPrefix(lines[i+1+shown], "$ ") && !strings.HasPrefix(lines[i+1+shown], "```") {
				shown++
			}
			printed := shell(t, strings.TrimPrefix(lines[i], "$ "), dir)
			if shown > 0 && lines[i+shown] == "…" && len(printed) >= shown {
				printed = append(printed[:shown-1], "…")
			}
			out = append(out, printed...)
			i += shown
		}
	}
	return strings.Join(out, "\n")
}

// writtenByHand makes a file of what a guide shows, or holds that it stands in the file.
func writtenByHand(t *testing.T, file, text string) {
	has, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		has, err = []byte(text), os.WriteFile(file, []byte(text), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(has), text) {
		t.Errorf("%s does not hold what the guide shows:\n%s", filepath.Base(file), text)
	}
}

// shell runs a line as a user would, and gives the lines printed; a status other than 0 is no failure.
func shell(t *testing.T, line, dir string) []string {
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CACHE_HOME="+filepath.Join(dir, ".cache"), "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org",
		"GIT_AUTHOR_DATE=2024-01-01T12:00:00Z", "GIT_COMMITTER_DATE=2024-01-01T12:00:00Z", "GIT_PAGER=cat", "LC_ALL=C.UTF-8")
	printed, err := cmd.CombinedOutput()
	if _, failed := err.(*exec.ExitError); err != nil && !failed {
		t.Fatalf("%s: %v", line, err)
	}
	text := strings.TrimRight(string(printed), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}
