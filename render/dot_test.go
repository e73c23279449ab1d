package render

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzQuoteDOT holds that Graphviz takes a quoted text for one string and shows just that text.
func FuzzQuoteDOT(f *testing.F) {
	for _, text := range []string{
		"", `\`, `\N`, `\G and \E`, `"`, `\"`, `"]; n0 [label="x`, "&lt;", "&amp;lt;", "&#34;", "a\nb", "a\\\nb", "\r\n", "<b>x</b>", "ø ⊣",
		`\\`, `\\"`, "&", "& co", "\x00", "\u2028", "// x", "/* x", "# x",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("no theory holds it")
		}
		quoted := quoteDOT(text)
		if !oneString.MatchString(quoted) {
			t.Fatalf("%q is quoted as %s, which is not one string", text, quoted)
		}
		want := strings.NewReplacer("\r", "", "\x00", "").Replace(text)
		if got := shown(t, quoted[1:len(quoted)-1]); got != want {
			t.Errorf("%q is quoted as %s, which is shown as %q", text, quoted, got)
		}
	})
}

// oneString is a quoted string of the DOT language (https://graphviz.org/doc/info/lang.html) on one line.
var oneString = regexp.MustCompile(`^"([^"\\\n\x00]|\\[^\n\x00])*"$`)

// shown is what Graphviz makes of a label: first entities (agxml), then escapes (escString).
func shown(t *testing.T, label string) string {
	label = html.UnescapeString(strings.ReplaceAll(label, `\"`, `"`))
	var b strings.Builder
	for i := 0; i < len(label); i++ {
		if label[i] != '\\' {
			b.WriteByte(label[i])
			continue
		}
		i++
		switch {
		case i < len(label) && label[i] == '\\':
			b.WriteByte('\\')
		case i < len(label) && label[i] == 'n':
			b.WriteByte('\n')
		default:
			t.Fatalf("Graphviz would replace an escape in %q", label)
		}
	}
	return b.String()
}
