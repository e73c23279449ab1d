package render

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzMermaidText holds that no text means anything to Mermaid, and that it is shown as it is.
func FuzzMermaidText(f *testing.F) {
	for _, text := range []string{"", "hope", `"]; x["`, "a --> b", "%%{init}%%", "1. first", "- item", "`**b**`", "#quot;", "#35;",
		"<br/>", "end", "$$x$$", "a\nb", "|x|", "ø 日本 \u202e", "\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("no theory holds it")
		}
		written := mermaidText(text)
		if !harmless.MatchString(written) {
			t.Fatalf("%q is written as %q", text, written)
		}
		want := strings.Map(func(r rune) rune {
			if !unicode.IsPrint(r) {
				return unicode.ReplacementChar
			}
			return r
		}, strings.Join(strings.Fields(text), " "))
		shown := entity.ReplaceAllStringFunc(written, func(e string) string {
			code, err := strconv.Atoi(e[1 : len(e)-1])
			if err != nil {
				t.Fatal(err)
			}
			return string(rune(code))
		})
		if shown != want {
			t.Errorf("%q is shown as %q", text, shown)
		}
	})
}

var (
	harmless = regexp.MustCompile(`^([\pL\pN ,()]|[^\x00-\x7f]|#[0-9]+;)*$`)
	entity   = regexp.MustCompile(`#[0-9]+;`)
)
