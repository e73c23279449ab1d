package load_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/theorytest"
)

// TestFaults holds the faults of each file in testdata/faults against what its own lines want.
func TestFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/faults/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in testdata/faults: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var found []theorytest.Found
			for _, f := range theorytest.Load(t, string(text)).Faults {
				found = append(found, theorytest.Found{What: string(f.Kind), Message: f.Message, At: f.At})
			}
			theorytest.Want(t, map[string]string{"t.toml": string(text)}, found)
		})
	}
}

func TestPositionsCountCharacters(t *testing.T) {
	th := theorytest.LoadFiles(t, map[string]string{"a.toml": "[theory]\nid = \"x\"\ntitle = \"Ærø\"\n\n[outcome.håb]\nlabel = \"Håb\"\n" +
		"[outcome.hope]\nlabel = \"é\" # ø\nsupported_by = [\"é\", \"nowhere\"]\n"}, "a.toml")
	var got []string
	for _, f := range th.Faults {
		r := f.At.Range()
		got = append(got, fmt.Sprintf("%d:%d-%d:%d %s", r.Line, r.Col, r.EndLine, r.EndCol, f.Kind))
	}
	// The bare key å is not TOML: one syntax fault, and nothing else.
	if diff := cmp.Diff([]string{"5:11-5:12 syntax"}, got); diff != "" {
		t.Error(diff)
	}

	th = theorytest.LoadFiles(t, map[string]string{"a.toml": "[theory]\nid = \"x\"\ntitle = \"Ærø\"\n" +
		"[outcome.\"håb\"]\nlabel = \"Håb\"\nsupported_by = [\"é\", \"nowhere\"]\n"}, "a.toml")
	got = nil
	for _, f := range th.Faults {
		r := f.At.Range()
		got = append(got, fmt.Sprintf("%d:%d-%d:%d %s", r.Line, r.Col, r.EndLine, r.EndCol, f.Kind))
	}
	if diff := cmp.Diff([]string{"4:10-4:15 invalid-value", "6:17-6:20 unknown-reference", "6:22-6:31 unknown-reference"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestDocumentOrder(t *testing.T) {
	th := theorytest.LoadFiles(t, map[string]string{
		"a.toml": "[theory]\nid=\"x\"\ntitle=\"x\"\ninclude=[\"b.toml\"]\n[outcome.o1]\nlabel=\"o1\"\n[mechanism.m1]\nlabel=\"m1\"\n[outcome.o2]\nlabel=\"o2\"\n",
		"b.toml": "[mechanism.m0]\nlabel=\"m0\"\n[context.c0]\nlabel=\"c0\"\n",
	}, "a.toml")
	var got []string
	for _, n := range th.Nodes {
		got = append(got, n.ID)
	}
	if diff := cmp.Diff([]string{"o1", "m1", "o2", "m0", "c0"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestIDs(t *testing.T) {
	pattern := regexp.MustCompile(theory.IDPattern)
	for _, a := range []string{"", "a", "0", "-", "A", "å", " "} {
		for _, b := range []string{"", "-", "--", "b-c", "_", "\n"} {
			for _, id := range []string{a + b, b + a, a + b + a, a + "-" + b} {
				if theory.IsID(id) != pattern.MatchString(id) {
					t.Errorf("theory.IsID(%q) is %v", id, theory.IsID(id))
				}
			}
		}
	}
}

const head = "[theory]\nid=\"x\"\ntitle=\"x\"\n"

func TestFilesNamed(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string // fragment of the only fault's message; "" where there is none
	}{
		{"included", map[string]string{"d/a.toml": head + "include=[\"../b.toml\"]\n", "b.toml": ""}, ""},
		{"missing", map[string]string{"d/a.toml": head + "include=[\"b.toml\"]\n"}, `"b.toml" cannot be read: there is no such file`},
		{"outside", map[string]string{"d/a.toml": head + "include=[\"../../b.toml\"]\n"}, `"../../b.toml" is outside the project's folder`},
		{"absolute", map[string]string{"d/a.toml": head + "include=[\"/etc/passwd\"]\n"}, `"/etc/passwd" is outside the project's folder`},
		{"a folder", map[string]string{"d/a.toml": head + "include=[\"e\"]\n", "d/e/x": ""}, `"e" cannot be read: is a folder`},
		{"itself", map[string]string{"d/a.toml": head + "include=[\"a.toml\"]\n"}, `"a.toml" includes itself`},
		{"twice", map[string]string{"d/a.toml": head + "include=[\"b.toml\", \"./b.toml\"]\n", "d/b.toml": ""}, `"./b.toml" is included twice`},
		{"a theory included", map[string]string{"d/a.toml": head + "include=[\"b.toml\"]\n", "d/b.toml": head}, `"b.toml" is a theory of its own`},
		{"included by an included file", map[string]string{"d/a.toml": head + "include=[\"b.toml\"]\n[[link]]\nfrom=\"m\"\nto=\"n\"\n[mechanism.m]\nlabel=\"M\"\n", "d/b.toml": "include=[\"c.toml\"]\n", "d/c.toml": "[mechanism.n]\nlabel=\"N\"\n"},
			`an included file includes no others; name them in "include" under [theory] in "d/a.toml", and take this out`},
		{"include outside of its table", map[string]string{"d/a.toml": "include=[\"b.toml\"]\n" + head, "d/b.toml": ""}, `"include" is a key of [theory], and stands outside of it`},
		{"revised", map[string]string{"d/a.toml": head + "revises=\"b.toml\"\n", "d/b.toml": head}, ""},
		{"revises itself", map[string]string{"d/a.toml": head + "revises=\"a.toml\"\n"}, `"a.toml" is in a loop`},
		{"revises in a loop", map[string]string{"d/a.toml": head + "revises=\"b.toml\"\n", "d/b.toml": head + "revises=\"a.toml\"\n"}, `"a.toml" is in a loop`},
		{"revises no theory", map[string]string{"d/a.toml": head + "revises=\"b.toml\"\n", "d/b.toml": ""}, `"b.toml" has no [theory] table`},
		{"revises broken", map[string]string{"d/a.toml": head + "revises=\"b.toml\"\n", "d/b.toml": "x"}, `this is not TOML`},
	} {
		t.Run(c.name, func(t *testing.T) {
			th := theorytest.LoadFiles(t, c.files, "d/a.toml")
			var got []string
			for _, f := range th.Faults {
				got = append(got, f.Message)
			}
			switch {
			case c.want == "" && len(got) > 0:
				t.Errorf("unexpected faults %q", got)
			case c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)):
				t.Errorf("faults %q, want one that says %q", got, c.want)
			}
		})
	}
}

// TestOpenStaysInProject holds that neither a path nor a symbolic link leads out of the project's folder.
func TestOpenStaysInProject(t *testing.T) {
	outside := t.TempDir()
	project := filepath.Join(t.TempDir(), "project")
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.toml"), "[outcome.secret]\nlabel = \"secret\"\n")
	write(filepath.Join(project, load.SettingsFile), "")
	write(filepath.Join(project, "shared.toml"), "[outcome.shared]\nlabel = \"shared\"\n")
	write(filepath.Join(project, "t", "a.toml"), head+"include=[\"../shared.toml\", \"link.toml\"]\n")
	if err := os.Symlink(filepath.Join(outside, "secret.toml"), filepath.Join(project, "t", "link.toml")); err != nil {
		t.Skip("symbolic links cannot be made here:", err)
	}
	th, err := load.Open(filepath.Join(project, "t", "a.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if th.Node("shared") == nil || th.Node("secret") != nil {
		t.Errorf("read shared: %v, read secret: %v", th.Node("shared") != nil, th.Node("secret") != nil)
	}
	if len(th.Faults) != 1 || th.Faults[0].Kind != theory.FileReferenceFault || !strings.Contains(th.Faults[0].Message, "leads outside") {
		t.Errorf("faults %v", th.Faults)
	}
}

func TestUnreadable(t *testing.T) {
	fsys := fstest.MapFS{
		"fragment.toml": {Data: []byte("[source.s]\ncitation = \"s\"\n")},
		"dir/x.toml":    {Data: []byte("")},
		"pipe.toml":     {Mode: fs.ModeNamedPipe},
	}
	for name, want := range map[string]string{
		"fragment.toml": "fragment.toml: has no [theory] table",
		"dir":           "read dir: is a folder, not a file",
		"nowhere.toml":  "read nowhere.toml: there is no such file",
		"pipe.toml":     "read pipe.toml: is not a regular file",
	} {
		_, err := load.Theory(fsys, name, func(n string) string { return n })
		if err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %s", name, err, want)
		}
		if (name == "fragment.toml") != errors.Is(err, load.ErrNoTheory) {
			t.Errorf("%s: is ErrNoTheory: %v", name, errors.Is(err, load.ErrNoTheory))
		}
	}
}

func TestTooLarge(t *testing.T) {
	fsys := fstest.MapFS{
		"large.toml": {Data: make([]byte, load.MaxFileSize+1)},
		"a.toml":     {Data: []byte(head + "include=[\"large.toml\"]\n")},
	}
	for _, name := range []string{"large.toml", "a.toml"} {
		th, err := load.Theory(fsys, name, func(n string) string { return n })
		if err != nil {
			t.Fatal(err)
		}
		if len(th.Faults) != 1 || th.Faults[0].Kind != theory.SyntaxFault || !strings.Contains(th.Faults[0].Message, "larger than 32 MiB") || th.Faults[0].At.Range().File != "large.toml" {
			t.Errorf("%s: faults %v", name, th.Faults)
		}
	}
}

// FuzzLoad holds that no text makes the loader panic, and that every place it reports lies in the file.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"testdata/faults/*.toml", "../../theories/*.toml", "../../theories/*/*.toml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			if text, err := os.ReadFile(file); err == nil {
				f.Add(string(text))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{"a.toml": {Data: []byte(text)}}
		th, err := load.Theory(fsys, "a.toml", func(n string) string { return n })
		if err != nil {
			return
		}
		lines := strings.Count(text, "\n") + 1
		for _, fault := range th.Faults {
			r := fault.At.Range()
			if r.Line < 1 || r.Col < 1 || r.EndLine < r.Line || r.EndLine > lines || r.EndLine == r.Line && r.EndCol < r.Col {
				t.Errorf("%s at %+v, in a file of %d lines", fault.Kind, r, lines)
			}
		}
		if th.Graph() == nil {
			t.Error("no graph")
		}
	})
}

// TestNameThatIsNoText holds that a file whose name is not UTF-8 is refused in words.
func TestNameThatIsNoText(t *testing.T) {
	name := filepath.Join(t.TempDir(), "caf\xe9.toml")
	if err := os.WriteFile(name, []byte("[theory]\n"), 0o600); err != nil {
		t.Skipf("no such name can be here: %v", err)
	}
	if _, err := load.Open(name); err == nil || !strings.Contains(err.Error(), "its name is not UTF-8 text; rename it") {
		t.Errorf("error %v", err)
	}
}
