package check

import (
	"bytes"
	"strings"
	"testing"
)

func TestGitHub(t *testing.T) {
	findings := findingsOf(t, reportedFile, reported)
	var b bytes.Buffer
	if err := GitHub(&b, findings); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	counts := CountOf(findings)
	if want := len(findings) - counts.Accepted + 1; len(lines) != want {
		t.Fatalf("%d lines, want %d: a line for each finding that counts, and the summary:\n%s", len(lines), want, b.String())
	}
	if last := lines[len(lines)-1]; last != summary(counts) {
		t.Errorf("the last line is %q, want the summary", last)
	}
	for _, line := range lines[:len(lines)-1] {
		command, data, ok := strings.Cut(strings.TrimPrefix(line, "::"), "::")
		kind, properties, _ := strings.Cut(command, " ")
		if !ok || !strings.HasPrefix(line, "::") || kind != "error" && kind != "warning" && kind != "notice" {
			t.Errorf("no command: %s", line)
			continue
		}
		for _, property := range strings.Split(properties, ",") {
			if name, value, ok := strings.Cut(property, "="); !ok || strings.Contains(value, ":") || name == "file" && unescaped(value) != reportedFile {
				t.Errorf("property %q in %s", property, line)
			}
		}
		if data == "" {
			t.Errorf("no message: %s", line)
		}
	}
	const want = `::error file=my theories/100%25 #1%2C a%3Ab.toml,line=25,endLine=25,col=8,endColumn=11,title=PT108 duplicate-link::`
	if !strings.Contains(b.String(), want) || !strings.Contains(b.String(), "%0Amy theories/100%25 #1, a:b.toml:21:8: ") {
		t.Errorf("%q, and the place of the first link, are not in\n%s", want, b.String())
	}
}

// unescaped is what GitHub makes of a property.
func unescaped(s string) string {
	return strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",").Replace(s)
}
