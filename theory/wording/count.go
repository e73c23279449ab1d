package wording

import (
	"strconv"
)

// Counted is a number of things: "1 node", "2 nodes", "2 pieces of evidence".
func (l *Language) Counted(n int, noun string) string {
	if n != 1 {
		noun = l.plural(noun)
	}
	return strconv.Itoa(n) + " " + noun
}

// Decimal is a number with as many digits as the theory gives it.
func Decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
