package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/exchange/coding"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/refi"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// isProject says whether a file's ending is that of a REFI-QDA project or code book.
func isProject(file string) bool {
	ending := strings.ToLower(filepath.Ext(file))
	return ending == ".qdpx" || ending == ".qdc"
}

// importProject adds a project to a draft, and the texts of its sources to those of others.
func importProject(d *draft.Draft, file string, flags importFlags, texts map[string]string) error {
	p, err := readProject(file)
	if err != nil {
		return err
	}
	m, err := flags.readMapping()
	if err != nil {
		return err
	}
	if flags.title == "" && p.Name != "" && !d.Theory.Old {
		d.Theory.Set("title", p.Name)
		if id := draft.ID(p.Name); id != "" {
			d.Theory.Set("id", id)
		}
	}
	maps.Copy(texts, coding.Import(d, file, p, m, flags.links))
	return nil
}

func readProject(file string) (*refi.Project, error) {
	data, _, err := readForeign(file)
	if err != nil {
		return nil, err
	}
	p, err := refi.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s %w", file, err)
	}
	return p, nil
}

func (f *importFlags) readMapping() (*coding.Mapping, error) {
	if f.mapping == "" {
		return nil, nil
	}
	sheets, err := readSheets(f.mapping)
	if err != nil {
		return nil, err
	}
	m, err := coding.ReadMapping(sheets)
	if err != nil {
		return nil, fmt.Errorf("%s %w", f.mapping, err)
	}
	return m, nil
}

// listProject says what is in a project and what it is taken for.
func listProject(cmd *cobra.Command, files []string, flags importFlags) error {
	if len(files) != 1 || !isProject(files[0]) {
		return errors.New("--list lists one project (.qdpx) or code book (.qdc)")
	}
	p, err := readProject(files[0])
	if err != nil {
		return err
	}
	m, err := flags.readMapping()
	if err != nil {
		return err
	}
	listed := coding.Listed(p, m)
	if flags.output != "" {
		return writeMapping(cmd, flags, listed)
	}
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "%s, from %s: %s, %s, %s, %s\n", theory.Legible(cmp.Or(p.Name, files[0])), theory.Legible(cmp.Or(p.Origin, "a program that does not say its name")),
		wording.English.Counted(len(refi.All(p.Codes)), "code"), wording.English.Counted(len(p.Sources), "source"), wording.English.Counted(len(p.Passages), "coded passage"), wording.English.Counted(len(p.Cases), "case"))
	for _, row := range listed {
		fmt.Fprintf(out, "  %-9s %-13s %5d  %s\n", row.What, cmp.Or(theory.Legible(row.Is), "?"), row.Count, theory.Legible(row.Name))
	}
	for _, left := range p.Left {
		fmt.Fprintf(out, "not carried over: %s: %d\n", theory.Legible(left.What), left.Count)
	}
	return nil
}

// writeMapping writes a mapping to fill in.
func writeMapping(cmd *cobra.Command, flags importFlags, listed []coding.Row) error {
	format, err := findTableFormat("", flags.output)
	if err != nil || format.name != "csv" && format.name != "xlsx" {
		return fmt.Errorf("a mapping is a sheet: name a file that ends with .csv or .xlsx, such as -o mapping.xlsx")
	}
	if err := flags.mayWrite(flags.output); err != nil {
		return err
	}
	t := &table.Table{Title: "Mapping", Columns: []string{"what", "name", "id", "count", "is"}}
	for _, row := range listed {
		t.Rows = append(t.Rows, []table.Cell{textCell(row.What), textCell(row.Name), textCell(row.ID), textCell(strconv.Itoa(row.Count)), textCell(row.Is)})
	}
	return writeOut(cmd, flags.output, func(w io.Writer) error { return format.write(w, t) }, flags.read...)
}

func textCell(text string) table.Cell {
	if text == "" {
		return table.Cell{}
	}
	return table.Cell{Lines: []table.Line{{Text: text}}}
}

// mayWriteTexts refuses texts that are there already, unless --force was given.
func (f *importFlags) mayWriteTexts(texts map[string]string) error {
	if f.texts == "" {
		return nil
	}
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		if err := f.mayWrite(f.textFile(id)); err != nil {
			return err
		}
	}
	return nil
}

// writeTexts writes the text of each source where icamo check --sources looks for it.
func (f *importFlags) writeTexts(cmd *cobra.Command, texts map[string]string) error {
	if f.texts == "" {
		return nil
	}
	if err := os.MkdirAll(f.texts, 0o777); err != nil {
		return fmt.Errorf("make the folder %s: %w", f.texts, reason(err))
	}
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		if err := writeOut(cmd, f.textFile(id), func(w io.Writer) error { _, err := io.WriteString(w, texts[id]); return err }, f.read...); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "Wrote the texts of %s to %s.\n", wording.English.Counted(len(texts), "source"), theory.Legible(f.texts))
	return err
}

func (f *importFlags) textFile(id string) string { return filepath.Join(f.texts, id+".txt") }
