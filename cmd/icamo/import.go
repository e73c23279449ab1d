package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/rows"
	"icamo/theory/exchange/sheet"
)

// importFlags are what the command line says of an import.
type importFlags struct {
	output  string
	title   string
	columns string
	links   bool
	force   bool
}

func importCommand() *cobra.Command {
	var flags importFlags
	cmd := &cobra.Command{
		Use:   "import FILE... -o THEORY",
		Short: "Make a theory of spreadsheets or a project of coded interviews",
		Long: `Make a theory file of spreadsheets (.xlsx, .csv, .tsv), which can hold

  links     columns from, to, effect, status, because, …
  quotes    columns text, source, case, locator, for, against: for and against name nodes, or links as FROM -> TO
  nodes     columns label, kind (intervention, context, actor, mechanism, outcome), description, …
  a matrix  a row for each configuration, a column for each role; several members of a cell by line breaks or ;

Columns are known by their headings, in any order, also by usual other names ("Context (C)", "Mechanism - resource"), or
by --columns. Ids are made from the labels. All links are hypotheses, unless the sheet gives them a status. A matrix makes
no links, unless --links asks for those that each row implies.

What was not understood is listed by sheet, row and column, and the exit status is then 1. Nothing is overwritten.`,
		Example: `  icamo import matrix.xlsx -o theory.toml
  icamo import links.csv quotes.csv nodes.csv -o theory.toml
  icamo import matrix.xlsx --columns context=Kontekst,mechanism=C,outcome=D -o theory.toml`,
		Args: takes(1, anyNumber, "the files to import"),
		RunE: func(cmd *cobra.Command, args []string) error { return runImport(cmd, args, flags) },
	}
	f := cmd.Flags()
	f.StringVarP(&flags.output, "output", "o", "", "the theory `FILE` to write, or - for standard output")
	f.StringVar(&flags.title, "title", "", "the theory's `TITLE`; the first file's name unless given")
	f.StringVar(&flags.columns, "columns", "", "what columns are of, as `KEY=COLUMN,…`, each by its letters or heading")
	f.BoolVar(&flags.links, "links", false, "make the links that each row of a matrix implies, as hypotheses")
	f.BoolVar(&flags.force, "force", false, "replace a file that is there already")
	return cmd
}

func runImport(cmd *cobra.Command, files []string, flags importFlags) error {
	if flags.output == "" {
		return fmt.Errorf("name the theory file to write, such as -o theory.toml%s", seeHelp(cmd))
	}
	if err := flags.mayWrite(flags.output); err != nil {
		return err
	}
	columns, err := rows.Columns(flags.columns)
	if err != nil {
		return err
	}
	var sheets []rows.File
	for _, file := range files {
		read, err := readSheets(file)
		if err != nil {
			return err
		}
		sheets = append(sheets, rows.File{Name: file, Sheets: read})
	}
	title := cmp.Or(flags.title, strings.TrimSuffix(filepath.Base(files[0]), filepath.Ext(files[0])))
	d := draft.New(cmp.Or(draft.ID(title), "theory"), title)
	rows.Import(d, sheets, rows.Options{Columns: columns, Links: flags.links})
	return flags.finish(cmd, d)
}

// mayWrite refuses a file that is there already, unless --force was given.
func (f *importFlags) mayWrite(file string) error {
	if file == "-" || f.force {
		return nil
	}
	switch _, err := os.Lstat(file); {
	case err == nil:
		return fmt.Errorf("%s is there already; name a new file, or add --force to replace it", file)
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write %s: %w", file, reason(err))
	}
	return nil
}

// finish writes a theory, and says what it holds and what was not understood.
func (f *importFlags) finish(cmd *cobra.Command, d *draft.Draft) error {
	if len(d.Elements) == 0 {
		if len(d.Left) > 0 {
			return fmt.Errorf("nothing was found to make a theory of: %s: %s", d.Left[0].At, d.Left[0].Says)
		}
		return errors.New("nothing was found to make a theory of")
	}
	text := d.Write()
	if err := writeOut(cmd, f.output, func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
		return err
	}
	for _, left := range d.Left {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s: %s\n", oneLine(left.At.String()), oneLine(left.Says))
	}
	if f.output != "-" {
		fmt.Fprintf(cmd.OutOrStdout(), "Wrote %s: %s.\n", theory.Legible(f.output), held(d))
		if err := slips(cmd, f.output, d); err != nil {
			return err
		}
	}
	if len(d.Left) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s not understood\n", theory.Counted(len(d.Left), "thing")+map[bool]string{true: " was", false: " were"}[len(d.Left) == 1])
		return errReported
	}
	return nil
}

// held says how many elements a draft has of each table.
func held(d *draft.Draft) string {
	counts := make(map[string]int)
	for _, e := range d.Elements {
		counts[e.Table]++
	}
	var parts []string
	for _, table := range theory.Format {
		if n := counts[table.Name]; n > 0 && table.Name == "evidence" {
			parts = append(parts, theory.Counted(n, "piece")+" of evidence")
		} else if n > 0 {
			parts = append(parts, theory.Counted(n, strings.ReplaceAll(table.Name, "_", " ")))
		}
	}
	return strings.Join(parts, ", ")
}

// slips says which labels look like slips for one another, by where they were found. That does not change the exit status.
func slips(cmd *cobra.Command, file string, d *draft.Draft) error {
	t, err := openTheory(cmd, file)
	if err != nil {
		return err
	}
	from := make(map[string]draft.Place)
	for _, e := range d.Elements {
		from[e.ID] = e.From
	}
	for _, finding := range check.Ask(t, &check.NearMiss) {
		if finding.Of != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s: %s\n", oneLine(from[finding.Of.ID].String()), oneLine(finding.Message))
		}
	}
	return nil
}

// maxImport is how large a file to import may be, in bytes.
const maxImport = 512 << 20

// readForeign reads a file that another program wrote, and gives its ending in small letters.
func readForeign(file string) (data []byte, ending string, err error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "", fmt.Errorf("read %s: there is no such file", file)
	case err != nil:
		return nil, "", fmt.Errorf("read %s: %w", file, reason(err))
	case !info.Mode().IsRegular():
		return nil, "", fmt.Errorf("read %s: is not a regular file", file)
	case info.Size() > maxImport:
		return nil, "", fmt.Errorf("read %s: is larger than %d MiB", file, maxImport>>20)
	}
	if data, err = os.ReadFile(file); err != nil {
		return nil, "", fmt.Errorf("read %s: %w", file, reason(err))
	}
	return data, strings.ToLower(strings.TrimPrefix(filepath.Ext(file), ".")), nil
}

func readSheets(file string) ([]*sheet.Sheet, error) {
	data, ending, err := readForeign(file)
	if err != nil {
		return nil, err
	}
	switch ending {
	case "xlsx", "csv", "tsv":
	default:
		return nil, fmt.Errorf("%s cannot be imported: its ending is none of .xlsx, .csv, .tsv", file)
	}
	sheets, err := sheet.Read(ending, data)
	if err != nil {
		return nil, fmt.Errorf("%s %w", file, err)
	}
	return sheets, nil
}
