package theorytest

import (
	"fmt"
	"strings"
	"testing"

	"icamo/theory"
)

// Sample is a value of a key: as a theory file writes it, and a text by which an output that tells it can be known; "" for a
// flag that is not set.
type Sample struct{ TOML, Text string }

// Samples are two values of a key, which no other key has.
func Samples(key *theory.Key) (first, second Sample) {
	one, other := "first-"+strings.ReplaceAll(key.Name, "_", "-"), "second-"+strings.ReplaceAll(key.Name, "_", "-")
	switch key.Type {
	case theory.Word:
		one, other = key.Words[0], key.Words[1]
		return Sample{quoted(one), one}, Sample{quoted(other), other}
	case theory.Text, theory.Reference:
		return Sample{quoted(one), one}, Sample{quoted(other), other}
	case theory.Texts, theory.References:
		return Sample{"[" + quoted(one) + "]", one}, Sample{"[" + quoted(other) + "]", other}
	case theory.Words:
		one, other = key.Words[0], key.Words[1]
		return Sample{"[" + quoted(one) + "]", one}, Sample{"[" + quoted(other) + "]", other}
	case theory.Whole:
		return Sample{"31", "31"}, Sample{"32", "32"}
	case theory.Number:
		return Sample{"0.5625", "0.5625"}, Sample{"0.3125", "0.3125"}
	case theory.Flag:
		return Sample{"true", "true"}, Sample{"false", ""}
	case theory.Interval:
		return Sample{"[0.125, 1]", "0.125"}, Sample{"[0.375, 2]", "0.375"}
	case theory.Attributes:
		return Sample{"{ a = 71 }", "71"}, Sample{"{ a = 72 }", "72"}
	default:
		return Sample{"{ PT206 = " + quoted(one) + " }", one}, Sample{"{ PT206 = " + quoted(other) + " }", other}
	}
}

func quoted(text string) string { return fmt.Sprintf("%q", text) }

// EveryKey calls a test for each key of the format.
func EveryKey(t *testing.T, test func(t *testing.T, table *theory.Table, key *theory.Key)) {
	for i := range theory.Format {
		table := &theory.Format[i]
		for k := range table.Keys {
			key := &table.Keys[k]
			t.Run(table.Name+"."+key.Name, func(t *testing.T) { test(t, table, key) })
		}
	}
}

// WithKey is the text of a theory with one element of a table, "x" or the link from a to b, which has all the keys that it
// must have and the one given.
func WithKey(table *theory.Table, key *theory.Key, value Sample) string {
	var b strings.Builder
	b.WriteString("[theory]\n")
	required := func(of *theory.Table) {
		for _, k := range of.Keys {
			if first, _ := Samples(&k); k.Required && (of.Name != table.Name || k.Name != key.Name) {
				fmt.Fprintf(&b, "%s = %s\n", k.Name, first.TOML)
			}
		}
	}
	required(&theory.Format[0])
	switch {
	case table.Single:
	case table.Repeated:
		fmt.Fprintf(&b, "[[%s]]\n", table.Name)
		required(table)
	default:
		fmt.Fprintf(&b, "[%s.x]\n", table.Name)
		required(table)
	}
	fmt.Fprintf(&b, "%s = %s\n", key.Name, value.TOML)
	return b.String()
}
