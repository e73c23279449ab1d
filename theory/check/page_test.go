package check

import (
	"bufio"
	_ "embed" // for the head of the page
	"fmt"
	"io"
	"strings"
)

// pageHead is what the page of all rules says before their table.
//
//go:embed page.md
var pageHead string

// Markdown prints all rules as a page.
func Markdown(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString(pageHead)
	for i := range Rules {
		r := &Rules[i]
		fmt.Fprintf(b, "| [%s](#%s) | %s | %s | %s |\n", r.Code, anchor(r), r.Name, r.Severity, firstSentence(r.Doc))
	}
	fmt.Fprintf(b, "\nThe examples below continue this small theory, unless they have a `[theory]` table of their own:\n\n```toml\n%s```\n", ExampleTheory)
	section := ""
	for i := range Rules {
		r := &Rules[i]
		if s := sectionOf(r); s.title != section {
			section = s.title
			fmt.Fprintf(b, "\n## %s\n\n%s\n", s.title, s.intro)
		}
		fmt.Fprintf(b, "\n### %s %s\n\n*%s* · %s", r.Code, r.Name, r.Severity, ruleMarkdown(r))
	}
	return b.Flush()
}

// Overview prints a table with a row for each part of the rules.
func Overview(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "| codes | part | rules |\n|---|---|---|\n")
	for _, s := range sections {
		var names []string
		for i := range Rules {
			if r := &Rules[i]; sectionOf(r) == s {
				names = append(names, fmt.Sprintf("[%s](docs/checks.md#%s)", strings.ReplaceAll(r.Name, "-", " "), anchor(r)))
			}
		}
		fmt.Fprintf(b, "| PT%sxx | %s | %s |\n", s.digit, s.title, strings.Join(names, ", "))
	}
	return b.Flush()
}

func anchor(r *Rule) string { return strings.ToLower(r.Code) + "-" + r.Name }
