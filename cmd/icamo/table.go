package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// tableKind is a table that a theory can be laid out in, by the name that --as takes.
type tableKind struct {
	name string
	of   func(cmd *cobra.Command, file string) (laid *table.Table, of []*theory.Theory, err error)
}

var tables = []tableKind{
	{"icamo", ofVersion(table.ICAMO)},
	{"statements", ofVersion(table.Statements)},
	{"evidence", ofVersion(table.Evidence)},
	{"cases", ofVersion(table.Cases)},
	{"truth", func(cmd *cobra.Command, file string) (*table.Table, []*theory.Theory, error) {
		fuzzy, err := cmd.Flags().GetBool("fuzzy")
		if err != nil {
			return nil, nil, err
		}
		return ofVersion(func(t *theory.Theory) (*table.Table, error) {
			if n := table.Partly(t); n > 0 && !fuzzy {
				fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s said to be so in part, which is neither 1 nor 0, and left blank; --fuzzy writes 0.5\n", wording.English.Counted(n, "cell"))
			}
			return table.Truth(t, fuzzy)
		})(cmd, file)
	}},
	{"revision", func(cmd *cobra.Command, file string) (*table.Table, []*theory.Theory, error) {
		r, err := compareVersions(cmd, []string{file})
		if err != nil {
			return nil, nil, err
		}
		sayLanguage(cmd, r.New)
		laid, err := table.Revision(r)
		return laid, []*theory.Theory{r.Old, r.New}, err
	}},
}

func ofVersion(of func(*theory.Theory) (*table.Table, error)) func(*cobra.Command, string) (*table.Table, []*theory.Theory, error) {
	return func(cmd *cobra.Command, file string) (*table.Table, []*theory.Theory, error) {
		t, err := openVersion(cmd, file)
		if err != nil {
			return nil, nil, err
		}
		sayLanguage(cmd, t)
		laid, err := of(t)
		return laid, []*theory.Theory{t}, err
	}
}

// tableFormat is a format of a table, by the names that --format and the endings of files take.
type tableFormat struct {
	name, ending string
	binary       bool
	write        func(io.Writer, *table.Table) error
}

var tableFormats = []tableFormat{
	{"markdown", "md", false, table.Markdown},
	{"csv", "csv", false, table.CSV},
	{"html", "html", false, table.HTML},
	{"xlsx", "xlsx", true, table.XLSX},
	{"docx", "docx", true, table.DOCX},
}

func tableCommand() *cobra.Command {
	as, format, file, force := "icamo", "", "-", false
	cmd := &cobra.Command{
		Use:   "table THEORY",
		Short: "Lay a theory out as a table",
		Long: `Lay a theory out as a table, for a meeting or an article's supplement:

  icamo        the matrix: one row a configuration, one column a role; enabling and blocking contexts apart
  statements   each configuration in parts: if … in …, then … for …, because …
  evidence     every claim with the evidence for and against it: case, text, source, locator
  cases        in which case each configuration and node was active, partly active, not active, or is not known to be
  truth        cases by nodes as 1, 0 or blank, for qualitative comparative analysis; --fuzzy for 0.5 where it was so in part
  revision     what changed since the version that this one revises, with reason and evidence

or as sheets that can be edited and brought back with icamo import --into, a row for each element and a column for each
key: nodes, links, configurations, quotes; all of them in one workbook with --as all, with the tables above as sheets to read.

THEORY is a file, or REV:path for the file at a git revision. The format follows from the ending of the file named with
-o (.md, .csv, .html, .xlsx, .docx for Word) or from --format; it is markdown unless said. For a spreadsheet, xlsx keeps
letters such as ø and values such as 10-12 as they are; a CSV file is plain UTF-8 without a byte order mark, which some
versions of Excel misread. In both, a text that a spreadsheet would run as a formula is kept from running, and numbers
stay numbers.`,
		Example: "  icamo table theories/peer/revised.toml\n  icamo table theories/peer/revised.toml --as evidence -o evidence.xlsx",
		Args:    takes(1, 1, "a theory file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runTable(cmd, args[0], as, format, file, force)
		},
	}
	cmd.Flags().StringVar(&as, "as", as, "which `TABLE`: "+strings.Join(tableNames(), ", "))
	cmd.Flags().Bool("fuzzy", false, "in the table truth, 0.5 where something was at work in part")
	cmd.Flags().StringVar(&format, "format", format, "the `FORMAT`: "+strings.Join(tableFormatNames(), ", "))
	cmd.Flags().StringVarP(&file, "output", "o", file, "the `FILE` to write, or - for standard output")
	cmd.Flags().BoolVar(&force, "force", false, "replace a file that is of another kind")
	return cmd
}

func runTable(cmd *cobra.Command, name, as, format, file string, force bool) error {
	kind := slices.Index(tableNames(), as)
	if kind < 0 {
		return fmt.Errorf("no table %q%s", as, theory.Instead(as, tableNames()))
	}
	if as == wholeTheory && format == "" && file == "-" {
		format = "xlsx"
	}
	f, err := findTableFormat(format, file)
	if err != nil {
		return err
	}
	if f.binary {
		if err := refuseTerminal(cmd, file, f.name); err != nil {
			return err
		}
	}
	if err := mayReplace(file, f.name, force); err != nil {
		return err
	}
	if kind >= len(tables) {
		return exportTable(cmd, name, as, file, f)
	}
	laid, theories, err := tables[kind].of(cmd, name)
	if err != nil {
		return err
	}
	if len(laid.Rows) == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s has nothing for the table %q\n", oneLine(name), as)
	}
	err = writeOut(cmd, file, func(w io.Writer) error { return f.write(w, laid) }, filesOf(theories...)...)
	return madeOf(err, theories...)
}

// findTableFormat finds the format named, else the one that the file's ending names; markdown for standard output.
func findTableFormat(format, file string) (tableFormat, error) {
	switch {
	case format == "" && file == "-":
		format = "markdown"
	case format == "":
		format = strings.ToLower(strings.TrimPrefix(filepath.Ext(file), "."))
	}
	for _, f := range tableFormats {
		if format == f.name || format == f.ending {
			return f, nil
		}
	}
	if format == "" {
		return tableFormat{}, fmt.Errorf("-o %s has no ending that says the format; add one, or --format %s", file, strings.Join(tableFormatNames(), "|"))
	}
	return tableFormat{}, fmt.Errorf("no format %q%s", format, theory.Instead(format, tableFormatNames()))
}

func tableNames() []string {
	return append(names(tables, func(t tableKind) string { return t.name }), exports...)
}

func tableFormatNames() []string {
	return names(tableFormats, func(f tableFormat) string { return f.name })
}
