package scene

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Captioned is a caption, and after it what a figure says of itself. A caption that others follow ends as a sentence does.
func Captioned(caption string, sentences ...string) string {
	caption = strings.TrimSpace(caption)
	sentences = slices.DeleteFunc(slices.Clone(sentences), func(one string) bool { return one == "" })
	if len(sentences) > 0 && caption != "" && !endsSentence(caption) {
		caption += "."
	}
	return strings.TrimSpace(caption + " " + strings.Join(sentences, " "))
}

// underneath adds a paragraph to a caption.
func underneath(caption, paragraph string) string {
	return strings.TrimPrefix(caption+"\n"+paragraph, "\n")
}

// endsSentence says whether a text ends with a mark that ends a sentence, or leads to what follows; a quotation mark or bracket may close it.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool { return unicode.In(r, unicode.Pe, unicode.Pf) || r == '"' || r == '\'' })
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…:;。！？؟।", last)
}
