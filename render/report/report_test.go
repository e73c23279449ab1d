package report_test

import (
	"bytes"
	"image/png"
	"slices"
	"strings"
	"testing"

	"icamo/render"
	"icamo/render/layout"
	"icamo/render/report"
	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/docx"
	"icamo/theory/docx/docxtest"
	"icamo/theory/opc/office"
	"icamo/theory/table"
	"icamo/theory/theorytest"
)

const header = "[theory]\nid = \"t\"\ntitle = \"T\"\n"

// written is the report of a theory as a file, with what was found in the theory and is told of its figures.
func written(t *testing.T, of *theory.Theory) (data []byte, found []check.Finding, notes []string) {
	t.Helper()
	found = check.Run(of, check.Settings{})
	made, err := report.New(t.Context(), layout.New(t.TempDir()), of, found, render.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := docx.Write(&out, made.Document); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), found, made.Notes
}

// TestReportsOfTheTheories holds that the report of each theory of the project is a document that Word takes, and tells all:
// every node, every finding, accepted ones with their reasons, every source, and the figures in words.
func TestReportsOfTheTheories(t *testing.T) {
	for _, name := range []string{"minimal.toml", "peer/revised.toml", "youth-peer-support/theory.toml", "examples/three-sites.toml",
		"examples/not-triggered.toml", "examples/rival-explanations.toml", "examples/needed-and-helping.toml", "examples/twelve-facts.toml"} {
		t.Run(name, func(t *testing.T) {
			th := theorytest.Open(t, name)
			data, found, notes := written(t, th)
			d := docxtest.Read(t, data)
			if len(notes) > 0 {
				t.Errorf("labels of the figures are not as large as they should be: %q", notes)
			}
			for _, n := range th.Nodes {
				if n.Live() && !strings.Contains(d.Text()+d.Pictures[0].Text, n.Label) {
					t.Errorf("nothing says %q", n.Label)
				}
			}
			for _, f := range found {
				if !d.Has(f.Message) || f.Accepted != "" && !d.Has(f.Accepted) {
					t.Errorf("the finding %q, accepted as %q, is not told", f.Message, f.Accepted)
				}
			}
			for _, s := range th.Sources {
				if address := table.Address(s); !d.Has(strings.TrimSpace(s.Citation + " " + address)) {
					t.Errorf("the source %q is not listed", s.Citation)
				}
			}
			for _, laid := range d.Tables {
				if laid.Heads != 1 {
					t.Errorf("of the table with the columns %q, %d rows are repeated on each page", laid.Rows[0], laid.Heads)
				}
			}
			for _, p := range d.Pictures {
				picture, err := png.DecodeConfig(bytes.NewReader(p.Data))
				if err != nil || !strings.HasPrefix(p.Text, "A programme theory with ") && !strings.HasPrefix(p.Text, "What changed in ") || picture.Width < 1500 {
					t.Errorf("a picture of %d dots (%v) says %q", picture.Width, err, p.Text)
				}
			}
			pictures := 1
			if th.Earlier != nil {
				pictures = 2
			}
			if len(d.Pictures) != pictures {
				t.Errorf("%d pictures, want %d", len(d.Pictures), pictures)
			}
		})
	}
}

// TestLargeTheory holds that a theory that is too large for a figure has a report without one, which says so.
func TestLargeTheory(t *testing.T) {
	data, _, notes := written(t, theorytest.Load(t, theorytest.Large(2_500, 3_000, false)))
	if d := docxtest.Read(t, data); len(d.Pictures) != 0 || len(d.Tables) < 2 {
		t.Errorf("%d pictures and %d tables", len(d.Pictures), len(d.Tables))
	}
	if want := "the report is without a figure: draw "; len(notes) != 1 || !strings.HasPrefix(notes[0], want) {
		t.Errorf("notes %q, want one that starts with %q", notes, want)
	}
}

// TestReportIsTheSameAgain holds that a report is the same, byte for byte.
func TestReportIsTheSameAgain(t *testing.T) {
	one, _, _ := written(t, theorytest.Open(t, "examples/three-sites.toml"))
	another, _, _ := written(t, theorytest.Open(t, "examples/three-sites.toml"))
	if !bytes.Equal(one, another) {
		t.Error("another report of the same theory has other bytes")
	}
}

// TestStatementOfTheEvaluator holds that no part of an evaluator's own words is taken for a word of the tool.
func TestStatementOfTheEvaluator(t *testing.T) {
	data, _, _ := written(t, theorytest.Load(t, header+`
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[[link]]
from = "m"
to = "o"
[configuration.c]
title = "C"
mechanism = ["m"]
outcome = ["o"]
statement = "Where rules are agreed: people speak."
`))
	if d := docxtest.Read(t, data); !d.Has("Where rules are agreed: people speak.") || !d.Has("Then: O (hypothesised) ← by M") {
		t.Errorf("the statement reads otherwise in\n%s", d.Text())
	}
}

// TestProposalsReadAsProposals holds that what a script or a model proposed, and nobody has looked at, does not read as found.
func TestProposalsReadAsProposals(t *testing.T) {
	data, _, _ := written(t, theorytest.Load(t, header+`
[mechanism.m]
label = "M"
unreviewed = "found.json"
[outcome.o]
label = "O"
[[link]]
from = "m"
to = "o"
status = "supported"
supported_by = ["e"]
unreviewed = "found.json"
[evidence.e]
type = "finding"
text = "x"
[configuration.c]
title = "C"
mechanism = ["m"]
outcome = ["o"]
unreviewed = "found.json"
`))
	d := docxtest.Read(t, data)
	for _, want := range []string{"M (not reviewed yet)", "C (not reviewed yet)", "Not reviewed yet: M", "not reviewed yet"} {
		if !d.Has(want) {
			t.Errorf("nothing says %q in\n%s", want, d.Text())
		}
	}
	if d.Has("supported") || d.Has("1 supported") {
		t.Errorf("something is said to be supported in\n%s", d.Text())
	}
}

// TestOffice opens the longest report in LibreOffice, which shows all its texts.
func TestOffice(t *testing.T) {
	data, _, _ := written(t, theorytest.Open(t, "peer/revised.toml"))
	read := strings.Fields(string(office.Converted(t, data, "docx", "txt:Text (encoded):UTF8")))
	for _, p := range docxtest.Read(t, data).Paragraphs {
		words := strings.Fields(p.Text)
		if len(words) > 1 && !contains(read, words) {
			t.Errorf("LibreOffice does not show %q", p.Text)
		}
	}
	if pdf := office.Converted(t, data, "docx", "pdf"); bytes.Count(pdf, []byte("/Type/Page")) < 10 {
		t.Errorf("LibreOffice makes %d pages of it", bytes.Count(pdf, []byte("/Type/Page")))
	}
}

// contains says whether some words stand one after another in a text.
func contains(text, words []string) bool {
	for len(text) >= len(words) {
		at := slices.Index(text, words[0])
		if at < 0 || len(text)-at < len(words) {
			return false
		}
		if slices.Equal(text[at:at+len(words)], words) {
			return true
		}
		text = text[at+1:]
	}
	return false
}
