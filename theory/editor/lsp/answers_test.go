package lsp

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// three is a project of two versions that share their evidence.
var three = map[string]string{
	"initial.toml": `[theory]
id = "talk"
title = "Talking"
version = "initial"
include = ["evidence.toml"]

[mechanism.feeling-safe]
label = "Feeling safe"

[outcome.sharing]
label = "Sharing"
beneficiary = []

[[link]]
from = "feeling-safe"
to = "sharing"
`,
	"revised.toml": `[theory]
id      = "talk"
title   = "Talking"
version = "revised"
revises = "initial.toml"
include = ["evidence.toml"]

[mechanism.feeling-safe]
label = "Feeling 𝕏 safe" # why so?

[mechanism.trust]
label = "Trust"

[outcome.sharing]
label = "Sharing"
was   = ["sharing"]

[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-safe", "p2-safe"]

[[link]]
from   = "trust"
to     = "feeling-safe -> sharing"
status = "hypothesised"

[configuration.safety]
title     = "Safety first"
mechanism = ["feeling-safe"]
outcome   = ["sharing"]
`,
	"evidence.toml": `[source.interviews]
citation = "Interviews (2024)"

[case.p1]
label = "Participant 1"

[case.p2]
label = "Participant 2"

[evidence.p1-safe]
type   = "quote"
source = "interviews"
case   = "p1"
text   = "I could say it there."

[evidence.p2-safe]
type   = "quote"
source = "interviews"
case   = "p2"
text   = "Nobody laughed at me."
`,
}

// project opens the file of three that is named, in a folder of its own.
func project(t *testing.T, name string) (c *client, path string) {
	t.Helper()
	files := make(map[string]string)
	for name, text := range three {
		files[name] = text
	}
	path = filepath.Join(folder(t, files), name)
	c = start(t)
	c.open(path, three[name])
	return c, path
}

// labels completes at the end of what stands once in a file.
func (c *client) labels(path, after string) []string {
	c.t.Helper()
	var list completionList
	c.call("textDocument/completion", c.at(path, after), &list)
	var labels []string
	for _, item := range list.Items {
		labels = append(labels, item.Label)
	}
	return labels
}

func TestCompletion(t *testing.T) {
	c, path := project(t, "revised.toml")
	want := func(after string, some ...string) {
		t.Helper()
		labels := c.labels(path, after)
		for _, label := range some {
			if !slices.Contains(labels, label) {
				t.Errorf("after %q %q is not proposed, but %v", after, label, labels)
			}
		}
	}
	end := "outcome   = [\"sharing\"]\n"
	for _, typed := range []struct {
		text string
		want []string
	}{
		{"\n[[link]]\nfrom = \"", []string{"trust", "sharing", "feeling-safe"}},
		{"\n[[link]]\nto = \"feel", []string{"feeling-safe", "feeling-safe -> sharing"}},
		{"\n[[link]]\nto = ", []string{"trust"}},
		{"\n[[link]]\nstatus = \"", []string{"supported", "not-tested"}},
		{"\n[[link]]\nsupported_by = [\"p1-safe\", \"", []string{"p1-safe", "p2-safe"}},
		{"\n[[link]]\nnecessary = ", []string{"true", "false"}},
		{"\n[[link]]\naccept = { ", []string{"PT206"}},
		{"\n[[link]]\n", []string{"from", "because", "[[link]]", "[mechanism.id]"}},
		{"\n[", []string{"mechanism", "evidence"}},
		{"\n[[", []string{"link"}},
		{"\n[outcome.x]\nbeneficiary = [\"", nil},
		{"\n[outcome.x]\nwas = [\"", []string{"sharing", "feeling-safe"}},
		{"\n[mechanism.x.accept]\n", []string{"PT302"}},
		{"requires = [", []string{"safety"}},
	} {
		c.replace(path, end, end+typed.text)
		want(end+typed.text, typed.want...)
		c.replace(path, end+typed.text, end)
	}
	want(`include = ["`, "evidence.toml")
	want(`revises = "`, "initial.toml")
	if labels := c.labels(path, `include = ["`); slices.Contains(labels, "initial.toml") {
		t.Error("a theory is proposed to be included")
	}
	if labels := c.labels(path, "mechanism = [\"feeling-safe\"]"); labels != nil {
		t.Errorf("behind a value %v are proposed", labels)
	}
	if labels := c.labels(path, "why so"); labels != nil {
		t.Errorf("in a comment %v are proposed", labels)
	}
	c.replace(path, "[outcome.sharing]\nlabel = \"Sharing\"\n", "[outcome.sharing]\nlabel = \"Sharing\"\nla\nhorizon = \"distal\"\n")
	if labels := c.labels(path, "\"Sharing\"\nla"); slices.Contains(labels, "label") || slices.Contains(labels, "horizon") || !slices.Contains(labels, "valence") {
		t.Errorf("keys that are there are proposed, or others are not: %v", labels)
	}

	var list completionList
	c.replace(path, `"p2-safe"]`, `"p2-safe", p]`)
	c.call("textDocument/completion", c.at(path, `"p2-safe", p`), &list)
	i := slices.IndexFunc(list.Items, func(item completionItem) bool { return item.Label == "p1-safe" })
	if i < 0 || list.Items[i].Detail != "evidence: p1-safe" {
		t.Fatalf("no evidence is proposed with what it is: %v", list.Items)
	}
	if after := edited(c.texts[path], []textEdit{list.Items[i].Edit}); !strings.Contains(after, `"p2-safe", "p1-safe"]`) {
		t.Errorf("the completion is not made where it belongs:\n%s", after)
	}
	c.shutdown()
}

