package schema

import (
	_ "embed" // for the head of the page
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"icamo/golden"
	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/theorytest"
)

// pageHead is what the page of the format says before its tables.
//
//go:embed page.md
var pageHead string

// TestPage holds the page of the format to the format.
func TestPage(t *testing.T) {
	golden.Hold(t, "../../docs/theory-file.md", []byte(markdown()))
}

// TestPageExample holds that nothing is found in the theory that the page shows.
func TestPageExample(t *testing.T) {
	example := regexp.MustCompile("(?s)```toml\n(.*?)```").FindStringSubmatch(pageHead)
	if example == nil {
		t.Fatal("the page shows no theory")
	}
	for _, f := range check.Run(theorytest.Faultless(t, example[1]), check.Settings{}) {
		t.Errorf("line %d of the example: %s %s", f.At.Range().Line, f.Rule.Code, f.Message)
	}
}

// markdown is the page: what all kinds of node have in common once, then each table.
func markdown() string {
	var b strings.Builder
	b.WriteString(pageHead)
	var nodes []theory.Table
	for _, t := range theory.Format {
		if slices.Contains(theory.Kinds, theory.Kind(t.Name)) {
			nodes = append(nodes, t)
		}
	}
	common := slices.DeleteFunc(slices.Clone(nodes[0].Keys), func(k theory.Key) bool {
		return slices.ContainsFunc(nodes, func(t theory.Table) bool { return t.Key(k.Name) == nil })
	})
	for _, t := range theory.Format {
		switch {
		case t.Name == nodes[0].Name:
			b.WriteString("\n### Nodes\n\n| table | says |\n|---|---|\n")
			for _, n := range nodes {
				fmt.Fprintf(&b, "| `%s` | %s |\n", header(n), n.Doc)
			}
			b.WriteString("\nEach of them may have these keys:\n")
			writeKeys(&b, common)
			for _, n := range nodes {
				own := slices.DeleteFunc(slices.Clone(n.Keys), func(k theory.Key) bool {
					return slices.ContainsFunc(common, func(c theory.Key) bool { return c.Name == k.Name })
				})
				if len(own) > 0 {
					fmt.Fprintf(&b, "\nAnd only `%s`:\n", header(n))
					writeKeys(&b, own)
				}
			}
		case slices.ContainsFunc(nodes, func(n theory.Table) bool { return n.Name == t.Name }):
		default:
			fmt.Fprintf(&b, "\n### `%s`\n\n%s\n", header(t), t.Doc)
			writeKeys(&b, t.Keys)
		}
	}
	return b.String()
}

func header(t theory.Table) string {
	switch {
	case t.Single:
		return "[" + t.Name + "]"
	case t.Repeated:
		return "[[" + t.Name + "]]"
	}
	return "[" + t.Name + ".ID]"
}

func writeKeys(b *strings.Builder, keys []theory.Key) {
	b.WriteString("\n| key | value | says |\n|---|---|---|\n")
	for _, k := range keys {
		name := "`" + k.Name + "`"
		if k.Required {
			name = "**" + name + "**"
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", name, value(k), k.Doc)
	}
}

var plural = strings.NewReplacer("evidence", "evidence", "formal_theory", "formal theories", "node", "nodes", "actor", "actors",
	"configuration", "configurations", "case", "cases")

// value says what may stand behind a key.
func value(k theory.Key) string {
	switch k.Type {
	case theory.Word:
		return "`\"" + strings.Join(k.Words, "\"` `\"") + "\"`"
	case theory.Reference:
		if k.OrLink {
			return "the id of a " + k.Target + " or link"
		}
		return "the id of a " + k.Target
	case theory.References:
		return "ids of " + plural.Replace(k.Target) + ", in a list"
	}
	return k.Takes()
}
