package check

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// reported are findings of every severity, accepted and not, with related places, on a file and with words that a
// format could trip over.
const reported = `[theory]
id    = "t"
title = "T"

[actor.a]
label = "A"

[mechanism.m]
label = "M"

[outcome.o]
label       = "O"
beneficiary = ["a"]

[[link]]
from   = "a"
to     = "m"
effect = "inhibits"

[[link]]
from = "m"
to   = "o"

[[link]]
from = "m"
to   = "o"

[[link]]
from   = "a"
to     = "o"
accept = { PT304 = "Simplified for a talk: \"no, really\"," }

[source.s]
citation = "Nobody refers to it"

[mechanism."bad, id: 5%\r\n::error::x"]
label = "å"
`

const reportedFile = "my theories/100% #1, a:b.toml"

func findingsOf(t *testing.T, name, text string) []Finding {
	t.Helper()
	return Run(theorytest.LoadFiles(t, map[string]string{name: text}, name), Settings{})
}

func sarifOf(t *testing.T, findings []Finding) (sarifLog, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := SARIF(&b, findings, "1.2.3"); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return log, b.Bytes()
}

func TestSARIFFitsItsSchema(t *testing.T) {
	file, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{reportedFile: reported, "empty.toml": ExampleTheory, "broken.toml": "[theory"} {
		_, out := sarifOf(t, findingsOf(t, name, text))
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSARIFSaysWhatWasFound(t *testing.T) {
	findings := findingsOf(t, reportedFile, reported)
	log, _ := sarifOf(t, findings)
	run := log.Runs[0]
	if len(run.Results) != len(findings) || len(run.Tool.Driver.Rules) != len(Rules) {
		t.Fatalf("%d results and %d rules for %d findings and %d rules", len(run.Results), len(run.Tool.Driver.Rules), len(findings), len(Rules))
	}
	prints := make(map[string]bool)
	levels := make(map[string]bool)
	accepted, related := 0, 0
	for i, f := range findings {
		got := run.Results[i]
		rule := run.Tool.Driver.Rules[got.RuleIndex]
		if got.RuleID != f.Rule.Code || rule.ID != f.Rule.Code || got.Level != sarifLevel[f.Severity] {
			t.Errorf("result %d is %s (%s), %s; want %s, %s", i, got.RuleID, rule.ID, got.Level, f.Rule.Code, f.Severity)
		}
		at := f.At.Range()
		place := got.Locations[0].Physical
		if want := (sarifRegion{at.Line, at.Col, at.EndLine, at.EndCol}); *place.Region != want {
			t.Errorf("result %d is at %v, want %v", i, *place.Region, want)
		}
		uri, err := url.Parse(place.Artifact.URI)
		if err != nil || strings.TrimPrefix(uri.Path, "./") != reportedFile || uri.IsAbs() || uri.Fragment != "" || place.Artifact.Base != "%SRCROOT%" {
			t.Errorf("result %d is in %q, base %q; want %q below %%SRCROOT%%", i, place.Artifact.URI, place.Artifact.Base, reportedFile)
		}
		levels[got.Level] = true
		prints[got.Fingerprints["icamoFinding/v1"]] = true
		related += len(got.Related)
		if (f.Accepted != "") != (len(got.Suppressions) == 1) || f.Accepted != "" && got.Suppressions[0].Justification != f.Accepted {
			t.Errorf("result %d is suppressed by %v, want %q", i, got.Suppressions, f.Accepted)
		}
		accepted += len(got.Suppressions)
	}
	if len(prints) != len(findings) {
		t.Errorf("%d fingerprints for %d findings", len(prints), len(findings))
	}
	if len(levels) != 3 || accepted == 0 || related == 0 {
		t.Errorf("the findings are no test: levels %v, %d accepted, %d related", levels, accepted, related)
	}
	for _, r := range run.Tool.Driver.Rules {
		if r.Short.Text == "" || !strings.Contains(r.Help.Text, r.Full.Text[:10]) || !strings.Contains(r.Help.Markdown, "```toml") {
			t.Errorf("rule %s lacks help", r.ID)
		}
	}
}

// A finding keeps its fingerprint when lines are put in above it and when the file is tidied.
func TestFingerprintsOutlastMoves(t *testing.T) {
	moved := "# A comment.\n\n\n" + strings.ReplaceAll(reported, "[[link]]\n", "\n\n  [[link]]\n")
	want, _ := sarifOf(t, findingsOf(t, reportedFile, reported))
	got, _ := sarifOf(t, findingsOf(t, reportedFile, moved))
	prints := func(log sarifLog) (all []string) {
		for _, r := range log.Runs[0].Results {
			all = append(all, r.Fingerprints["icamoFinding/v1"])
		}
		return all
	}
	if d := cmp.Diff(prints(want), prints(got)); d != "" {
		t.Errorf("fingerprints (-before +after):\n%s", d)
	}
}

func TestSARIFLinksNothingButFiles(t *testing.T) {
	f := Finding{Rule: &UnknownKey, Severity: Error, Message: "[m](https://example.org)", At: theory.Span{File: &theory.File{Name: "/a b/t.toml", Text: "x"}}}
	log, _ := sarifOf(t, []Finding{f})
	if got := log.Runs[0].Results[0].Message.Text; strings.Contains(got, "](") {
		t.Errorf("the message has a link: %s", got)
	}
	if got := log.Runs[0].Results[0].Locations[0].Physical.Artifact; got.URI != "file:///a%20b/t.toml" || got.Base != "" {
		t.Errorf("got %+v", got)
	}
}
