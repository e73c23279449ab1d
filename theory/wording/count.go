package wording

import (
	"strconv"
	"strings"
)

// Counted is a number of things: "1 node", "2 nodes", "2 pieces of evidence".
func (l *Language) Counted(n int, noun string) string {
	if n != 1 {
		noun = plural(noun)
	}
	return strconv.Itoa(n) + " " + l.Say(noun)
}

// ForAndAgainst counts the cases behind evidence for a claim, and behind evidence against it: "1 case for, 2 cases against".
func (l *Language) ForAndAgainst(pro, contra int) string {
	var said []string
	if pro > 0 {
		said = append(said, l.Say("{1} for", l.Counted(pro, "case")))
	}
	if contra > 0 {
		said = append(said, l.Say("{1} against", l.Counted(contra, "case")))
	}
	return strings.Join(said, ", ")
}

// Decimal is a number with as many digits as the theory gives it.
func Decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// Decimal is a number with as many digits as the theory gives it, and the comma of a language that has one.
func (l *Language) Decimal(n float64) string {
	if l.danish {
		return strings.ReplaceAll(Decimal(n), ".", ",")
	}
	return Decimal(n)
}

// Tally is how many there are of what a word says, with no word to inflect: "3 supported", or in Danish "understøttet (3)".
func (l *Language) Tally(n int, word string) string {
	if l.danish {
		return word + " (" + strconv.Itoa(n) + ")"
	}
	return strconv.Itoa(n) + " " + word
}
