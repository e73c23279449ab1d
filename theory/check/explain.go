package check

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"

	"icamo/theory/console"
)

// Explain prints a rule for a reader at a terminal.
func Explain(w io.Writer, r *Rule) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s %s (%s)\n", r.Code, r.Name, r.Severity)
	part := func(title, text string) {
		if text != "" {
			fmt.Fprintf(b, "\n%s\n%s\n", title, indented(strings.Join(console.Wrap(text, 96), "\n")))
		}
	}
	part("What it finds", r.Doc)
	part("Why it matters", r.Why)
	part("Source", r.Source)
	part("What to do", r.Remedy)
	fmt.Fprintf(b, "\nAn example that is found\n%s\n", indented(r.Bad))
	fmt.Fprintf(b, "\nThe same without a finding\n%s\n", indented(r.Good))
	if continued(r) {
		fmt.Fprintf(b, "\nThe examples continue a small theory, which icamo explain --example prints.\n")
	}
	return b.Flush()
}

// List prints a line for each rule.
func List(w io.Writer) error {
	b := bufio.NewWriter(w)
	section := ""
	for _, r := range Rules {
		if s := sectionOf(&r); s.title != section {
			if section != "" {
				fmt.Fprintln(b)
			}
			section = s.title
			fmt.Fprintln(b, section)
		}
		fmt.Fprintf(b, "  %s  %-26s %s\n", r.Code, r.Name, r.Severity)
	}
	fmt.Fprintf(b, "\nicamo explain CODE says what one finds, why it matters and what to do.\n")
	return b.Flush()
}

// ruleMarkdown is all that there is to say of a rule, but its name.
func ruleMarkdown(r *Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n**Why.** %s", r.Doc, r.Why)
	if r.Source != "" {
		fmt.Fprintf(&b, " (%s)", r.Source)
	}
	fmt.Fprintf(&b, "\n\n**What to do.** %s\n", r.Remedy)
	fmt.Fprintf(&b, "\nThis is found:\n%s\nThis is not:\n%s", exampleMarkdown(r.Bad), exampleMarkdown(r.Good))
	return b.String()
}

// exampleMarkdown shows an example, each of its files by itself.
func exampleMarkdown(example string) string {
	archive := txtar.Parse([]byte(example))
	if len(archive.Files) == 0 {
		return "\n" + fenced("theory.toml", example)
	}
	var b strings.Builder
	for _, f := range archive.Files {
		text := strings.Trim(string(f.Data), "\n")
		if text == "" {
			fmt.Fprintf(&b, "\n`%s`: the small theory as it stands.\n", f.Name)
			continue
		}
		fmt.Fprintf(&b, "\n`%s`:\n\n%s", f.Name, fenced(f.Name, text+"\n"))
	}
	return b.String()
}

func fenced(file, text string) string {
	return fmt.Sprintf("```%s\n%s```\n", strings.TrimPrefix(filepath.Ext(file), "."), text)
}

type ruleSection struct{ digit, title, intro string }

// The hundreds of the codes say what a rule looks at.
var sections = []ruleSection{
	{"1", "Reading", "What the files say, and whether it can be read."},
	{"2", "Support", "Whether what is declared and what is cited agree. Dropped nodes and links take no part in this and the next two parts."},
	{"3", "Graph", "Whether the causal chain is whole."},
	{"4", "Configurations", "Whether configurations are whole, and hold in the cases named."},
	{"5", "Revision", "What became of the version that a theory revises. Versions are compared through `was`; these rules are asked where `revises` is set."},
}

func sectionOf(r *Rule) ruleSection {
	for _, s := range sections {
		if strings.HasPrefix(r.Code, "PT"+s.digit) {
			return s
		}
	}
	return ruleSection{}
}

// continued says whether an example of the rule leaves out the theory that it continues.
func continued(r *Rule) bool { return !strings.Contains(r.Bad, "[theory]\n") }

func firstSentence(text string) string {
	for i := range text {
		if text[i] == '.' && (i+1 == len(text) || text[i+1] == ' ' && i+2 < len(text) && text[i+2] >= 'A' && text[i+2] <= 'Z') {
			return text[:i+1]
		}
	}
	return text
}

func indented(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = "    " + line
		}
	}
	return strings.Join(lines, "\n")
}