// TestFilesOfOthers sees that TOML which is no theory is left alone, and that one which is only started is not.
func TestFilesOfOthers(t *testing.T) {
	c, path := project(t, "revised.toml")
	other, fresh := filepath.Join(filepath.Dir(path), "pyproject.toml"), filepath.Join(filepath.Dir(path), "fresh.toml")
	c.open(other, "[project]\nname = \"x\"\n\n[tool.x]\nbroken = \n")
	if found := c.findings(other); len(found) > 0 {
		t.Errorf("in a file of another program is found %v", found)
	}
	if labels := c.labels(other, "broken = "); labels != nil {
		t.Errorf("in a file of another program are proposed %v", labels)
	}
	c.open(fresh, "# mine\n[")
	if labels := c.labels(fresh, "["); !slices.Contains(labels, "theory") {
		t.Errorf("in a new file are proposed %v", labels)
	}
	c.shutdown()
}

func TestCompletionOfSettings(t *testing.T) {
	c, path := project(t, "revised.toml")
	settings := filepath.Join(filepath.Dir(path), "icamo.toml")
	c.open(settings, "[check]\nfail_on = \"\"\n\n[check.severity]\nPT206 = \"\"\n")
	if labels := c.labels(settings, "fail_on = \""); !slices.Contains(labels, "never") {
		t.Errorf("proposed are %v", labels)
	}
	if labels := c.labels(settings, "PT206"); !slices.Contains(labels, "PT405") {
		t.Errorf("proposed are %v", labels)
	}
	if labels := c.labels(settings, "PT206 = \""); !slices.Contains(labels, "off") {
		t.Errorf("proposed are %v", labels)
	}
	c.replace(settings, "PT206 = \"\"", "PT206 = \"error\"")
	if found := c.findings(settings); len(found) != 1 || !strings.Contains(found[0].Message, `"fail_on" cannot be ""`) {
		t.Errorf("of the settings is found: %v", found)
	}
	c.shutdown()
}

