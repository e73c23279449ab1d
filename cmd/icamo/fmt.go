package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/load"
)

func fmtCommand() *cobra.Command {
	var check bool
	cmd := &cobra.Command{
		Use:   "fmt [PATH...]",
		Short: "Lay theory files out in one way",
		Long: `Lay theory files out in one way, so that git shows only what was changed in them: equals signs in columns, one
blank line between tables, long lists with one element a line. Comments are kept, and so is the order of everything.

A file is rewritten where it is, whole or not at all, and named. One that another program saves meanwhile stays as that
one saved it, and one that is read-only stays as it is; then the exit status is 2 and 1. Of a folder, all theory files in it are; without a
PATH, all below this folder. "-" reads standard input and writes to standard output.`,
		Example: `  icamo fmt theories
  icamo fmt --check theories    # exits with 1 if a file is not tidy`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				paths = []string{"."}
			}
			return tidyAll(cmd, paths, check)
		},
	}
	cmd.Flags().BoolVarP(&check, "check", "l", false, "change nothing; list the files that would be, and exit with 1 if there are any")
	return cmd
}

// tidyAll tidies all files that it can, and then says which it could not.
func tidyAll(cmd *cobra.Command, paths []string, check bool) error {
	changed, any, left := false, false, false
	var failed []error
	note := func(different bool, err error) {
		if errors.Is(err, load.ErrNoTheory) {
			return
		}
		changed, any = changed || different, true
		left = left || errors.Is(err, errReported)
		if err != nil && !errors.Is(err, errReported) {
			failed = append(failed, err)
		}
	}
	for _, path := range paths {
		if path == "-" {
			note(tidyStream(cmd, check))
			continue
		}
		files, err := filesIn(cmd, path)
		if err != nil {
			note(false, err)
		}
		for _, file := range files {
			note(tidyFile(cmd, file, file == path, check))
		}
	}
	switch {
	case len(failed) == 1:
		return failed[0]
	case len(failed) > 1:
		return fmt.Errorf("%w (and %d more)", failed[0], len(failed)-1)
	case !any:
		return fmt.Errorf("fmt %s: there is no theory file in it: no .toml file with tables of a theory", strings.Join(paths, ", "))
	case changed && check, left:
		return errReported
	}
	return nil
}

// filesIn are the TOML files below a folder; or the file itself.
func filesIn(cmd *cobra.Command, path string) ([]string, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return []string{path}, nil // what is wrong with it shows when it is read
	}
	below, err := load.FilesBelow(path)
	notFollowed(cmd, below.Outside)
	return below.Files, err
}

// tidyFile tidies one file, and says whether it was not tidy. One that was not named, and holds something else than a
// theory, is left alone: the error is load.ErrNoTheory.
func tidyFile(cmd *cobra.Command, file string, named, check bool) (bool, error) {
	text, err := load.ReadFile(file)
	if err != nil {
		return false, err
	}
	if !named && !load.IsTheoryFile(text) {
		return false, load.ErrNoTheory
	}
	tidy, err := tidied(file, text)
	if err != nil || bytes.Equal(text, tidy) {
		return false, err
	}
	if !check {
		switch err = rewrite(file, text, tidy); {
		case errors.Is(err, errReadOnly):
			fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s is read-only, and left as it is\n", oneLine(file))
			return true, errReported
		case err != nil:
			return true, err
		}
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), theory.Legible(file))
	return true, err
}

func tidyStream(cmd *cobra.Command, check bool) (bool, error) {
	const name = "standard input"
	text, err := io.ReadAll(io.LimitReader(cmd.InOrStdin(), load.MaxFileSize+1))
	switch {
	case err != nil:
		return false, fmt.Errorf("read %s: %w", name, err)
	case len(text) > load.MaxFileSize:
		return false, fmt.Errorf("read %s: larger than %d MiB", name, load.MaxFileSize>>20)
	}
	tidy, err := tidied(name, text)
	if err != nil {
		return false, err
	}
	different := !bytes.Equal(text, tidy)
	if check {
		if different {
			_, err = fmt.Fprintln(cmd.OutOrStdout(), name)
		}
		return different, err
	}
	_, err = cmd.OutOrStdout().Write(tidy)
	return different, err
}

func tidied(file string, text []byte) ([]byte, error) {
	tidy, fault := load.Tidy(file, text)
	if fault != nil {
		at := fault.At.Range()
		return nil, fmt.Errorf("%s:%d:%d: %w", at.File, at.Line, at.Col, errors.New(fault.Message))
	}
	return tidy, nil
}
