package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/rename"
	"icamo/theory/toml"
	"icamo/theory/wording"
)

func renameCommand() *cobra.Command {
	var was, show bool
	cmd := &cobra.Command{
		Use:   "rename OLD NEW [PATH...]",
		Short: "Give an element another id, in every file that names it",
		Long: `Give a node, configuration, case, source, formal theory or piece of evidence another id, in every file that names it:
those that define it, and those that include or revise one of these. Layout and comments stay as they are.

Files are looked for in each PATH, or in this folder and those in it. Where an id is that of two kinds of element, write
the table before it, as in evidence.p1. An id that is taken is refused.

With --was the earlier version keeps the id, and the later one says what the element was: the two are compared as one.`,
		Example: `  icamo rename feeling-safe safety
  icamo rename feeling-safe safety -n           # shows what would be changed
  icamo rename feeling-safe safety --was        # in the revised theory alone, with its lineage`,
		Args: takes(2, anyNumber, "the id as it is, and as it is to be"),
		RunE: func(cmd *cobra.Command, args []string) error {
			paths := args[2:]
			if len(paths) == 0 {
				paths = []string{"."}
			}
			return renameIn(cmd, rename.Renaming{Before: args[0], After: args[1], Was: was}, paths, show)
		},
	}
	cmd.Flags().BoolVar(&was, "was", false, "rename in the version that nothing revises alone, and write what the element was")
	cmd.Flags().BoolVarP(&show, "dry-run", "n", false, "change nothing; list the places that would be changed")
	return cmd
}

func renameIn(cmd *cobra.Command, r rename.Renaming, paths []string, show bool) error {
	files, err := textsIn(cmd, paths)
	if err != nil {
		return err
	}
	changes, err := r.In(files)
	if err != nil {
		return fmt.Errorf("rename %s: %w", r.Before, err)
	}
	for i, c := range changes {
		if show {
			if err := listEdits(cmd.OutOrStdout(), c); err != nil {
				return err
			}
			continue
		}
		if err := writeText(c.File, c.File.Text, toml.Apply(c.File.Text, c.Edits)); err != nil {
			for _, done := range changes[:i] { // all files or none
				err = errors.Join(err, writeText(done.File, toml.Apply(done.File.Text, done.Edits), done.File.Text))
			}
			return err
		}
	}
	for _, c := range changes {
		if show {
			break
		}
		if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", theory.Legible(filepath.FromSlash(c.File.Name)), wording.English.Counted(len(c.Edits), "place")); err != nil {
			return err
		}
	}
	return nil
}

func writeText(f *rename.Text, before, after string) error {
	return rewrite(filepath.FromSlash(f.Name), []byte(f.Mark+before), []byte(f.Mark+after))
}

// textsIn reads the theory files in folders, or those named.
func textsIn(cmd *cobra.Command, paths []string) ([]*rename.Text, error) {
	var texts []*rename.Text
	read := make(map[string]bool)
	for _, path := range paths {
		files, err := filesIn(cmd, path)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			if file = filepath.Clean(file); read[file] {
				continue
			}
			read[file] = true
			text, err := load.ReadFile(file)
			if err != nil {
				return nil, err
			}
			if !load.IsTheoryFile(text) {
				continue
			}
			d := toml.Read(text)
			if d.Fault != nil {
				_, fault := load.Tidy(file, text) // has the place in words
				return nil, fmt.Errorf("%s; mend it first, or name the files of one theory", placed(*fault))
			}
			texts = append(texts, &rename.Text{Name: filepath.ToSlash(file), Mark: string(text[:len(text)-len(d.Text)]), Document: d})
		}
	}
	return texts, nil
}

// listEdits prints the places of edits, as other programs name places.
func listEdits(w io.Writer, c rename.Change) error {
	name := filepath.FromSlash(c.File.Name)
	file := &theory.File{Name: name, Text: c.File.Text}
	for _, e := range c.Edits {
		at := file.Span(int(e.At.Start), int(e.At.End)).Range()
		before := c.File.Text[e.At.Start:e.At.End]
		if before == "" {
			before = "nothing"
		}
		if _, err := fmt.Fprintf(w, "%s:%d:%d: %s becomes %s\n", theory.Legible(name), at.Line, at.Col, before, theory.Legible(e.Text)); err != nil {
			return err
		}
	}
	return nil
}
