package wording

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"icamo/theory"
)

// Language is the tool's own words in one language, with those that a project sets itself.
type Language struct {
	danish bool
	set    map[string]string // by key
}

// English is the language of the command's messages, and of a theory in a language that has no words here.
var English = &Language{}

// Of is the language of a theory: what is made of it for readers is worded in it.
func Of(t *theory.Theory) *Language {
	l := Language{danish: primary(t.Language) == "da", set: t.Words}
	if !l.danish && len(l.set) == 0 {
		return English
	}
	return &l
}

// Tag is the language of the tool's own words, as BCP 47 has it.
func (l *Language) Tag() string {
	if l.danish {
		return "da"
	}
	return "en"
}

// Missing says that a theory's language is none, or one that the tool has no words in, so that its own words are English; "" where
// it has words, or the project sets some.
func Missing(t *theory.Theory) string {
	switch code := primary(t.Language); {
	case t.Language == "" || code == "en" || code == "da" || len(t.Words) > 0:
		return ""
	case !theory.IsLanguageTag(t.Language):
		return fmt.Sprintf("language %q is no tag of a language, such as \"en\" or \"da\"; the tool's own words are in English", t.Language)
	}
	return fmt.Sprintf("the tool has no words in the language %q; its own words are in English, unless [words] in icamo.toml sets them", t.Language)
}

func primary(tag string) string {
	first, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return first
}

// Say gives a word or phrase of Groups, by its English. Where that is asked for with a capital, it begins with one. What is put in
// stands in the places of {1} and {2}.
func (l *Language) Say(english string, with ...string) string {
	said := english
	if l != English {
		said = l.translated(english)
	}
	for i, text := range with {
		said = strings.ReplaceAll(said, place(i+1), hidden.Replace(text))
	}
	if len(with) > 0 {
		said = shown.Replace(said)
	}
	return said
}

// What is put in must not be taken for a place itself.
var (
	hidden = strings.NewReplacer("{", "\x00")
	shown  = strings.NewReplacer("\x00", "{")
)

func (l *Language) translated(english string) string {
	word, known := Find(KeyOf(english))
	if !known {
		return english
	}
	said := word.English
	if l.danish {
		said = word.Danish
	}
	if own := l.set[KeyOf(english)]; own != "" {
		said = own
	}
	if first, _ := utf8.DecodeRuneInString(english); unicode.IsUpper(first) {
		said = Capital(said)
	}
	return said
}

// Capital is a text that begins with a capital.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// KeyOf is the key by which icamo.toml sets a word: the letters and digits of its English, in lower case, the words joined by
// hyphens.
func KeyOf(english string) string {
	var key strings.Builder
	for _, r := range english {
		switch {
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			key.WriteRune(unicode.ToLower(r))
		case key.Len() > 0 && !strings.HasSuffix(key.String(), "-"):
			key.WriteByte('-')
		}
	}
	plain := strings.TrimSuffix(key.String(), "-")
	if strings.HasSuffix(english, ".") && plain == strings.ToLower(english[:len(english)-1]) {
		return plain + "-short" // "No." is not "no"
	}
	return plain
}

// Find finds a word by its key.
func Find(key string) (Word, bool) {
	w, ok := byKey()[key]
	return w, ok
}

var byKey = sync.OnceValue(func() map[string]Word {
	all := make(map[string]Word)
	for _, g := range Groups {
		for _, w := range g.Words {
			all[KeyOf(w.English)] = w
		}
	}
	return all
})

// Keys are the keys of all words, in order.
func Keys() []string {
	var keys []string
	for _, g := range Groups {
		for _, w := range g.Words {
			keys = append(keys, KeyOf(w.English))
		}
	}
	return keys
}

// plural is a noun for many.
func plural(noun string) string {
	head, rest, phrase := strings.Cut(noun, " of ")
	if phrase {
		return plural(head) + " of " + rest
	}
	if stem, ends := strings.CutSuffix(noun, "y"); ends {
		return stem + "ies"
	}
	return noun + "s"
}

// Key is a key or table of the format as a reader meets it: "formal theory" for "formal_theory".
func Key(name string) string { return strings.ReplaceAll(name, "_", " ") }

// Key is a key or table of the format as a reader meets it; an attribute of a case, which is the theory's word, stands as it is.
func (l *Language) Key(name string) string { return l.Say(Key(name)) }

// Field is a key, or a part of one, as a reader meets it: "accepted PT201" for "accept.PT201".
func (l *Language) Field(name string) string {
	switch key, part, inPart := strings.Cut(name, "."); {
	case !inPart:
		return l.Key(name)
	case key == "accept":
		return l.Say("accepted") + " " + part
	default:
		return l.Key(key) + " " + Key(part)
	}
}

// Value is what a case is said to be under an attribute; where that is true or false, in words.
func (l *Language) Value(a theory.Attribute) string {
	switch a.Value {
	case "true":
		return l.Say("yes")
	case "false":
		return l.Say("no")
	}
	return a.Value
}

// Attribute is an attribute of a case with what it is.
func (l *Language) Attribute(a theory.Attribute) string { return Key(a.Name) + ": " + l.Value(a) }

// Each is some words of the format as a reader meets them.
func (l *Language) Each(words []string) []string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = l.Word(word)
	}
	return all
}

// Word is a word of the format as a reader meets it: "not tested" for "not-tested".
func (l *Language) Word(word string) string { return l.Say(strings.ReplaceAll(word, "-", " ")) }
