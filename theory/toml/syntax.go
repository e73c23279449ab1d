package toml

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainSyntax words a parser's complaint as the rest of the messages are. What a parser says to programmers is put into
// words for those who write theories; rest is the text from where it complains.
func plainSyntax(message, rest string) string {
	return "this is not TOML: " + plainComplaint(strings.TrimSuffix(strings.TrimPrefix(message, "toml: "), "."), rest)
}

// unquoted says what a value lacks that is no number, date, list or flag.
const unquoted = "a text must stand in quotation marks"

// plainComplaints are the complaints that common slips lead to, by a part of their words, and what to do.
var plainComplaints = []struct{ part, says string }{
	{"strings cannot have new lines", "a text ends with a quotation mark on the line on which it starts"},
	{"unterminated", "a quotation mark at the end of this text is missing"},
	{"not terminated", "the three quotation marks at the end of this text are missing"},
	{"at start of value", unquoted},
	{"expected keyword", unquoted},
	{"strings must be quoted", unquoted},
	{"expected newline", `nothing may follow a value on its line; a text stands in quotation marks, with \" for one inside it`},
	{"expected '=' after key", "an = must follow the key"},
	{"invalid character at start of key", "a line starts with a key, with a [ before the name of a table, or with a # before a comment"},
	{"to close table name", "a ] must follow the name of a table; an id in it is of small letters, digits and hyphens"},
	{"expected ',' or ']' after array value", "a comma must separate the elements of a list, and a ] end it"},
	{"array is incomplete", "a ] must end the list"},
	{"invalid datetime", "there is no such date or time; a text must stand in quotation marks"},
	{"out of the accepted range", "the number is too large to be read"},
	{"out of range", "the number is too large to be read"},
	{"invalid escape character", `write \\ for a backslash inside a text`},
	{"unicode code point", `write \\ for a backslash inside a text`},
	{"unicode escape", `write \\ for a backslash inside a text`},
}

func plainComplaint(complaint, rest string) string {
	first, _ := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("“”„‟‘’‚‹›«»", first) && rest != "" {
		return fmt.Sprintf(`quotation marks must be straight: write " in place of %c`, first)
	}
	if unicode.IsSpace(first) && !strings.ContainsRune(" \t\r\n", first) || unicode.Is(unicode.Cf, first) {
		return fmt.Sprintf("here is an invisible character (U+%04X); delete it, and type an ordinary space where one is needed", first)
	}
	if first == ',' && strings.Contains(complaint, "expected newline") {
		return "nothing may follow a value on its line; a number is written as 3.5 or 1200, with no comma, and a list stands in [ ]"
	}
	if number := copiedNumber(complaint, rest); number != "" {
		return number
	}
	for _, c := range plainComplaints {
		if !strings.Contains(complaint, c.part) {
			continue
		}
		if flag := flags[strings.ToLower(firstWord(rest))]; c.says == unquoted && flag != "" {
			return fmt.Sprintf("write %s, in small letters; a text must stand in quotation marks", flag)
		}
		if c.says != unquoted && first > unicode.MaxASCII && unicode.IsLetter(first) {
			return fmt.Sprintf("%q is none of the letters of keys and ids, which are a to z, without accents", first)
		}
		return c.says
	}
	return complaint
}

// likeNumber is a number as it is printed: its sign, what stands before the point, and what follows that.
var likeNumber = regexp.MustCompile(`^([−–—‒+-]?)([0-9]*)(\.[0-9]+|)(?:[eE][+-]?[0-9]+)?`)

// copiedNumber says how a number is written in TOML that was copied from a text, with a sign that is no hyphen, or with nothing before
// its point; "" for anything else.
func copiedNumber(complaint, rest string) string {
	switch {
	case strings.Contains(complaint, "expected digit"), strings.Contains(complaint, "at start of value"), strings.Contains(complaint, "expected keyword"):
	default:
		return ""
	}
	m := likeNumber.FindStringSubmatch(rest)
	number, sign := strings.TrimPrefix(m[0], m[1]), m[1]
	if m[2]+m[3] == "" {
		return ""
	}
	if m[2] == "" {
		number = "0" + number
	}
	switch sign {
	case "", "+", "-":
		if m[2] != "" {
			return ""
		}
		return fmt.Sprintf("a digit stands before the point of a number; write %s in place of %s", number, strings.TrimPrefix(m[0], sign))
	}
	return fmt.Sprintf("write -%s, with a hyphen", number)
}

// flags are what is written for true and false.
var flags = map[string]string{"yes": "true", "y": "true", "on": "true", "true": "true", "no": "false", "n": "false", "off": "false", "false": "false"}

func firstWord(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		return text
	}
	return text[:end]
}
