package table

import (
	"strings"
	"unicode"
)

// verb is the place of a label's finite verb; 0 where it has none, and is a noun.
func verb(words []string) int {
	words = words[:min(len(words), longest)]
	for i, word := range words {
		if i == 0 {
			continue
		}
		before := words[:i]
		subject := words[i-1]
		if possessive(subject) {
			continue
		}
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case prepositions(word) || relatives(word) || strings.HasSuffix(subject, ",") || word == "and" || word == "or":
			return 0 // what follows belongs to a noun before it
		case auxiliaries(word):
			return i
		case finite(word, plural(before), next, before):
			return i
		}
	}
	return 0
}

// finite says whether a word is a verb that agrees with the subject before it. Words that are as often nouns count as
// verbs only where what follows is an object.
func finite(word string, plural bool, next string, subject []string) bool {
	base, third := word, false
	if !verbs(base) && !nounOrVerb(base) {
		base, third = infinitive(word)
	}
	if third == plural {
		return false
	}
	switch person := countNouns(singular(subject[len(subject)-1])); {
	case verbs(base):
		return true
	case !nounOrVerb(base):
		return false
	case plural && person, objects(next):
		return true
	case prepositions(next):
		return person && len(subject) == 1 && intransitive(base)
	default: // "health worker visits homes", but not "peer groups offer"
		return person && len(subject) > 1 && next != "" && !verbs(next) && !nounOrVerb(next) && !auxiliaries(next)
	}
}

// infinitive undoes the ending of the third person: "carries", "watches", "helps".
func infinitive(word string) (string, bool) {
	for _, ending := range [][2]string{{"ies", "y"}, {"es", ""}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(word, ending[0]); ok {
			if base := stem + ending[1]; verbs(base) || nounOrVerb(base) {
				return base, true
			}
		}
	}
	return word, false
}

// predicate is the place where a headline leaves out "is" or "are": before a participle ("child matched with a peer") or
// an adverb ("child acutely unwell"); 0 where it does not.
func predicate(words []string) int {
	for i := 1; i < len(words); i++ {
		word := words[i]
		if prepositions(word) || relatives(word) || objects(word) || word == "and" || word == "or" || strings.HasSuffix(words[i-1], ",") {
			return 0
		}
		last := i == len(words)-1
		if participle(word) && (last || prepositions(words[i+1])) && nominal(words[:i]) {
			return i
		}
		if strings.HasSuffix(word, "ly") && !last && !possessive(words[i-1]) && countNouns(singular(words[i-1])) {
			return i
		}
	}
	return 0
}

// nominal says whether words can be a subject: they end in a noun, as far as its form tells.
func nominal(words []string) bool {
	last := words[len(words)-1]
	if possessive(last) {
		return false
	}
	return countNouns(singular(last)) || strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss")
}

func participle(word string) bool {
	return irregularParticiples(word) || len(word) > 4 && strings.HasSuffix(word, "ed") && !notParticiples(word)
}

// be is "is" or "are", as the head of the noun asks.
func be(noun []string) string {
	if plural(noun) {
		return "are"
	}
	return "is"
}

// plural says whether the head of a noun, the last word before a preposition, comma or conjunction, is a plural.
func plural(noun []string) bool {
	head := head(noun)
	if head == 0 {
		return false
	}
	word := strings.TrimRight(noun[head-1], ",")
	switch {
	case irregularPlurals(word):
		return true
	case strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "us"), strings.HasSuffix(word, "is"), possessive(word):
		return false
	}
	return len(word) > 2 && strings.HasSuffix(word, "s")
}

// head is the number of words up to the head of a noun and with it.
func head(noun []string) int {
	for i, word := range noun {
		if i > 0 && (prepositions(word) || relatives(word) || word == "and" || word == "or" || word == "to") {
			return i
		}
		if strings.HasSuffix(word, ",") {
			return i + 1
		}
	}
	return len(noun)
}

// withArticle gives a noun the article that a headline leaves out, where its head can be counted: "a peer".
func withArticle(noun []string) []string {
	if len(noun) == 0 || determiners(noun[0]) || unicode.IsUpper([]rune(noun[0])[0]) {
		return noun // a name often goes without
	}
	if possessive(noun[0]) && countNouns(owner(noun[0])) {
		return append([]string{article(noun[0])}, noun...)
	}
	if strings.HasSuffix(noun[0], "ing") && len(noun) > 2 {
		return noun // "voicing a dream"
	}
	if at := head(noun); at > 0 && countNouns(strings.TrimRight(noun[at-1], ",")) {
		return append([]string{article(noun[0])}, noun...)
	}
	return noun
}

// articles does the same for each noun after a preposition, where nothing but one adjective stands between.
func articles(words []string) []string {
	var out []string
	for i, word := range words {
		out = append(out, word)
		if !prepositions(word) || i+1 == len(words) || determiners(words[i+1]) || objects(words[i+1]) {
			continue
		}
		at := i + 1 + head(words[i+1:])
		noun := strings.TrimRight(words[at-1], ",")
		if length := at - i - 1; length == 2 && countNouns(noun) || length == 1 && countNouns(noun) && !institutions(noun) {
			out = append(out, article(words[i+1]))
		}
	}
	return out
}

func article(before string) string {
	eight := strings.HasPrefix(before, "8") || strings.HasPrefix(before, "11-") || strings.HasPrefix(before, "18-")
	if eight || strings.ContainsRune("aeio", rune(before[0])) || strings.HasPrefix(before, "un") && !strings.HasPrefix(before, "uni") {
		return "an"
	}
	return "a"
}

func singular(word string) string {
	word = owner(strings.TrimRight(word, ","))
	if s, ok := irregularSingulars[word]; ok {
		return s
	}
	if strings.HasSuffix(word, "ies") {
		return strings.TrimSuffix(word, "ies") + "y"
	}
	if strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

// possessive says whether a word is an owner: "child's", "peers'".
func possessive(word string) bool { return owner(word) != word }

// owner is who a possessive speaks of: the "child" of "child's", the "peers" of "peers'".
func owner(word string) string {
	for _, apostrophe := range []string{"'", "’"} {
		if of, ok := strings.CutSuffix(word, apostrophe+"s"); ok {
			return of
		}
		if of, ok := strings.CutSuffix(word, apostrophe); ok && strings.HasSuffix(of, "s") {
			return of
		}
	}
	return word
}
