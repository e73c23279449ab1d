package table

import (
	"strings"
	"unicode"

	"icamo/theory"
)

// lower makes the first letter small, unless its word is a name or an abbreviation.
func (w *Wording) lower(text string) string {
	first, rest, _ := strings.Cut(text, " ")
	bare := owner(strings.TrimFunc(first, func(r rune) bool { return !unicode.IsLetter(r) }))
	letters := []rune(first)
	switch {
	case !w.english, bare == "", w.names[bare], bare == "I", strings.HasPrefix(bare, "I'"), strings.HasPrefix(bare, "I’"):
		return text
	case strings.ContainsFunc(bare[1:], unicode.IsUpper), len([]rune(bare)) == 1 && bare != "A":
		return text // CHIME, eHealth, X
	}
	letters[0] = unicode.ToLower(letters[0])
	return strings.TrimSuffix(string(letters)+" "+rest, " ")
}

// properNames are the words that the theory's own prose writes with a capital within sentences, and never without.
func properNames(t *theory.Theory) map[string]bool {
	capital, small := make(map[string]bool), make(map[string]bool)
	read := func(text string) {
		start := true
		for _, word := range strings.Fields(text) {
			bare := owner(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
			opened := strings.ContainsAny(word[:1], "\"'(“‘")
			if bare != "" {
				if first := []rune(bare)[0]; unicode.IsUpper(first) && !start && !opened {
					capital[bare] = true
				} else if unicode.IsLower(first) {
					small[strings.ToUpper(string(first))+bare[len(string(first)):]] = true
				}
			}
			start = strings.ContainsAny(word[len(word)-1:], ".:?!…")
		}
	}
	read(t.Description)
	for _, n := range t.Nodes {
		for _, text := range []string{n.Label, n.Description, n.Because, n.Dropped} {
			read(text)
		}
	}
	for _, l := range t.Links {
		for _, text := range []string{l.Because, l.Description, l.Dropped} {
			read(text)
		}
	}
	for _, c := range t.Configurations {
		for _, text := range []string{c.Title, c.Because, c.Description} {
			read(text)
		}
	}
	names := make(map[string]bool)
	for word := range capital {
		if !small[word] {
			names[word] = true
		}
	}
	for _, word := range strings.Fields(alwaysCapital) {
		names[word] = true
	}
	return names
}
