package rows

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"icamo/theory"
	"icamo/theory/exchange/draft"
)

// value is what a cell says, as a value of a key. References are still names.
func value(key theory.Key, text string) (any, error) {
	switch key.Type {
	case theory.Word:
		return word(key, text)
	case theory.Words:
		var words []string
		for _, part := range split(text) {
			w, err := word(key, part)
			if err != nil {
				return nil, err
			}
			words = append(words, w.(string))
		}
		return words, nil
	case theory.Flag:
		switch strings.ToLower(text) {
		case "true", "yes", "x", "1":
			return true, nil
		case "false", "no", "0":
			return false, nil
		}
		return nil, fmt.Errorf("%q is neither true nor false", shortened(text))
	case theory.Whole:
		digits := strings.TrimFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
		n, err := strconv.Atoi(digits)
		if err != nil || n < key.Least || n > key.Largest() {
			return nil, fmt.Errorf("%q is no whole number from %d to %d", shortened(text), key.Least, key.Largest())
		}
		return n, nil
	case theory.Number:
		return number(text)
	case theory.Interval:
		var ends []float64
		for _, part := range split(strings.ReplaceAll(text, " to ", ";")) {
			n, err := number(part)
			if err != nil {
				return nil, err
			}
			ends = append(ends, n)
		}
		if len(ends) != 2 {
			return nil, fmt.Errorf("%q is not two numbers, such as -6.7; -1.6", shortened(text))
		}
		return ends, nil
	case theory.Texts, theory.References:
		return split(text), nil
	case theory.Attributes:
		var pairs []draft.Pair
		for _, line := range split(text) {
			name, says, ok := strings.Cut(line, ":")
			if !ok || strings.TrimSpace(name) == "" {
				return nil, fmt.Errorf("%q is no attribute, such as age: 31", shortened(line))
			}
			pairs = append(pairs, draft.Pair{Name: strings.TrimSpace(name), Value: strings.TrimSpace(says)})
		}
		return pairs, nil
	}
	return text, nil
}

// word is the key's word that a cell means.
func word(key theory.Key, text string) (any, error) {
	said := strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '_' || r == '-' && len(text) > 1 }), "-"))
	for _, w := range key.Words {
		if strings.EqualFold(w, said) {
			return w, nil
		}
	}
	meant := otherWords[said]
	if slices.Contains(key.Words, meant) {
		return meant, nil
	}
	return nil, fmt.Errorf("%q is none of %s", shortened(text), strings.Join(key.Words, ", "))
}

// otherWords are ways to say an effect or status that leave no doubt.
var otherWords = map[string]string{
	"+": "promotes", "positive": "promotes", "promote": "promotes", "increases": "promotes", "enables": "promotes", "strengthens": "promotes", "leads-to": "promotes",
	"-": "inhibits", "−": "inhibits", "–": "inhibits", "negative": "inhibits", "inhibit": "inhibits", "decreases": "inhibits", "blocks": "inhibits", "hinders": "inhibits", "weakens": "inhibits", "reduces": "inhibits",
	"hypothesized": "hypothesised", "hypothesis": "hypothesised", "untested": "not-tested",
}

// number reads a number with a decimal point or a decimal comma.
func number(text string) (float64, error) {
	plain := strings.NewReplacer("−", "-", "–", "-", "\u00a0", "", "\u202f", "", " ", "").Replace(text)
	if !strings.Contains(plain, ".") {
		plain = strings.Replace(plain, ",", ".", 1)
	}
	n, err := strconv.ParseFloat(plain, 64)
	if err != nil || n-n != 0 {
		return 0, fmt.Errorf("%q is no number", shortened(text))
	}
	return n, nil
}

// split takes a cell with several members apart: at line breaks, bullets, and semicolons outside parentheses, never at commas.
func split(text string) []string {
	var members []string
	known := make(map[string]bool)
	depth := 0
	for _, part := range strings.FieldsFunc(text, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth = max(depth-1, 0)
		case '\n', '•', '·', '▪':
			depth = 0
			return true
		}
		return r == ';' && depth == 0
	}) {
		if part = unnumbered(part); part != "" && !known[part] {
			known[part] = true
			members = append(members, part)
		}
	}
	return members
}

// unnumbered is a member without the dash, number or letter before it.
func unnumbered(text string) string {
	text = strings.TrimSpace(text)
	for _, dash := range []string{"- ", "– ", "* "} {
		text = strings.TrimSpace(strings.TrimPrefix(text, dash))
	}
	mark, rest, ok := strings.Cut(text, " ")
	bare := strings.Trim(mark, "().")
	number := len(bare) <= 2 && strings.Trim(bare, "0123456789") == ""
	letter := len(bare) == 1 && strings.HasPrefix(mark, "(")
	if ok && bare != "" && mark != bare && (number || letter) && strings.TrimSpace(rest) != "" {
		return strings.TrimSpace(rest)
	}
	return text
}

func shortened(text string) string {
	return theory.Shortened(strings.Join(strings.Fields(text), " "), 60)
}
