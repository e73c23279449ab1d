package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"icamo/theory/load"
	"icamo/theory/merge"
)

func mergeCommand() *cobra.Command {
	var write, force bool
	var file string
	cmd := &cobra.Command{
		Use:   "merge BASE OURS THEIRS",
		Short: "Join what two people did to one theory file",
		Long: `Join what two people did to one theory file: BASE is the file as it was, OURS and THEIRS are what each made of it.

Elements are known by their ids, so that two additions side by side are no conflict, and one that was renamed on one side
and edited on the other is one. Lists of ids are joined as sets; comments, order and layout stay. What both changed in
different ways stands in the result as git writes conflicts, around the key alone, and is listed on standard error.

As git's merge driver, set up once in a repository:

  git config merge.icamo.driver "icamo merge --write %O %A %B"
  echo "*.toml merge=icamo" >> .gitattributes`,
		Example: `  icamo merge base.toml mine.toml hers.toml -o merged.toml`,
		Args:    takes(3, 3, "the file as it was, yours and theirs"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if write && file != "-" {
				return errors.New("--write writes over OURS, and -o to another file: give one of them")
			}
			return mergeFiles(cmd, args, write, file, force)
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, "write the result over OURS, as git's merge driver must")
	cmd.Flags().BoolVar(&force, "force", false, "replace a file that is of another kind")
	cmd.Flags().StringVarP(&file, "output", "o", "-", "the `FILE` to write, or - for standard output")
	return cmd
}

func mergeFiles(cmd *cobra.Command, names []string, write bool, file string, force bool) error {
	if err := mayReplace(file, "toml", force); err != nil {
		return err
	}
	var sides [3]merge.Side
	for i, name := range names {
		text, err := load.ReadFile(name)
		if err != nil {
			return err
		}
		sides[i] = merge.Side{Name: []string{"base", "ours", "theirs"}[i], Text: text}
	}
	text, conflicts, err := merge.Merge(sides[0], sides[1], sides[2])
	var unreadable *merge.Unreadable
	if errors.As(err, &unreadable) {
		for i, side := range sides {
			if side.Name == unreadable.Side.Name {
				if _, fault := load.Tidy(names[i], side.Text); fault != nil { // has the place in words
					return fmt.Errorf("merge: %s", placed(*fault))
				}
			}
		}
	}
	if err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	if write {
		err = rewrite(names[1], sides[1].Text, text)
	} else {
		err = writeOut(cmd, file, func(w io.Writer) error { _, err := w.Write(text); return err }, names...)
	}
	if err != nil {
		return err
	}
	for _, c := range conflicts {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: conflict: %s\n", oneLine(c.String()))
	}
	if len(conflicts) > 0 {
		return errReported
	}
	return nil
}
