package scene

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"icamo/theory/theorytest"
)

// TestWhatNoPageCanShow asks for figures that no page has room for, and holds that each is refused at once.
func TestWhatNoPageCanShow(t *testing.T) {
	const head = "[theory]\nid=\"t\"\ntitle=\"T\"\n"
	var many strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&many, "[mechanism.m%d]\nlabel=\"M\"\n", i)
	}
	long := "[mechanism.a]\nlabel=\"a\"\n"
	for i := range 200 {
		long += fmt.Sprintf("[mechanism.m%d]\nlabel=\"%s\"\n", i, strings.Repeat("word ", 399))
	}
	for want, text := range map[string]string{
		"has 1000000 bytes":          "[mechanism.a]\nlabel=\"" + strings.Repeat("word ", 200_000)[:999_999] + "x\"\n",
		"has 1000001 bytes":          "[mechanism.a]\nlabel=\"" + strings.Repeat("x", 1_000_001) + "\"\n",
		"the title has 2001 bytes":   "[theory]\nid=\"t\"\ntitle=\"" + strings.Repeat("x", 2_001) + "\"\n[mechanism.a]\nlabel=\"a\"\n",
		"5000 nodes are more than ":  many.String(),
		"2001 links are more than ":  "[mechanism.a]\nlabel=\"A\"\n" + strings.Repeat("[[link]]\nfrom=\"a\"\nto=\"a\"\n", 2_001),
		"have 398801 bytes together": long,
	} {
		if !strings.HasPrefix(text, "[theory]") {
			text = head + text
		}
		th := theorytest.Load(t, text)
		start := time.Now()
		if _, err := New(th, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %.300v, want %s", err, want)
		}
		if err := Drawable(th); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %.300v, want %s", err, want)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("refused after %v", took)
		}
	}
}
