package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/table"
)

// tables are the tables that a theory can be laid out in, by the names that --as takes.
var tables = []struct {
	name string
	of   func(*theory.Theory) (*table.Table, error)
}{
	{"icamo", always(table.ICAMO)},
	{"statements", always(table.Statements)},
	{"evidence", always(table.Evidence)},
	{"cases", always(table.Cases)},
}

// tableFormats are the formats of a table, by the names that --format and the endings of files take.
var tableFormats = []struct {
	name   string
	ending string // where it is not the name
	binary bool
	write  func(io.Writer, *table.Table) error
}{
	{"markdown", "md", false, table.Markdown},
	{"csv", "", false, table.CSV},
	{"html", "", false, table.HTML},
	{"xlsx", "", true, table.XLSX},
}

func always(of func(*theory.Theory) *table.Table) func(*theory.Theory) (*table.Table, error) {
	return func(t *theory.Theory) (*table.Table, error) { return of(t), nil }
}

func tableCommand() *cobra.Command {
	as, format, file := "icamo", "", "-"
	cmd := &cobra.Command{
		Use:   "table THEORY",
		Short: "Lay a theory out as a table",
		Long: `Lay a theory out as a table, for a meeting or an article's supplement:

  icamo        the matrix: one row a configuration, one column a role; enabling and blocking contexts apart
  statements   each configuration as a sentence: if … in …, then … for …, because …
  evidence     every claim with the evidence for and against it: case, text, source, locator
  cases        in which case each configuration was active, not active, or is not known to be

The format follows from the ending of the file named with -o (.md, .csv, .html, .xlsx) or from --format; it is markdown
unless said. For a spreadsheet, xlsx keeps letters such as ø and values such as 10-12 as they are; a CSV file is plain
UTF-8 without a byte order mark, which some versions of Excel misread. In both, a text that a spreadsheet would run as a
formula is kept from running, and numbers stay numbers.`,
		Example: "  icamo table theories/peer/revised.toml\n  icamo table theories/peer/revised.toml --as evidence -o evidence.xlsx",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runTable(cmd, args[0], as, format, file)
		},
	}
	cmd.Flags().StringVar(&as, "as", as, "the table: "+strings.Join(tableNames(), ", "))
	cmd.Flags().StringVar(&format, "format", format, "the format: "+strings.Join(tableFormatNames(), ", "))
	cmd.Flags().StringVarP(&file, "output", "o", file, `the file to write; "-" is standard output`)
	return cmd
}

func runTable(cmd *cobra.Command, name, as, format, file string) error {
	if format == "" {
		format = "markdown"
		if file != "-" {
			format = strings.ToLower(strings.TrimPrefix(filepath.Ext(file), "."))
		}
	}
	for _, f := range tableFormats {
		if format != f.name && (format != f.ending || f.ending == "") {
			continue
		}
		if f.binary {
			if err := refuseTerminal(cmd, file, f.name); err != nil {
				return err
			}
		}
		for _, kind := range tables {
			if kind.name != as {
				continue
			}
			t, err := openTheory(cmd, name)
			if err != nil {
				return err
			}
			laid, err := kind.of(t)
			if err != nil {
				return err
			}
			if len(laid.Rows) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s has nothing for the table %q\n", oneLine(name), as)
			}
			return writeOut(cmd, file, func(w io.Writer) error { return f.write(w, laid) })
		}
		return fmt.Errorf("no table %q%s", as, cmp.Or(theory.Suggest(as, tableNames()), "; there are "+strings.Join(tableNames(), ", ")))
	}
	if format == "" {
		return fmt.Errorf("-o %s has no ending that says the format; add one, or --format %s", file, strings.Join(tableFormatNames(), "|"))
	}
	return fmt.Errorf("no format %q%s", format, cmp.Or(theory.Suggest(format, tableFormatNames()), "; there are "+strings.Join(tableFormatNames(), ", ")))
}

func tableNames() []string {
	var names []string
	for _, t := range tables {
		names = append(names, t.name)
	}
	return names
}

func tableFormatNames() []string {
	var names []string
	for _, f := range tableFormats {
		names = append(names, f.name)
	}
	return names
}
