package theory

import "testing"

func TestLanguageTag(t *testing.T) {
	for said, want := range map[string]string{"": "en", "da": "da", "DA": "DA", "pt-BR": "pt-BR", "zh-Hant-TW": "zh-Hant-TW", "sma": "sma",
		"dk": "und", "Danish": "und", "dansk sprog!": "und", "da_DK": "und", "-": "und"} {
		if got := LanguageTag(said); got != want {
			t.Errorf("%q is tagged %q, not %q", said, got, want)
		}
	}
}
