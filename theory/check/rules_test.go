package check

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"icamo/theory"
	"icamo/theory/load"
)

func TestRulesAreWhole(t *testing.T) {
	names := make(map[string]string)
	last := ""
	for _, r := range Rules {
		if !regexp.MustCompile(`^PT[1-5]\d\d$`).MatchString(r.Code) || r.Code <= last {
			t.Errorf("%s: codes are PT and three digits, in order, each once", r.Code)
		}
		last = r.Code
		if first, twice := names[r.Name]; twice || !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(r.Name) {
			t.Errorf("%s: the name %q is no kebab-case or already that of %s", r.Code, r.Name, first)
		}
		names[r.Name] = r.Code
		if !slices.Contains(Severities, r.Severity) {
			t.Errorf("%s has the severity %q", r.Code, r.Severity)
		}
		for what, text := range map[string]string{"doc": r.Doc, "why": r.Why, "remedy": r.Remedy} {
			if len(text) < 20 || !strings.HasSuffix(text, ".") {
				t.Errorf("%s: its %s %q is not a sentence", r.Code, what, text)
			}
		}
		file := strings.ReplaceAll(r.Name, "-", "_") + ".go"
		if text, err := os.ReadFile(file); err != nil || !strings.Contains(string(text), "Rule{Code: \""+r.Code+"\"") {
			t.Errorf("%s is not in the file that its name says, %s", r.Code, file)
		}
		if r.Run == nil || r.Bad == "" || r.Good == "" || r.Bad == r.Good {
			t.Errorf("%s lacks its function or its examples", r.Code)
		}
	}
}

func TestBadExamplesTripTheirRuleAlone(t *testing.T) {
	for i := range Rules {
		r := &Rules[i]
		t.Run(r.Code, func(t *testing.T) {
			findings := checkExample(t, r.Bad)
			if len(findings) == 0 {
				t.Errorf("the bad example trips nothing")
			}
			for _, f := range findings {
				if f.Rule.Code != r.Code {
					t.Errorf("the bad example also trips %s", report(f))
				}
				if !strings.Contains(r.Bad, f.At.File.Line(f.At.Range().Line)) && r.Code != "PT501" && r.Code != "PT410" {
					t.Errorf("the finding points outside the example: %s", report(f))
				}
			}
		})
	}
}

func TestGoodExamplesTripNothing(t *testing.T) {
	for _, f := range checkExample(t, "") {
		t.Errorf("the theory that examples continue trips %s", report(f))
	}
	for _, r := range Rules {
		for _, f := range checkExample(t, r.Good) {
			t.Errorf("%s: the good example trips %s", r.Code, report(f))
		}
	}
}

func report(f Finding) string {
	at := f.At.Range()
	return fmt.Sprintf("%s:%d:%d: %s %s: %s", at.File, at.Line, at.Col, f.Rule.Code, f.Rule.Name, f.Message)
}

// checkExample checks the theory that an example stands for.
func checkExample(t *testing.T, example string) []Finding {
	t.Helper()
	archive := txtar.Parse([]byte(example))
	if len(archive.Files) == 0 {
		archive.Files = []txtar.File{{Name: "theory.toml", Data: []byte(example)}}
	}
	files := make(fstest.MapFS)
	var settings Settings
	for _, f := range archive.Files {
		if source, ok := strings.CutPrefix(f.Name, "sources/"); ok {
			settings.Sources = t.TempDir()
			if err := os.WriteFile(filepath.Join(settings.Sources, source), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		files[f.Name] = &fstest.MapFile{Data: []byte(completed(f.Name, string(f.Data)))}
	}
	main := "theory.toml"
	if files["revised.toml"] != nil {
		main = "revised.toml"
	}
	return Run(loadFile(t, files, main), settings)
}

func loadFile(t *testing.T, files fstest.MapFS, name string) *theory.Theory {
	t.Helper()
	loaded, err := load.Theory(files, name, func(name string) string { return name })
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

var wantComment = regexp.MustCompile(`# want (PT\d\d\d) "((?:[^"\\]|\\.)*)"`)

// TestExpectations holds the findings on the files in testdata against what their own lines say is wanted: a comment
// names the rule and a part of the message of the finding on its line.
func TestExpectations(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no expectations in testdata", err)
	}
	for _, name := range archives {
		t.Run(name, func(t *testing.T) { expect(t, name) })
	}
}

func expect(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := make(fstest.MapFS)
	var want []string
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
		for i, line := range strings.Split(string(f.Data), "\n") {
			for _, rest := range strings.SplitAfter(line, "# want ")[1:] {
				m := wantComment.FindStringSubmatch("# want " + rest)
				if m == nil {
					t.Fatalf("%s:%d: not understood: %s", f.Name, i+1, rest)
				}
				text, err := strconv.Unquote(`"` + m[2] + `"`)
				if err != nil {
					t.Fatalf("%s:%d: %v", f.Name, i+1, err)
				}
				want = append(want, fmt.Sprintf("%s:%d: %s %s", f.Name, i+1, m[1], text))
			}
		}
	}
	var all []Finding
	for _, f := range archive.Files {
		if strings.Contains(string(f.Data), "[theory]") {
			all = append(all, Run(loadFile(t, files, f.Name), Settings{})...)
		}
	}
	var got []string
	for _, f := range Sort(all) {
		if f.Accepted != "" {
			continue
		}
		at := f.At.Range()
		found := fmt.Sprintf("%s:%d: %s %s", at.File, at.Line, f.Rule.Code, f.Message)
		// A want that is part of the message stands for it.
		for _, w := range want {
			place, text, _ := strings.Cut(w, f.Rule.Code+" ")
			if strings.HasPrefix(found, place+f.Rule.Code+" ") && text != "" && strings.Contains(f.Message, text) {
				found = w
				break
			}
		}
		got = append(got, found)
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// exampleRevision is ExampleTheory as a version that revises initial.toml.
var exampleRevision = strings.Replace(ExampleTheory, "\n\n", "\nrevises = \"initial.toml\"\n\n", 1)

// completed is one file of an example with what it leaves out. Of an example in several files, initial.toml is the
// version that revised.toml revises, and other files are what a theory includes.
func completed(file, text string) string {
	switch {
	case strings.Contains(text, "[theory]\n"):
		return text
	case file == "theory.toml" || file == "initial.toml":
		return ExampleTheory + "\n" + text
	case file == "revised.toml":
		return exampleRevision + "\n" + text
	}
	return text
}
