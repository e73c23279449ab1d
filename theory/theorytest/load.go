package theorytest

import (
	"testing"
	"testing/fstest"

	"icamo/theory"
	"icamo/theory/load"
)

// Load reads a theory from the text of one file, t.toml.
func Load(t testing.TB, text string) *theory.Theory {
	t.Helper()
	loaded, err := load.Theory(fstest.MapFS{"t.toml": {Data: []byte(text)}}, "t.toml", func(name string) string { return name })
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

// Faultless reads a theory in which nothing is wrong.
func Faultless(t testing.TB, text string) *theory.Theory {
	t.Helper()
	loaded := Load(t, text)
	for _, f := range loaded.Faults {
		t.Fatal(f.Message)
	}
	return loaded
}
