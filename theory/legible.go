package theory

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Legible makes a text from a file safe to print as a line: what would move the cursor, switch colours, reorder text or be
// taken for a command by GitHub Actions is shown by its code instead, and bytes that are no text by a mark.
func Legible(text string) string {
	if utf8.ValidString(text) && strings.IndexFunc(text, unsafeToPrint) < 0 && !strings.Contains(text, "::") && !strings.Contains(text, "##[") {
		return text
	}
	var b strings.Builder
	before := true // the text's first word
	for i, r := range text {
		first := before
		before = before && unicode.IsSpace(r)
		switch {
		case first && startsCommand(text[i:]), r == '[' && strings.HasSuffix(text[:i], "##"):
			fmt.Fprintf(&b, "<U+%04X>", r)
		case r == '\t':
			b.WriteString("    ")
		case r == '\n' || r == '\r':
			b.WriteByte(' ')
		case unsafeToPrint(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// startsCommand says whether the runner of GitHub Actions takes a line for a command: ::command:: at its start. It takes
// ##[command] for one anywhere.
func startsCommand(line string) bool {
	name, _ := utf8.DecodeRuneInString(strings.TrimPrefix(line, "::"))
	return strings.HasPrefix(line, "::") && unicode.IsLetter(name)
}

// Shortened cuts a text to no more than so many bytes, at the end of a character.
func Shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// unsafeToPrint covers controls and formats; the joiners that scripts and emoji need are left alone.
func unsafeToPrint(r rune) bool {
	const nonJoiner, joiner = 0x200C, 0x200D
	if r >= ' ' && r <= '~' { // as most are
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner ||
		r == 0x2028 || r == 0x2029
}
