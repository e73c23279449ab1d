package main

import (
	"strings"
	"unicode"

	"icamo/theory"
)

// argument is a file's name as a shell takes it, and as icamo does: one that begins with a hyphen is no flag.
func argument(name string) string {
	if strings.HasPrefix(name, "-") {
		name = "./" + name
	}
	if name != "" && strings.IndexFunc(name, special) < 0 {
		return name
	}
	return "'" + strings.ReplaceAll(theory.Legible(name), "'", `'\''`) + "'"
}

// special says whether a shell may take a character for something else.
func special(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("/.,:=@%+_-", r)
}
