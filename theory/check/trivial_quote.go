package check

import (
	"fmt"
	"unicode"

	"icamo/theory"
)

// TrivialQuote reports quotes that any text holds.
var TrivialQuote = Rule{Code: "PT218", Name: "trivial-quote", Severity: Warning,
	Doc:    "A quote of fewer than three words that carry meaning. Articles, prepositions and the like carry none.",
	Why:    "A quote shows that someone said what the claim says. \"As the\" is found in any text, and shows nothing.",
	Source: "Gilmore et al. (2019), International Journal of Qualitative Methods 18, on transparent realist analysis",
	Remedy: "Quote enough of the sentence that it says something by itself.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-niche"]

[evidence.p5-niche]
type    = "quote"
source  = "egmose-2024"
case    = "p5"
text    = "It was the"
locator = "Results, acting in own life"
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-niche"]

[evidence.p5-niche]
type    = "quote"
source  = "egmose-2024"
case    = "p5"
text    = "It's just finding your niche."
locator = "Results, acting in own life"
`,
	Reads: []string{"type", "text"},
	Run: func(p *Pass) {
		for _, e := range p.Theory.Evidence {
			if e.Type == theory.Quote && !e.Empty() && meaningfulWords(e.Text) < 3 {
				p.Report(&e.Element, e.Key("text"), fmt.Sprintf("the quote %q has fewer than three words that carry meaning; quote more of the sentence", e.ID))
			}
		}
	},
}

// meaningfulWords counts those of a quote. In scripts that write no spaces, two characters are taken for a word.
func meaningfulWords(quote string) int {
	count := 0
	for _, word := range contentWords(quote) {
		unspaced := 0
		for _, r := range word {
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
				unspaced++
			}
		}
		count += max(1, unspaced/2)
	}
	return count
}
