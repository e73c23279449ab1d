package check

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"icamo/theory/load"
)

// FuzzPrinters checks any text, in a file of any name, and holds that no printer lets any of it out of its place.
func FuzzPrinters(f *testing.F) {
	f.Add(reportedFile, reported)
	for _, name := range []string{"../../theories/minimal.toml", "../../theories/peer/revised.toml"} {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(name, string(text))
		}
	}
	f.Add("::error::x,y.toml", "[theory]\nid=\"a::b\"\ntitle=\"\"\n[mechanism.\"x\\n::stop-commands::y\"]\nlabel=\"](http://x)\"\naccept={PT301=\"::x\\r\"}")
	f.Add("\x1b[2J\u202e%0A.toml", "[theory]\nid=\"%0A::error::\"\ntitle=\"a](b)\"\n[outcome.\"\\u001b[31m\"]\nlabel=\"\\u0007\"")
	f.Add("../../etc/passwd?#", "[theory")
	f.Fuzz(func(t *testing.T, name, text string) {
		if !utf8.ValidString(name) || name == "" || strings.Contains(name, "\x00") {
			t.Skip("a name that JSON cannot hold")
		}
		th, err := load.Theory(fstest.MapFS{"a.toml": {Data: []byte(text)}}, "a.toml", func(string) string { return name })
		if err != nil {
			t.Skip()
		}
		findings := Run(th, Settings{})
		printed := func(print func(io.Writer) error) []byte {
			var b bytes.Buffer
			if err := print(&b); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
		holdText(t, printed(func(w io.Writer) error { return Text(w, findings, false) }))
		holdJSON(t, printed(func(w io.Writer) error { return JSON(w, findings) }), name, len(findings))
		holdSARIF(t, findings)
		holdGitHub(t, printed(func(w io.Writer) error { return GitHub(w, findings) }), len(findings)-CountOf(findings).Accepted)
	})
}

func holdText(t *testing.T, text []byte) {
	steers := func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) }
	if i := bytes.IndexFunc(text, steers); i >= 0 {
		t.Errorf("the text holds %q:\n%s", text[i:min(len(text), i+4)], text)
	}
}

func holdJSON(t *testing.T, text []byte, name string, count int) {
	var report struct{ Findings []struct{ File string } }
	if err := json.Unmarshal(text, &report); err != nil || len(report.Findings) != count {
		t.Fatalf("JSON of %d findings has %d, %v", count, len(report.Findings), err)
	}
	for _, f := range report.Findings {
		if f.File != "" && f.File != name {
			t.Errorf("the file %q is named %q", name, f.File)
		}
	}
}

// holdSARIF looks at the results alone: all the rules' help, which is in every report, would make fuzzing slow.
func holdSARIF(t *testing.T, findings []Finding) {
	seen := make(map[string]int)
	for _, f := range findings {
		text, err := json.Marshal(sarifResultOf(f, seen))
		if err != nil {
			t.Fatal(err)
		}
		var r sarifResult
		if err := json.Unmarshal(text, &r); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(r.Message.Text, "](") {
			t.Errorf("a link came into the message %q", r.Message.Text)
		}
		for _, at := range append(r.Locations, r.Related...) {
			u, err := url.Parse(at.Physical.Artifact.URI)
			if err != nil || u.Host != "" || u.RawQuery != "" || u.Fragment != "" || u.Scheme != "" && u.Scheme != "file" {
				t.Errorf("a place leads to %q", at.Physical.Artifact.URI)
			}
		}
	}
}

// githubLine is a command whose properties and message hold nothing that could be another's.
var githubLine = regexp.MustCompile(`^::(error|warning|notice) (file=[^:,\n\r]+,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=PT\d+ [a-z-]+::[^\n\r]+$`)

func holdGitHub(t *testing.T, text []byte, count int) {
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if len(lines) != count+1 {
		t.Fatalf("%d lines for %d findings and the summary:\n%s", len(lines), count, text)
	}
	for _, line := range lines[:count] {
		if !githubLine.MatchString(line) {
			t.Errorf("no command: %q", line)
		}
	}
}
