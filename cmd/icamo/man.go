package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages",
		Long: `Write the manual pages for man(1) into a folder: icamo.1, and one for each command. They are the same for everybody
who has this version, and hold what --help prints.`,
		Example: `  icamo man ~/.local/share/man/man1
  man icamo-check`,
		Args: takes(1, 1, "the folder to write the pages into"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return fmt.Errorf("make the folder %s: %w", args[0], reason(err))
			}
			root := cmd.Root()
			for _, of := range append([]*cobra.Command{root}, root.Commands()...) {
				if of.Hidden {
					continue
				}
				file := filepath.Join(args[0], pageName(of)+".1")
				if err := mayReplace(file, "man", false); err != nil {
					return err
				}
				if err := writeOut(cmd, file, func(w io.Writer) error { return manPage(w, of) }); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage writes the manual page of a command in man's language. It has no date: one version has one text.
func manPage(w io.Writer, cmd *cobra.Command) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"icamo %s\" \"icamo\"\n", strings.ToUpper(roff(pageName(cmd))), release)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(pageName(cmd)), roff(cmd.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(cmd.UseLine()))
	b.WriteString(".SH DESCRIPTION\n")
	writeProse(&b, cmd.Long)
	writeOptions(&b, cmd.LocalFlags())
	if cmd.Example != "" {
		b.WriteString(".SH EXAMPLES\n")
		writeLiteral(&b, cmd.Example)
	}
	b.WriteString(".SH EXIT STATUS\n0 done, and nothing to report; 1 findings, differences or conflicts; 2 the command could not do its job, with one line\n" +
		"on standard error.\n")
	var others []string
	for _, other := range append([]*cobra.Command{cmd.Root()}, cmd.Root().Commands()...) {
		if other != cmd && !other.Hidden {
			others = append(others, fmt.Sprintf(".BR %s (1)", roff(pageName(other))))
		}
	}
	b.WriteString(".SH SEE ALSO\n" + strings.Join(others, ",\n") + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// writeProse writes a help text: paragraphs as they run, and lines that are set in as they stand.
func writeProse(b *strings.Builder, text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		switch {
		case strings.HasPrefix(paragraph, " "):
			b.WriteString(".PP\n")
			writeLiteral(b, paragraph)
			continue
		case i > 0:
			b.WriteString(".PP\n")
		}
		b.WriteString(roffLines(paragraph) + "\n")
	}
}

func writeLiteral(b *strings.Builder, text string) {
	b.WriteString(".nf\n" + roffLines(text) + "\n.fi\n")
}

func writeOptions(b *strings.Builder, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	b.WriteString(".SH OPTIONS\n")
	flags.VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if value != "" {
			name += " " + value
		}
		if given := f.DefValue; value != "" && given != "" && given != "[]" && given != "0" && given != "-" {
			usage += " (" + given + " unless given)"
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(name), roffLines(usage))
	})
}

// roff keeps a text from being read as man's language.
func roff(text string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...", "–", `\(en`).Replace(text)
}

// roffLines is the same for texts of several lines, none of which may begin as a request does.
func roffLines(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		line = roff(line)
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			line = `\&` + line
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}
