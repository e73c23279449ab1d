package wording

import (
	"strings"
	"unicode"
)

// Version names a version within a line, as the theory calls it: "revised", "2. udkast"; a number alone is no name: "version 2".
func (l *Language) Version(name string) string {
	if name != "" && !strings.ContainsFunc(name, unicode.IsLetter) {
		return l.Say("version {1}", name)
	}
	return name
}

// VersionHead names a version at the head of a column, and where it stands alone: "Revised", "Version 2", but "v1.2" as it is.
func (l *Language) VersionHead(name string) string {
	if letters := []rune(name); len(letters) > 1 && unicode.IsLetter(letters[0]) && unicode.IsDigit(letters[1]) {
		return name
	}
	return Capital(l.Version(name))
}
