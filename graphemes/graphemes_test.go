package graphemes

import (
	"strings"
	"testing"
)

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "æ": 1, "e\u0301": 1, "日本": 4, strings.Repeat("x", 9) + "🙂": 11} {
		if got := Columns(text); got != want {
			t.Errorf("%q is %d columns wide, want %d", text, got, want)
		}
	}
}
