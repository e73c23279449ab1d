package console

import (
	"bytes"
	"errors"
	"slices"
	"testing"
)

func TestLines(t *testing.T) {
	for colour, want := range map[bool]string{false: "1 error: bold\n", true: "\x1b[31m1 error\x1b[0m: \x1b[1mbold\x1b[0m\n"} {
		var out bytes.Buffer
		p := NewPrinter(&out, colour)
		p.Line(p.Paint(Red, "1 error"), ": ", p.Paint(Bold, "bold"))
		if err := p.Flush(); err != nil || out.String() != want {
			t.Errorf("colour %v: %q, %v; want %q", colour, out.String(), err, want)
		}
	}
}

// full is a disk that is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestFlushSaysWhatWentWrong(t *testing.T) {
	p := NewPrinter(full{}, false)
	for range 10_000 {
		p.Line("a line")
	}
	if err := p.Flush(); err == nil {
		t.Error("nothing went wrong on a full disk")
	}
}

func TestWrap(t *testing.T) {
	for text, want := range map[string][]string{
		"":                        {""},
		"one two  three":          {"one two", "three"},
		"tæller æøå not bytes":    {"tæller", "æøå not", "bytes"},
		"a incomprehensibilities": {"a", "incomprehensibilities"},
	} {
		if got := Wrap(text, 8); !slices.Equal(got, want) {
			t.Errorf("%q is wrapped as %q, want %q", text, got, want)
		}
	}
}
