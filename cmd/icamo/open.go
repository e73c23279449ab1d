package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/history"
)

// openTheory reads a theory that something is to be made of. One that does not parse cannot be; other faults are pointed
// out, and the rest is used.
func openTheory(cmd *cobra.Command, file string) (*theory.Theory, error) {
	t, err := theory.Open(file)
	if err != nil {
		return nil, err
	}
	return t, usable(cmd, t, file)
}

// openVersion reads a theory from a file or, as REV:path, from a git revision. A file of that name goes first.
func openVersion(cmd *cobra.Command, name string) (*theory.Theory, error) {
	_, _, isRevision := history.Split(name)
	if _, err := os.Lstat(name); !isRevision || !errors.Is(err, fs.ErrNotExist) {
		return openTheory(cmd, name)
	}
	t, err := history.Open(cmd.Context(), ".", name)
	if err != nil {
		return nil, err
	}
	return t, usable(cmd, t, name)
}

// usable says on standard error what is wrong with a theory, and returns an error where nothing of it can be used.
func usable(cmd *cobra.Command, t *theory.Theory, name string) error {
	if len(t.Faults) == 0 {
		return nil
	}
	first := placed(t.Faults[0])
	if t.Unread {
		return errors.New(first)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s\n", oneLine(first))
	if n := len(t.Faults) - 1; n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %d more; see: icamo check %s\n", n, oneLine(name))
	}
	return nil
}

// placed words a fault with its place.
func placed(f theory.Fault) string {
	at := f.At.Range()
	return fmt.Sprintf("%s:%d:%d: %s", at.File, at.Line, at.Col, f.Message)
}
