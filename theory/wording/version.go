package wording

import (
	"unicode"
	"unicode/utf8"
)

// Version names a version within a line, as the theory calls it: "revised"; a number alone is no name: "version 2".
func (l *Language) Version(name string) string {
	if first, _ := utf8.DecodeRuneInString(name); unicode.IsDigit(first) {
		return l.Say("version {1}", name)
	}
	return name
}

// VersionHead names a version at the head of a column, and where it stands alone: "Revised", "Version 2", but "v1.2" as it is.
func (l *Language) VersionHead(name string) string {
	if second := []rune(name); len(second) > 1 && unicode.IsDigit(second[1]) {
		return l.Version(name)
	}
	return Capital(l.Version(name))
}