func TestHover(t *testing.T) {
	c, path := project(t, "revised.toml")
	for _, at := range []struct {
		after string
		want  []string
	}{
		{"[configurat", []string{"configuration"}},
		{"[mechanism.tru", []string{"Trust (mechanism trust)", "Trust → (Feeling 𝕏 safe → Sharing): hypothesised"}},
		{"[[link]]\nfrom         = \"feeling", []string{"Feeling 𝕏 safe (mechanism feeling-safe)", "Feeling 𝕏 safe → Sharing: supported"}},
		{"supported_by = [\"p1-s", []string{"p1-safe (evidence p1-safe)", "I could say it there.", "Participant 1"}},
		{"status       = \"suppor", []string{"status: a text", "not-tested"}},
		{"[[link]]\nfrom         = \"feeling-safe\"\nto           = \"sharing\"\nsta", []string{"status: a text"}},
		{"to     = \"feeling-safe -> sh", []string{"Feeling 𝕏 safe → Sharing (link)", "status: supported", "p1-safe (Participant 1), p2-safe (Participant 2)"}},
		{"[configuration.saf", []string{"Safety first (configuration safety)", "mechanism: Feeling 𝕏 safe"}},
	} {
		var h hover
		c.call("textDocument/hover", c.at(path, at.after), &h)
		for _, want := range at.want {
			if !strings.Contains(h.Contents.Value, want) {
				t.Errorf("after %q is shown\n%s\nwithout %q", at.after, h.Contents.Value, want)
			}
		}
	}
	c.replace(path, "status = \"hypothesised\"\n", "status = \"hypothesised\"\naccept = { PT204 = \"known\" }\nbroken = \n")
	var h hover
	c.call("textDocument/hover", c.at(path, "PT20"), &h)
	if !strings.Contains(h.Contents.Value, "PT204 contradicted-link (error)") || !strings.Contains(h.Contents.Value, "Why: ") {
		t.Errorf("of a rule is shown, in a file that is broken:\n%s", h.Contents.Value)
	}
	c.shutdown()
}

// places are locations by the name of the file and what stands there.
func (c *client) places(all []location) []string {
	c.t.Helper()
	var places []string
	for _, l := range all {
		path, _ := pathOf(l.URI)
		t := c.texts[path]
		if t == nil {
			saved, err := os.ReadFile(path)
			if err != nil {
				c.t.Fatal(err)
			}
			t = newText(string(saved))
		}
		line := t.all[t.at(position{l.Range.Start.Line, 0}):t.at(position{l.Range.Start.Line + 1, 0})]
		places = append(places, filepath.Base(path)+": "+strings.TrimSpace(line)+" @ "+t.all[t.at(l.Range.Start):t.at(l.Range.End)])
	}
	return places
}

func TestDefinitionAndReferences(t *testing.T) {
	c, path := project(t, "revised.toml")
	defined := func(after, want string) {
		t.Helper()
		var l location
		c.call("textDocument/definition", c.at(path, after), &l)
		if got := c.places([]location{l}); got[0] != want {
			t.Errorf("after %q is defined in %s", after, got)
		}
	}
	defined(`"p1-`, "evidence.toml: [evidence.p1-safe] @ p1-safe")
	defined("was   = [\"shar", "initial.toml: [outcome.sharing] @ sharing")
	defined("to     = \"feeling-safe", "revised.toml: [[link]] @ link")
	defined("revises = \"initial", "initial.toml: [theory] @ ")
	c.replace(path, "[mechanism.trust]", "x = \n[mechanism.trust]") // what is below is found where it is now
	defined("outcome   = [\"shar", "revised.toml: [outcome.sharing] @ sharing")
	var all []location
	ask := c.at(path, "mechanism = [\"feeling")
	ask["context"] = map[string]any{"includeDeclaration": true}
	c.call("textDocument/references", ask, &all)
	want := []string{
		"initial.toml: [mechanism.feeling-safe] @ feeling-safe",
		"initial.toml: from = \"feeling-safe\" @ \"feeling-safe\"",
		"revised.toml: [mechanism.feeling-safe] @ feeling-safe",
		"revised.toml: from         = \"feeling-safe\" @ \"feeling-safe\"",
		"revised.toml: to     = \"feeling-safe -> sharing\" @ \"feeling-safe -> sharing\"",
		"revised.toml: mechanism = [\"feeling-safe\"] @ \"feeling-safe\"",
	}
	if diff := cmp.Diff(want, c.places(all)); diff != "" {
		t.Errorf("the references are (-want +got):\n%s", diff)
	}
	c.shutdown()
}

