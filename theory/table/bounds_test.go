package table

import (
	"fmt"
	"strings"
	"testing"

	"icamo/theory"
)

const bare = "[mechanism.m]\nlabel = \"M\"\n[outcome.o]\nlabel = \"O\"\n"

func many(count int, line string) string {
	var b strings.Builder
	for i := range count {
		b.WriteString(strings.ReplaceAll(line, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// TestWhatNoTableCanShow holds that tables which grow with the product of what stands in a file are refused.
func TestWhatNoTableCanShow(t *testing.T) {
	long := strings.Repeat("x", 1_000_000)
	joined := many(5_000, "[[link]]\nfrom = \"m\"\nto = \"o\"\n") + many(1_001, "[configuration.c#]\ntitle = \"C\"\nmechanism = [\"m\"]\noutcome = [\"o\"]\n")
	for _, c := range []struct {
		name, text, want string
		of               func(*theory.Theory) (*Table, error)
	}{
		{"columns", "[case.p]\nlabel = \"P\"\n" + many(16_383, "[configuration.c#]\ntitle = \"C\"\n"), "it can have 16384 columns", Cases},
		{"cells", many(3_000, "[case.p#]\nlabel = \"P\"\n") + many(2_000, "[configuration.c#]\ntitle = \"C\"\n"), "2002 columns and 3000 rows", Cases},
		{"a long label in rows", "[mechanism.long]\nlabel = \"" + long + "\"\n" + many(300, "[configuration.c#]\ntitle = \"C\"\nmechanism = [\"long\"]\n"), "256 MiB", ICAMO},
		{"a long label in sentences", "[mechanism.long]\nlabel = \"" + long + "\"\n" + many(300, "[configuration.c#]\ntitle = \"C\"\nmechanism = [\"long\"]\n"), "256 MiB", Statements},
		{"links in each row", joined, "5 million links", ICAMO},
		{"links in each sentence", joined, "5 million links", Statements},
		{"a long quote", "[evidence.e]\ntype = \"quote\"\ntext = \"" + long + "\"\n[[link]]\nfrom = \"m\"\nto = \"o\"\nsupported_by = [" + strings.Repeat("\"e\",", 300) + "]\n", "256 MiB", Evidence},
	} {
		if _, err := c.of(loadFile(t, bare+c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
	if laid, err := Cases(loadFile(t, bare+"[case.p]\nlabel = \"P\"\n"+many(16_382, "[configuration.c#]\ntitle = \"C\"\nactive_in = [\"p\"]\n"))); err != nil || len(laid.Columns) != 16_383 {
		t.Errorf("as many columns as can be: %v", err)
	}
}

// TestLongListsEnd holds that a cell names no more than can be read, and names all where it can.
func TestLongListsEnd(t *testing.T) {
	configuration := "[configuration.c#]\ntitle = \"C\"\ncontext = [\"o\"]\nmechanism = [\"m\"]\noutcome = [\"o\"]\n"
	link := "[[link]]\nfrom = \"m\"\nto = \"o\"\nsupported_by = [\"e\"]\n[evidence.e]\ntype = \"finding\"\n"
	for _, c := range []struct {
		text, column, want string
		of                 func(*theory.Theory) (*Table, error)
	}{
		{many(3, configuration), "Ripple", "O → context of c1, c2", ICAMO},
		{many(21, configuration), "Ripple", "O → context of c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20", ICAMO},
		{many(22, configuration), "Ripple", "O → context of c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20 and others", ICAMO},
		{many(2, configuration) + "[configuration.gone]\ntitle = \"G\"\ncontext = [\"o\"]\ndropped = \"not seen\"\n", "Ripple", "O → context of c1", ICAMO},
		{link + many(3, configuration), "Configuration", "c0, c1, c2", Evidence},
		{link + many(21, configuration), "Configuration", "c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19 and others", Evidence},
		{link + "cases = [" + many(3, "\"p#\",") + "]\n" + many(3, "[case.p#]\nlabel = \"p#\"\n"), "Case", "p0\np1\np2", Evidence},
		{link + "cases = [" + many(1_000, "\"p#\",") + "]\n" + many(1_000, "[case.p#]\nlabel = \"p#\"\n"), "Case", strings.TrimSuffix(many(100, "p#\n"), "\n") + "\nand 900 more", Evidence},
	} {
		laid, err := c.of(loadFile(t, bare+c.text))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i, column := range laid.Columns {
			if column == c.column {
				got = laid.Rows[0][i].String()
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.column, got, c.want)
		}
	}
}
