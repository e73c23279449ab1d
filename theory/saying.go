package theory

import (
	"fmt"
	"strings"
	"unicode"
)

// Empty says whether a piece of evidence says nothing: it has no words, and no result either where it is an effect.
func (e *Evidence) Empty() bool {
	return !strings.ContainsFunc(e.Text, isSpoken) && !(e.Type == EffectType && e.hasResult())
}

func (e *Evidence) hasResult() bool {
	return e.Finding != "" || e.Estimate != nil || e.Interval != nil || e.P != ""
}

// Words are what a piece of evidence says, of which source, for comparing: two pieces that say the same are one, whatever
// their ids and cases. Letter case, white space and punctuation make no difference.
func (e *Evidence) Words() string {
	said := Spoken(e.Text)
	if e.Type == EffectType {
		said += fmt.Sprintf("\x00%s\x00%s\x00%s", Spoken(e.Measure), e.P, e.Finding)
		if e.Estimate != nil {
			said += fmt.Sprintf("\x00%v", *e.Estimate)
		}
		if e.Interval != nil {
			said += fmt.Sprintf("\x00%v", *e.Interval)
		}
	}
	return said + "\x00" + e.Source.ID
}

// isSpoken says whether a character is more than white space, punctuation or what cannot be seen.
func isSpoken(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !hidden(r) }

// Spoken is a text in small letters without what is not spoken: white space, punctuation and what cannot be seen.
func Spoken(text string) string {
	seen := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.IsPunct(r):
			return ' '
		case hidden(r):
			return -1
		}
		return unicode.ToLower(r)
	}, text)
	return strings.Join(strings.Fields(seen), " ")
}

// Bare says whether a piece of evidence is a result alone, of which nothing says what was measured: several outcomes of one
// trial may all have changed for the better.
func (e *Evidence) Bare() bool {
	return e.Type == EffectType && !strings.ContainsFunc(e.Text, isSpoken) && e.Measure == "" && e.Estimate == nil
}

// Visible is what can be seen of a text: without characters that show nothing, and with single spaces between words.
func Visible(text string) string {
	if isVisible(text) {
		return text
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if !unicode.IsSpace(r) && hidden(r) {
			return -1
		}
		return r
	}, text)), " ")
}

// isVisible says whether a text is of printable ASCII with single spaces alone, as most labels are.
func isVisible(text string) bool {
	space := true // before, or where the text starts
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == ' ' && space {
			return false
		}
		space = text[i] == ' '
	}
	return !space || text == ""
}

// hidden says whether a character shows nothing: controls, formats, and letters and signs that are blank by design.
func hidden(r rune) bool {
	switch r {
	case '\u115F', '\u1160', '\u2800', '\u3164', '\uFFA0', '\u034F', '\u17B4', '\u17B5':
		return true
	}
	return !unicode.IsGraphic(r) || unicode.Is(unicode.Variation_Selector, r)
}
