package scene

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"icamo/theory"
)

// shortCitation is the first author's name and the year of a source whose citation begins with an author, such as "Egmose CH, et al.
// (2024) BMC Psychiatry", with a letter where another source of the theory has the same two: "Smith 2020b". Of any other it is the id.
func shortCitation(t *theory.Theory, s *theory.Source) string {
	author, year := authorOf(s.Citation), yearOf(s.Citation)
	if author == "" || year == "" {
		return s.ID
	}
	alike, at := 0, 0
	for _, other := range t.Sources {
		if other == s {
			at = alike
		}
		if strings.HasPrefix(strings.TrimSpace(other.Citation), author) && authorOf(other.Citation) == author && yearOf(other.Citation) == year {
			alike++
		}
	}
	switch {
	case alike < 2:
		return author + " " + year
	case at > 'z'-'a':
		return s.ID
	}
	return author + " " + year + string(rune('a'+at))
}

const mostNames = 4 // words that the name of an author or an organization has

// What may stand in the name of an author in small letters, and what after it.
var (
	particles   = []string{"van", "von", "der", "den", "de", "del", "della", "di", "da", "la", "le", "du", "af", "av", "ten", "ter"}
	afterAuthor = []string{"et", "and", "&", "og", "m.fl"}
)

// authorOf is the name with which a citation begins: up to a comma, to initials, to another author, or to the year. "" where it does
// not begin with one.
func authorOf(citation string) string {
	var names []string
	for _, word := range strings.Fields(citation) {
		name := strings.TrimRight(word, ",.;:")
		if len(names) > 0 && (areInitials(name) || slices.Contains(afterAuthor, name) || yearOf(name) != "") {
			return strings.Join(names, " ")
		}
		first, _ := utf8.DecodeRuneInString(name)
		if len(names) == mostNames || !unicode.IsUpper(first) && !slices.Contains(particles, name) {
			return ""
		}
		if names = append(names, name); strings.HasSuffix(word, ",") {
			return strings.Join(names, " ")
		}
	}
	return ""
}

// areInitials says whether a word is the initials of an author: "AB", "A.B", "J-P".
func areInitials(word string) bool {
	letters := []rune(strings.NewReplacer(".", "", "-", "").Replace(word))
	return 0 < len(letters) && len(letters) <= 4 && !slices.ContainsFunc(letters, func(r rune) bool { return !unicode.IsUpper(r) })
}

// yearOf is the first year in a text, with the letter that follows it, if one does; "" for none.
func yearOf(text string) string {
	for i := 0; i+4 <= len(text); i++ {
		if n, err := strconv.Atoi(text[i : i+4]); err != nil || n < 1500 || n >= 2200 {
			continue
		}
		if rest := text[i+4:]; rest != "" && 'a' <= rest[0] && rest[0] <= 'z' && (len(rest) == 1 || !unicode.IsLetter(rune(rest[1]))) {
			return text[i : i+5]
		}
		return text[i : i+4]
	}
	return ""
}
