package theory

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Legible makes a text from a file safe to print on one line: what would move the cursor, switch colours, reorder text or be
// taken for a command by GitHub Actions is shown by its code instead, and bytes that are no text by a mark.
func Legible(text string) string {
	if utf8.ValidString(text) && strings.IndexFunc(text, unsafeToPrint) < 0 && !strings.Contains(text, "::") && !strings.Contains(text, "##[") {
		return text
	}
	var b strings.Builder
	start := true // of a word: where a line may be broken
	for i, r := range text {
		wordStart := start
		start = unicode.IsSpace(r)
		switch {
		case wordStart && strings.HasPrefix(text[i:], "::"), r == '[' && strings.HasSuffix(text[:i], "##"):
			fmt.Fprintf(&b, "<U+%04X>", r) // the runner reads ::command:: where a line starts, and ##[command] anywhere
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

// shortened cuts a text from a file to what a message can quote.
func shortened(text string) string {
	const most = 200
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// unsafeToPrint covers controls and formats; the joiners that scripts and emoji need are left alone.
func unsafeToPrint(r rune) bool {
	const nonJoiner, joiner = 0x200C, 0x200D
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner ||
		r == 0x2028 || r == 0x2029
}
