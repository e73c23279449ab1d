package lsp

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/check"
)

// checked are the findings of check on what the open files of a folder hold, were they saved: a line for each, by file.
func (c *client) checked(dir string, saved string) map[string][]string {
	c.t.Helper()
	for path, t := range c.texts {
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			c.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(saved, rel), []byte(t.all), 0o666); err != nil {
			c.t.Fatal(err)
		}
	}
	all := make(map[string][]string)
	report, err := check.Files([]string{saved}, nil, func(*check.Settings) {})
	if err != nil {
		return all // there is no theory just now
	}
	for _, f := range report.Findings {
		at := f.At.Range()
		rel, err := filepath.Rel(saved, at.File)
		if err != nil {
			c.t.Fatal(err)
		}
		start, end := f.At.Offsets()
		t := newText(f.At.File.Text)
		severity := severities[f.Severity]
		message := f.Message
		if f.Accepted != "" {
			severity, message = hint, message+"\naccepted because: "+f.Accepted
		}
		all[rel] = append(all[rel], fmt.Sprint(t.position(start), t.position(end), severity, f.Rule.Code, message))
	}
	return all
}

// shown are the findings that the client was told, as checked gives them.
func (c *client) shown(dir string) map[string][]string {
	c.t.Helper()
	for path := range c.texts {
		c.findings(path)
	}
	c.call("textDocument/foldingRange", of("/nowhere.toml"), nil) // what else was told comes before the answer
	all := make(map[string][]string)
	for uri, p := range c.found {
		path, _ := pathOf(uri)
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			c.t.Fatal(err)
		}
		for _, d := range p.Diagnostics {
			if d.Code == "" {
				continue // that a file is not checked
			}
			all[rel] = append(all[rel], fmt.Sprint(d.Range.Start, d.Range.End, d.Severity, d.Code, d.Message))
		}
	}
	return all
}

