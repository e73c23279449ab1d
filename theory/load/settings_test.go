package load

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
)

// TestOpenSettingsTakesTheNearest holds that a nearer settings file goes before one further up, key by key, and switches nothing
// off that it does not name.
func TestOpenSettingsTakesTheNearest(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	write("icamo.toml", "[check]\nmin_cases = 9\n") // outside of the repository
	write("repo/.git/HEAD", "")
	write("repo/icamo.toml", "[check]\nmin_cases = 3\nfail_on = \"warning\"\n[check.severity]\nPT206 = \"off\"\n[figure]\nwidth = \"180mm\"\n")
	write("repo/near/icamo.toml", "[check]\nsources = \"texts\"\n")
	write("repo/near/empty/icamo.toml", "")
	write("repo/near/changed/icamo.toml", "[check]\nmin_cases = 1\nfail_on = \"error\"\n[check.severity]\nPT206 = \"error\"\nPT404 = \"off\"\n[figure]\nwidth = \"85mm\"\n")
	for name, want := range map[string]struct {
		cases   int
		failOn  string
		sources string
		width   string
		levels  string
		files   int
	}{
		"repo/a.toml":              {3, "warning", "", "180mm", "PT206 off", 1},
		"repo/deep/down/b.toml":    {3, "warning", "", "180mm", "PT206 off", 1},
		"repo/near/c.toml":         {3, "warning", "repo/near/texts", "180mm", "PT206 off", 2},
		"repo/near/in/d.toml":      {3, "warning", "repo/near/texts", "180mm", "PT206 off", 2},
		"repo/near/empty/e.toml":   {3, "warning", "repo/near/texts", "180mm", "PT206 off", 3},
		"repo/near/changed/f.toml": {1, "error", "repo/near/texts", "85mm", "PT206 error, PT404 off", 3},
	} {
		s, err := OpenSettings(write(name, ""))
		if err != nil {
			t.Fatal(err)
		}
		var levels []string
		for _, l := range s.Severity {
			levels = append(levels, l.Code+" "+l.Severity)
		}
		sources := want.sources
		if sources != "" {
			sources = filepath.Join(root, filepath.FromSlash(sources))
		}
		if s.MinCases != want.cases || s.FailOn != want.failOn || s.Sources != sources || s.Figure.Width != want.width ||
			strings.Join(levels, ", ") != want.levels || len(s.Files) != want.files || len(s.Faults) > 0 {
			t.Errorf("%s: settings %+v, want %+v", name, s, want)
		}
	}
	write("repo/out/icamo.toml", "[check]\nsources = \"../../texts\"\n[figure]\nfont = \"/etc/passwd\"\nfonts = [\"/etc/passwd\"]\n")
	write("repo/link/icamo.toml", "[check]\nsources = \"texts\"\n")
	if err := os.Symlink("../..", filepath.Join(root, "repo", "link", "texts")); err != nil {
		t.Skip("symbolic links cannot be made here:", err)
	}
	for name, faults := range map[string]int{"repo/out/f.toml": 3, "repo/link/g.toml": 1} {
		s, err := OpenSettings(write(name, ""))
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Faults) != faults || s.Sources != "" || len(s.Figure.AllFonts()) > 0 || s.Faults[0].Kind != theory.FileReferenceFault {
			t.Errorf("%s: paths that lead outside are let through: %+v", name, s)
		}
	}
	if err := os.Remove(filepath.Join(root, "icamo.toml")); err != nil {
		t.Fatal(err)
	}
	if s, err := OpenSettings(write("alone/e.toml", "")); err != nil || len(s.Files) > 0 {
		t.Errorf("without a settings file: %+v, %v", s, err)
	}
}

func TestSettingsFaults(t *testing.T) {
	s := readSettings(newDocument("icamo.toml", []byte(`min_cases = 3
[chekc]
[check]
min_case = 2
min_cases = 0
fail_on = "warn"
severity = { PT201 = "erorr", PT206 = "info" }
[figure]
palette = "colour"
width = 180
`)))
	var got []string
	for _, f := range s.Faults {
		got = append(got, f.Message)
	}
	want := []string{
		`unknown table "min_cases"; that key belongs to check`,
		`unknown table "chekc"; did you mean "check"?`,
		`unknown key "min_case" in "check"; did you mean "min_cases"?`,
		`"fail_on" cannot be "warn": it is one of error, warning, info, never`,
		`"min_cases" must be 1 or more; 1 asks for no second case`,
		`the severity of PT201 cannot be "erorr"; did you mean "error"?`,
		`"palette" cannot be "colour": it is one of color, grey; did you mean "color"?`,
		`"width" must be a text; write width = "180mm"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	if len(s.Severity) != 1 || s.Severity[0].Code != "PT206" || s.Severity[0].Severity != "info" {
		t.Errorf("severity %v", s.Severity)
	}
}

// FuzzSettings holds that no text makes the reader of settings panic or pass on what the format does not allow.
func FuzzSettings(f *testing.F) {
	for _, seed := range []string{
		"", "[check]\nmin_cases = 2\nfail_on = \"warning\"\nsources = \"texts\"\n[check.severity]\nPT206 = \"off\"\n[figure]\nwidth = \"180mm\"\n",
		"check = 1", "[check]\nseverity = [1]", "[check]\nmin_cases = -1\nfail_on = 7\n", "[check.severity.x]\ny = 1", "[[figure]]\n", "figure.width = {}",
		"check = {severity = {PT101 = 1, PT102 = {}}}", "[check]\nmin_cases = 99999999999\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := readSettings(newDocument(SettingsFile, []byte(text)))
		if s.MinCases < 0 || s.MinCases > theory.MaxWhole || s.FailOn != "" && !slices.Contains([]string{"error", "warning", "info", "never"}, s.FailOn) {
			t.Errorf("min_cases %d, fail_on %q", s.MinCases, s.FailOn)
		}
		for _, l := range s.Severity {
			if !slices.Contains(severities, l.Severity) {
				t.Errorf("the severity of %q is %q", l.Code, l.Severity)
			}
		}
		for _, fault := range s.Faults {
			if r := fault.At.Range(); r.Line < 1 || r.Col < 1 || r.EndLine < r.Line {
				t.Errorf("%s at %+v", fault.Kind, r)
			}
		}
	})
}
