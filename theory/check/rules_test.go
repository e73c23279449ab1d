package check

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"icamo/theory/theorytest"

	"golang.org/x/tools/txtar"
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
	files := exampleFiles(example)
	var settings Settings
	for name, text := range files {
		if source, ok := strings.CutPrefix(name, "sources/"); ok {
			settings.Sources = t.TempDir()
			if err := os.WriteFile(filepath.Join(settings.Sources, source), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return Run(theorytest.LoadFiles(t, files, mainFile(files)), settings)
}

// TestExpectations holds the findings on the theories in testdata against what their own lines want.
func TestExpectations(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no expectations in testdata", err)
	}
	for _, name := range archives {
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := make(map[string]string)
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			var findings []Finding
			for _, f := range archive.Files {
				if strings.Contains(string(f.Data), "[theory]") {
					findings = append(findings, Run(theorytest.LoadFiles(t, files, f.Name), Settings{})...)
				}
			}
			var found []theorytest.Found
			for _, f := range Sort(findings) {
				if f.Accepted == "" {
					found = append(found, theorytest.Found{What: f.Rule.Code, Message: f.Message, At: f.At})
				}
			}
			theorytest.Want(t, files, found)
		})
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