// TestFindingsAreThoseOfCheck edits PEER at random, also so that it cannot be read, in all its files. What the client is told then
// is what check finds in the same text.
func TestFindingsAreThoseOfCheck(t *testing.T) {
	dir := peer(t)
	settings := "[check]\nmin_cases = 3\n[check.severity]\nPT110 = \"warning\"\nPT405 = \"off\"\n"
	if err := os.WriteFile(filepath.Join(dir, "icamo.toml"), []byte(settings), 0o666); err != nil {
		t.Fatal(err)
	}
	saved := peer(t)
	if err := os.WriteFile(filepath.Join(saved, "icamo.toml"), []byte(settings), 0o666); err != nil {
		t.Fatal(err)
	}
	c := start(t)
	random := rand.New(rand.NewPCG(1, 2))
	var open []string
	whole := make(map[string]string)
	compare := func(what string) {
		t.Helper()
		if diff := cmp.Diff(c.checked(dir, saved), c.shown(dir)); diff != "" {
			t.Fatalf("after %s (-check +editor):\n%s", what, diff)
		}
	}
	for _, name := range []string{"evidence.toml", "revised.toml", "initial.toml", "icamo.toml"} {
		path := filepath.Join(dir, name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		open, whole[path] = append(open, path), string(text)
		c.open(path, string(text))
	}
	compare("opening all")
	const steps = 150
	for step := range steps {
		what := ""
		for range 1 + random.IntN(3) {
			path := open[random.IntN(len(open))]
			if random.IntN(6) == 0 {
				c.edit(path, 0, len(c.texts[path].all), whole[path])
			}
			what = c.scribble(random, path)
		}
		compare(fmt.Sprintf("step %d, %s", step, what))
	}
}

// scribble makes a small edit of a kind that people make, or takes one back, and says which.
func (c *client) scribble(random *rand.Rand, path string) string {
	all := c.texts[path].all
	pick := func(of string) int {
		var places []int
		for at := 0; ; {
			n := strings.Index(all[at:], of)
			if n < 0 {
				break
			}
			if at += n; of[0] != '\n' || at == 0 || all[at-1] != '\r' { // which no place is between
				places = append(places, at)
			}
			at += len(of)
		}
		if len(places) == 0 {
			return -1
		}
		return places[random.IntN(len(places))]
	}
	edits := []struct{ old, with string }{
		{"supported_by", "suported_by"}, {"status", "stauts"}, {"\"supported\"", "\"suported\""}, {"-", ""}, {"\"]", "]"},
		{"[[link]]\n", ""}, {"label", "label"}, {"\n", "\n# 𝕏 æ\n"}, {"a", "å"}, {"e", "𝕏"}, {"\n\n", "\n\n[outcome.new]\nlabel = \"Ny 𝕏\"\n\n"},
		{"min_cases = 3", "min_cases = 2"}, {"off", "error"}, {"revises", "#revises"}, {"include", "#include"}, {"dropped", "#dropped"},
		{"\"hope\"", "\"hpoe\""}, {" = ", " "}, {"\n", "\r\n"}, {"[mechanism.", "[outcome."},
	}
	for _, i := range random.Perm(len(edits)) {
		e := edits[i]
		if random.IntN(2) == 0 && e.with != "" && e.with != "]" {
			e.old, e.with = e.with, e.old
		}
		if at := pick(e.old); at >= 0 {
			c.edit(path, at, at+len(e.old), e.with)
			return fmt.Sprintf("%q for %q in %s", e.with, e.old, filepath.Base(path))
		}
	}
	return "nothing"
}

// TestFindingsOfOthers sees that a file tells what is wrong in those that include and revise it, and that closing it takes
// back what was unsaved.
func TestFindingsOfOthers(t *testing.T) {
	dir := peer(t)
	c := start(t)
	evidence, revised := filepath.Join(dir, "evidence.toml"), filepath.Join(dir, "revised.toml")
	all, err := os.ReadFile(evidence)
	if err != nil {
		t.Fatal(err)
	}
	c.open(evidence, string(all))
	c.findings(evidence)
	unknown := func() bool {
		return slices.ContainsFunc(c.found[uriOf(revised)].Diagnostics, func(d diagnostic) bool { return d.Code == "PT106" })
	}
	if unknown() {
		t.Fatal("there are unknown references before anything was changed")
	}
	c.replace(evidence, "[evidence.p1-loneliness]", "[evidence.p1-lonelyness]")
	c.findings(evidence)
	c.call("textDocument/foldingRange", of(evidence), nil)
	if !unknown() {
		t.Error("an id that is gone from an included file is not missed in the theory")
	}
	c.notify("textDocument/didClose", of(evidence))
	for len(c.found[uriOf(revised)].Diagnostics) > 0 && unknown() {
		c.read()
	}
	c.shutdown()
}

// TestFindingsOfNewFiles includes a file that was never saved, which without that would not be checked.
func TestFindingsOfNewFiles(t *testing.T) {
	c, path := project(t, "revised.toml")
	fresh := filepath.Join(filepath.Dir(path), "more.toml")
	c.open(fresh, "\ufeff[evidence.p3-safe]\r\ntype = \"quotation\" # \U0001d54f\r\ntext = \"𝕏\" x\r\n")
	if found := c.findings(fresh); len(found) != 1 || !strings.Contains(found[0].Message, "nothing may follow a value") || found[0].Range.Start != (position{2, 12}) {
		t.Errorf("in a new file that cannot be read is found %v", found)
	}
	c.replace(fresh, "\" x", "\"")
	if found := c.findings(fresh); len(found) != 1 || !strings.Contains(found[0].Message, "no theory in this project includes this file") {
		t.Errorf("in a new file that nothing includes is found %v", found)
	}
	c.replace(path, `["evidence.toml"]`, `["evidence.toml", "more.toml"]`)
	c.findings(path)
	c.call("textDocument/foldingRange", of(path), nil)
	found := c.findings(fresh)
	if len(found) != 2 || found[0].Range.Start != (position{0, 11}) || found[1].Code != "PT103" || found[1].Range.Start != (position{1, 7}) {
		t.Errorf("in a new file that is included is found %v", found)
	}
	var list completionList
	c.call("textDocument/completion", c.at(fresh, "\ntype = \"quotation"), &list)
	if at := list.Items[0].Edit.Range; at != (span{position{1, 8}, position{1, 17}}) {
		t.Errorf("behind a byte order mark is replaced %v", at)
	}
	c.shutdown()
}

// TestUnreadableSettings sees that a theory which cannot be checked is not shown as one without findings.
func TestUnreadableSettings(t *testing.T) {
	c, path := project(t, "revised.toml")
	settings := filepath.Join(filepath.Dir(path), "icamo.toml")
	if err := os.Remove(settings); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(settings, 0o777); err != nil {
		t.Fatal(err)
	}
	c.replace(path, "label = \"Trust\"", "label = \"Trust in it\"")
	if found := c.findings(path); len(found) != 1 || !strings.Contains(found[0].Message, "this is not checked: read ") {
		t.Errorf("found is %v", found)
	}
	c.shutdown()
}
