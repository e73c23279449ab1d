package wording

import "strings"

// Language is the tool's own words in one language.
type Language struct {
	and, or       string
	more          string // "and %d more"
	others        string // "and others", without their number
	leadsTo       string // what a link says that promotes
	inhibits      string
	interval      string // a trial's 95 % confidence interval, from its two ends
	lowerIsBetter string // of a scale that runs downwards
	notReviewed   string
	plural        func(noun string) string
}

// English is the language of all that icamo prints.
var English = &Language{
	and:           "and",
	or:            "or",
	more:          "and %d more",
	others:        "and others",
	leadsTo:       "leads to",
	inhibits:      "inhibits",
	interval:      "95 %% CI %s to %s",
	lowerIsBetter: "lower is better",
	notReviewed:   "not reviewed yet",
	plural:        englishPlural,
}

// englishPlural is a regular noun for many: "nodes", "theories", "pieces of evidence".
func englishPlural(noun string) string {
	head, rest, phrase := strings.Cut(noun, " of ")
	if phrase {
		return englishPlural(head) + " of " + rest
	}
	if stem, ends := strings.CutSuffix(noun, "y"); ends {
		return stem + "ies"
	}
	return noun + "s"
}

// Key is a key or table of the format as a reader meets it: "formal theory" for "formal_theory".
func Key(name string) string { return strings.ReplaceAll(name, "_", " ") }

// Word is a word of the format as a reader meets it: "not tested" for "not-tested".
func (l *Language) Word(word string) string { return strings.ReplaceAll(word, "-", " ") }
