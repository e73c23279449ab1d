package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTerminal(t *testing.T) {
	for text, want := range map[string]string{
		"plain æ 𝔘\n":                         "plain æ 𝔘\n",
		"\x1b[1;31mred\x1b[0m\n":              "\x1b[1;31mred\x1b[0m\n",
		"\x1b[2J\x1b]0;title\x07":             "<U+001B>[2J<U+001B>]0;title<U+0007>",
		"a\r\nb\rc\td":                        "a \nb c    d",
		"\u009b31m\u202eevil\u2066\ufeff\x7f": "<U+009B>31m<U+202E>evil<U+2066><U+FEFF><U+007F>",
		"latin-1 \xe6\x9b\n":                  "latin-1 ��\n",
	} {
		for size := 1; size <= len(text); size++ {
			var out bytes.Buffer
			terminal := &terminal{w: &out}
			for rest := []byte(text); len(rest) > 0; rest = rest[min(size, len(rest)):] {
				if _, err := terminal.Write(rest[:min(size, len(rest))]); err != nil {
					t.Fatal(err)
				}
			}
			if out.String() != want {
				t.Errorf("%q in pieces of %d comes out as %q, want %q", text, size, out.String(), want)
			}
		}
	}
}

// FuzzTerminal holds that no bytes, however they are cut, reach a terminal as a command that is no colour.
func FuzzTerminal(f *testing.F) {
	for _, seed := range []string{"æ𝔘", "\x1b[1;31mred\x1b[0m", "\x1b[2J", "\x1b]8;;http://x\x1b\\", "\u009b\u202e", "\xe6\x9b", "\x1b\x1b[m", "\x1b[3\n1m"} {
		f.Add(seed, 1)
	}
	colour := regexp.MustCompile(`\x1b\[[0-9;]*m`)
	f.Fuzz(func(t *testing.T, text string, cut int) {
		var out bytes.Buffer
		terminal := &terminal{w: &out}
		cut = min(max(cut, 0), len(text))
		_, _ = terminal.Write([]byte(text[:cut]))
		_, _ = terminal.Write([]byte(text[cut:]))
		shown := colour.ReplaceAllString(out.String(), "")
		unsafe := func(r rune) bool {
			return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
		}
		if i := strings.IndexFunc(shown, unsafe); i >= 0 || !utf8.ValidString(shown) {
			t.Errorf("%q, cut at %d, comes out as %q", text, cut, out.String())
		}
	})
}