func TestRename(t *testing.T) {
	c, path := project(t, "revised.toml")
	c.replace(path, "[mechanism.trust]", "# unsaved: 𝕏\n[mechanism.trust]")
	var place renamable
	c.call("textDocument/prepareRename", c.at(path, "\"p1-sa"), &place)
	if place.Placeholder != "p1-safe" {
		t.Errorf("renamed would be %q", place.Placeholder)
	}
	ask := c.at(path, "to     = \"feeling-")
	ask["newName"] = "safety-felt"
	var edit workspaceEdit
	c.call("textDocument/rename", ask, &edit)
	after := c.apply(edit)
	for file, old := range map[string]string{path: c.texts[path].all, filepath.Join(filepath.Dir(path), "initial.toml"): three["initial.toml"]} {
		if want := strings.ReplaceAll(old, "feeling-safe", "safety-felt"); after[file] != want {
			t.Errorf("renamed (-want +got):\n%s", cmp.Diff(want, after[file]))
		}
	}
	if len(after) != 2 {
		t.Errorf("renamed in %d files", len(after))
	}
	refused := func(after, name, want string) {
		t.Helper()
		ask := c.at(path, after)
		ask["newName"] = name
		if m := c.ask("textDocument/rename", ask); m.Error == nil || !strings.Contains(m.Error.Message, want) {
			t.Errorf("the answer is %s %v, not %q", m.Result, m.Error, want)
		}
	}
	refused("[mechanism.tr", "sharing", `"sharing" is taken`)
	refused("[mechanism.tr", "Deep Trust", `write "deep-trust"`)
	refused("version = \"revi", "x", "here is no id")
	c.replace(path, "[mechanism.trust]", "[mechanism.trust")
	refused("[configuration.sa", "x", "revised.toml cannot be read")
	c.shutdown()
}

func TestOutlineAndFolds(t *testing.T) {
	c, path := project(t, "revised.toml")
	c.replace(path, `["p1-safe", "p2-safe"]`, "[\n  \"p1-safe\",\n  \"p2-safe\",\n]")
	var symbols []symbol
	c.call("textDocument/documentSymbol", of(path), &symbols)
	var names []string
	for _, s := range symbols {
		names = append(names, s.Name+" | "+s.Detail)
		if s.Selection.Start.Line < s.Range.Start.Line || s.Selection.End.Line > s.Range.End.Line {
			t.Errorf("the header of %s is not in it", s.Name)
		}
	}
	want := []string{
		"Talking | theory", "Feeling 𝕏 safe | mechanism feeling-safe", "Trust | mechanism trust", "Sharing | outcome sharing",
		"Feeling 𝕏 safe → Sharing | link, supported", "Trust → feeling-safe -> sharing | link, hypothesised", "Safety first | configuration safety",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("the outline is (-want +got):\n%s", diff)
	}
	var folds []fold
	c.call("textDocument/foldingRange", of(path), &folds)
	if want := []fold{{0, 5}, {7, 8}, {10, 11}, {13, 15}, {17, 24}, {21, 24}, {26, 29}, {31, 34}}; !slices.Equal(folds, want) {
		t.Errorf("folded are %v, not %v", folds, want)
	}
	c.shutdown()
}

func TestFormatting(t *testing.T) {
	c, path := project(t, "initial.toml")
	c.replace(path, "version = \"initial\"", "version    =    \"initial\" # 𝕏")
	var edits []textEdit
	c.call("textDocument/formatting", of(path), &edits)
	after := edited(c.texts[path], edits)
	if !strings.Contains(after, "\nversion = \"initial\"  # 𝕏\n") || !strings.Contains(after, "id      = \"talk\"\n") {
		t.Errorf("laid out it is\n%s", after)
	}
	c.edit(path, 0, len(c.texts[path].all), after)
	c.call("textDocument/formatting", of(path), &edits)
	if len(edits) != 0 {
		t.Errorf("what is tidy is edited: %v", edits)
	}
	c.replace(path, "[theory]", "[theory")
	c.call("textDocument/formatting", of(path), &edits)
	if len(edits) != 0 {
		t.Errorf("what cannot be read is edited: %v", edits)
	}
	c.shutdown()
}

func TestCodeLens(t *testing.T) {
	c, path := project(t, "revised.toml")
	var lenses []codeLens
	c.call("textDocument/codeLens", of(path), &lenses)
	var titles []string
	for _, l := range lenses {
		titles = append(titles, l.Command.Title)
	}
	if want := []string{"for: 2 cases (Participant 1, Participant 2)", "no evidence behind it"}; !slices.Equal(titles, want) {
		t.Errorf("above the links stands %q", titles)
	}
	c.shutdown()
}
