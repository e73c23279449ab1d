package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/rows"
	"icamo/theory/wording"
)

// importFlags are what the command line says of an import.
type importFlags struct {
	output  string
	into    string
	title   string
	columns string
	links   bool
	mapping string
	texts   string
	list    bool
	force   bool
	read    []string // the files that something is made of
}

func importCommand() *cobra.Command {
	var flags importFlags
	cmd := &cobra.Command{
		Use:   "import FILE... -o THEORY | --into THEORY",
		Short: "Make a theory of spreadsheets or a project of coded interviews",
		Long: `Make a theory file of what NVivo, ATLAS.ti, MAXQDA, QualCoder and others export as REFI-QDA (.qdpx, .qdc), or of
spreadsheets (.xlsx, .csv, .tsv), which can hold

  links     columns from, to, effect, status, because, …
  quotes    columns text, source, case, locator, for, against: for and against name nodes, or links as FROM -> TO
  nodes     columns label, kind (intervention, context, actor, mechanism, outcome), description, …
  a matrix  a row for each configuration, a column for each role; several members of a cell by line breaks or ;

Columns are known by their headings, in any order, also by usual other names ("Context (C)", "Mechanism - resource"), or
by --columns. Ids are made from the labels. All links are hypotheses, unless the sheet gives them a status. A matrix makes
no links, unless --links asks for those that each configuration implies.

Of a project, codes become nodes of the kind that a mapping gives them, or the name of a code above them, of a set, or a
prefix: "Contexts", "C: …". A code such as "CMO 3: …" becomes a configuration with the codes below it. Passages become
quotes, with source, case and place. --list says what is in a project and what it is taken for; with -o it writes that as
a mapping (.csv or .xlsx) to fill in. --texts writes each source as a text, for icamo check --sources.

Of JSON (.json), as icamo schema describes it, each element says where it came from under unreviewed, and counts for
nothing until you have looked at it and taken that key out.

With --into, what the files say goes into a theory that is there: of a sheet that icamo table exported, the cells that were
changed; of others, what is new. Comments, order and layout stay. What has no row any more is listed and never taken out.
A cell that was changed in the theory, too, is a conflict: it is listed, and the theory is left as it is.

What was not understood is listed by sheet, row and column, and the exit status is then 1. Nothing is overwritten.`,
		Example: `  icamo import matrix.xlsx -o theory.toml
  icamo import links.csv quotes.csv nodes.csv -o theory.toml
  icamo import matrix.xlsx --columns context=Kontekst,mechanism=C,outcome=D -o theory.toml
  icamo import edited.xlsx --into theory.toml
  icamo import project.qdpx --list -o mapping.csv
  icamo import project.qdpx --mapping mapping.csv --texts sources -o theory.toml`,
		Args: takes(1, anyNumber, "the files to import"),
		RunE: func(cmd *cobra.Command, args []string) error {
			flags.read = append(args, flags.mapping)
			return runImport(cmd, args, flags)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&flags.output, "output", "o", "", "the theory `FILE` to write, or - for standard output")
	f.StringVar(&flags.into, "into", "", "the theory `FILE` to bring edits and additions into")
	f.StringVar(&flags.title, "title", "", "the theory's `TITLE`; the first file's name unless given")
	f.StringVar(&flags.columns, "columns", "", "what columns are of, as `KEY=COLUMN,…`, each by its letters or heading")
	f.BoolVar(&flags.links, "links", false, "make the links that each configuration implies, as hypotheses")
	f.StringVar(&flags.mapping, "mapping", "", "a `FILE` that says what the codes of a project are")
	f.StringVar(&flags.texts, "texts", "", "the `FOLDER` to write the texts of a project's sources into")
	f.BoolVar(&flags.list, "list", false, "say what is in a project; with -o write a mapping of it to fill in")
	f.BoolVar(&flags.force, "force", false, "replace a file that is there already")
	return cmd
}

func runImport(cmd *cobra.Command, files []string, flags importFlags) error {
	collectAt(80) // a workbook is large, and most of what is made of it is short-lived
	if flags.list {
		return listProject(cmd, files, flags)
	}
	switch {
	case flags.output == "" && flags.into == "":
		return fmt.Errorf("name the theory file to write, such as -o theory.toml, or one to bring edits into with --into%s", seeHelp(cmd))
	case flags.output != "" && flags.into != "":
		return errors.New("-o makes a new theory and --into changes one; name one of them")
	}
	if flags.into == "" {
		if err := flags.mayWrite(flags.output); err != nil {
			return err
		}
	}
	columns, err := rows.Columns(flags.columns)
	if err != nil {
		return err
	}
	title := cmp.Or(flags.title, strings.TrimSuffix(filepath.Base(files[0]), filepath.Ext(files[0])))
	d := draft.New(cmp.Or(draft.ID(title), "theory"), title)
	var old *theory.Theory
	if flags.into != "" {
		if old, err = openTheory(cmd, flags.into); err != nil {
			return err
		}
		d = draft.FromTheory(old)
	}
	var sheets []rows.File
	texts := make(map[string]string)
	for _, file := range files {
		if isProject(file) {
			if err := importProject(d, file, flags, texts); err != nil {
				return err
			}
			continue
		}
		if strings.EqualFold(filepath.Ext(file), ".json") {
			if err := importJSON(d, file); err != nil {
				return err
			}
			continue
		}
		read, err := readSheets(file)
		if err != nil {
			return err
		}
		sheets = append(sheets, rows.File{Name: file, Sheets: read})
	}
	rows.Import(d, sheets, rows.Options{Columns: columns, Links: flags.links})
	if err := flags.mayWriteTexts(texts); err != nil {
		return err
	}
	written := flags.output
	if old != nil {
		written, err = writeInto(cmd, d, old)
	} else {
		err = flags.write(cmd, d)
	}
	if err != nil {
		return err
	}
	if err := flags.writeTexts(cmd, texts); err != nil {
		return err
	}
	return tellImport(cmd, d, written)
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

// write writes a theory, if there is anything in it.
func (f *importFlags) write(cmd *cobra.Command, d *draft.Draft) error {
	if len(d.Elements) == 0 {
		if len(d.Left) > 0 {
			return fmt.Errorf("nothing was found to make a theory of: %s: %s", d.Left[0].At, d.Left[0].Says)
		}
		return errors.New("nothing was found to make a theory of")
	}
	return writeOut(cmd, f.output, d.Write, f.read...)
}

// tellImport says what a new theory holds, where a file of one was written, and what was not understood.
func tellImport(cmd *cobra.Command, d *draft.Draft, written string) error {
	stderr := cmd.ErrOrStderr()
	for _, left := range d.Left {
		fmt.Fprintf(stderr, "icamo: %s: %s\n", oneLine(left.At.String()), oneLine(left.Says))
	}
	if written != "-" && written != "" {
		fmt.Fprintf(cmd.OutOrStdout(), "Wrote %s: %s.\n", theory.Legible(written), held(d))
	}
	slips(cmd, d)
	if len(d.Aside) > 0 {
		fmt.Fprintf(stderr, "icamo: left out, as a theory has no place for it: %s\n", oneLine(strings.Join(d.Aside, "; ")))
	}
	if len(d.Left) > 0 {
		was := map[bool]string{true: "was", false: "were"}[len(d.Left) == 1]
		fmt.Fprintf(stderr, "icamo: %s %s not taken over\n", wording.English.Counted(len(d.Left), "thing"), was)
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
			parts = append(parts, wording.English.Counted(n, "piece")+" of evidence")
		} else if n > 0 {
			parts = append(parts, wording.English.Counted(n, wording.Key(table.Name)))
		}
	}
	return strings.Join(parts, ", ")
}

// slips says which ids and labels of new elements look like slips for one another, by where they were found. That does not change the exit
// status.
func slips(cmd *cobra.Command, d *draft.Draft) {
	t := &theory.Theory{}
	at := make(map[*theory.Element]draft.Place)
	for _, e := range d.Elements {
		if e.Table == "link" {
			continue
		}
		r := t.Add(theory.TableNamed(e.Table))
		r.Base().ID = e.ID
		for _, name := range []string{"label", "title"} {
			if key := r.Table().Key(name); key != nil {
				*key.Field(r).(*string) = e.Text(name)
			}
		}
		if !e.Old {
			at[r.Base()] = e.From
		}
	}
	t.Connect()
	for _, finding := range check.Ask(t, &check.NearMiss) {
		if place, isNew := at[finding.Of]; isNew {
			fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s: %s\n", oneLine(place.String()), oneLine(finding.Message))
		}
	}
}
