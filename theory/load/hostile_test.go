package load_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"icamo/theory/load"
	"icamo/theory/theorytest"
)

// TestHostileFiles loads files made to cost much, none over the size limit: each is answered by one fault that can be
// read, or by few, within a second of the processor's time.
func TestHostileFiles(t *testing.T) {
	const deep = "values nest deeper than 16 levels"
	few := func(count int, line func(i int) string) string {
		var b strings.Builder
		for i := range count {
			b.WriteString(line(i))
		}
		return b.String()
	}
	for name, c := range map[string]struct{ text, want string }{
		"brackets":              {"x=" + strings.Repeat("[", 2_900_000), "nested more than the maximum"},
		"braces":                {"x=" + strings.Repeat("{a=", 1_000_000), "nested more than the maximum"},
		"17 brackets":           {"x=" + strings.Repeat("[", 17) + strings.Repeat("]", 17), deep},
		"17 braces":             {"x=" + strings.Repeat("{a=", 17) + "1" + strings.Repeat("}", 17), deep},
		"dotted key":            {strings.Repeat("a.", 20_000) + "a=1", "a dotted key has more than 16 parts"},
		"dotted header":         {"[" + strings.Repeat("a.", 200_000) + "a]", "a dotted key has more than 16 parts"},
		"a list of millions":    {"x=[" + strings.Repeat("1,", 3_100_000) + "1]", "more than 3000000 brackets, commas and equals signs"},
		"a key of millions":     {strings.Repeat("a.", 4_000_000) + "a=1", "more than 1000000 dots"},
		"long id":               {"[mechanism." + strings.Repeat("x", 1_000_000) + "]\nlabel=\"a\"", "a key or id has more than 1000 characters"},
		"long key":              {"\"" + strings.Repeat(`\u202e`, 1_000) + "\"=1", "a key or id has more than 1000 characters"},
		"600,000 links":         {strings.Repeat("[[link]]\nfrom=\"a\"\nto=\"a\"\n", 600_000), "more than 400000 tables"},
		"600,000 nodes":         {strings.Repeat("[[mechanism]]\nlabel=\"a\"\n", 600_000), "more than 400000 tables"},
		"a million links":       {strings.Repeat("[[link]]\nfrom=\"a\"\nto=\"a\"\n", 1_000_000), "more than 3000000 brackets, commas and equals signs"},
		"half a million tables": {few(500_000, func(i int) string { return fmt.Sprintf("[outcome.o%d]\nlabel=\"o\"\n", i) }), "more than 400000 tables"},
		"a megabyte unknown":    {"[outcome.o]\nlabel=\"o\"\n[[link]]\nfrom=\"" + strings.Repeat("x", 1_000_000) + "\"\nto=\"o\"", "unknown node \"xxx"},
		"a list of dates":       {"x=[" + strings.Repeat("2020-01-01T00:00:00Z,", 1_000_000) + "]", "more than 100000 entries"},
		"a text of megabytes":   {"[outcome.o]\nlabel=\"" + strings.Repeat("x", 32_000_000) + "\"", "longer than a megabyte"},
		"a list of such texts":  {"[outcome.o]\nbeneficiary=[\"a\",'" + strings.Repeat("\u202e", 600_000) + "']", "longer than a megabyte"},
		"a megabyte for a word": {"[outcome.o]\nlabel=\"o\"\nhorizon=\"" + strings.Repeat("x", 1_000_000) + "\"", "cannot be \"xxx"},
		"a thousand files":      {"theory.include=[" + few(100_000, func(i int) string { return fmt.Sprintf("\"%d\",", i) }) + "]", "of more than 1000 files"},
		"unknown keys":          {"[outcome.o]\nlabel=\"o\"\n" + few(100_000, func(i int) string { return fmt.Sprintf("k%d=1\n", i) }), "and more unknown keys"},
		"unknown references": {
			few(20_000, func(i int) string { return fmt.Sprintf("[outcome.o%d]\nlabel=\"o\"\n", i) }) +
				few(20_000, func(i int) string { return fmt.Sprintf("[[link]]\nfrom=\"a%d\"\nto=\"o%d\"\n", i, i) }), "unknown node \"a19999\"",
		},
		"one long line": {
			"[outcome.o]\nlabel=\"o\"\nsupported_by=[" + few(50_000, func(i int) string { return fmt.Sprintf("\"é%d\",", i) }) + "]", "unknown evidence",
		},
		"a long number":      {"x=" + strings.Repeat("9", 1_000_000), "the number is too large"},
		"a long fraction":    {"x=1." + strings.Repeat("9_9", 300_000) + "e999", "the number is too large"},
		"a month too many":   {"x=2020-13-01", "no such date or time"},
		"a long date":        {"x=2020-01-01T00:00:00." + strings.Repeat("9", 1_000_000) + "+00:60", "no such date or time"},
		"UTF-16":             {"\xff\xfe[\x00t\x00h\x00", "not UTF-8"},
		"UTF-16, big-endian": {"\x00[\x00t\x00h\x00e", "this is not TOML"},
		"Latin-1":            {"[outcome.o]\nlabel=\"h\xe5b\"", "not UTF-8"},
		"a zero byte":        {"[outcome.o]\nlabel=\"h\x00b\"", "this is not TOML"},
		"an escape sequence": {"[outcome.o]\nlabel=\"\\u001b[2J\"", "control"},
		"only line ends":     {strings.Repeat("\n", load.MaxFileSize-100), ""},
	} {
		t.Run(name, func(t *testing.T) {
			text := c.text
			if !strings.HasPrefix(text, "theory.") {
				text = head + text
			} else {
				text = "theory.id=\"t\"\ntheory.title=\"T\"\n" + text
			}
			start := cpuTime()
			th := theorytest.Load(t, text)
			found := c.want == ""
			for _, f := range th.Faults {
				_ = f.At.Range()
				found = found || strings.Contains(f.Message, c.want)
				if len(f.Message) > 1_000 {
					t.Errorf("a message of %d bytes: %.100s", len(f.Message), f.Message)
				}
			}
			took := cpuTime() - start
			if took > time.Second && !testing.Short() {
				t.Errorf("%d bytes took %v", len(text), took)
			}
			if !found {
				t.Errorf("no fault says %q; there are %d: %.300v", c.want, len(th.Faults), th.Faults[:min(2, len(th.Faults))])
			}
			t.Logf("%d bytes, %d faults, %v", len(text), len(th.Faults), took.Round(time.Millisecond))
		})
	}
}
