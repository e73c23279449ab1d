package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/history"
	"icamo/theory/load"
	"icamo/theory/wording"
)

// openTheory reads a theory that something is to be made of. One that does not parse cannot be; other faults are pointed
// out, and the rest is used.
func openTheory(cmd *cobra.Command, file string) (*theory.Theory, error) {
	t, err := load.Open(file)
	if err != nil {
		remedy := theoryIn(file)
		if errors.Is(err, load.ErrNoTheory) {
			remedy = "; give it one, or name the theory that includes it"
		}
		return nil, fmt.Errorf("%w%s", err, remedy)
	}
	return t, usable(cmd, t, "; run icamo check "+argument(file))
}

// theoryIn names a theory to take instead of the folder that was named; "" where it is no folder.
func theoryIn(folder string) string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ""
	}
	for _, entry := range entries {
		file := filepath.Join(folder, entry.Name())
		if filepath.Ext(file) != ".toml" {
			continue
		}
		if _, err := load.Open(file); err == nil {
			return "; name a theory in it, such as " + file
		}
	}
	return "; name a theory file"
}

// openVersion reads a theory from a file or, as REV:path, from a git revision. A file of that name goes first.
func openVersion(cmd *cobra.Command, name string) (*theory.Theory, error) {
	if !isRevision(name) {
		return openTheory(cmd, name)
	}
	t, err := history.Open(cmd.Context(), ".", name)
	if err != nil {
		return nil, err
	}
	return t, usable(cmd, t, "")
}

// isRevision says whether a name is REV:path, and not that of a file that is there.
func isRevision(name string) bool {
	if _, _, ok := history.Split(name); !ok {
		return false
	}
	_, err := os.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}

// settingsOf is the file by which the settings for a theory are found, also where it is named as REV:path.
func settingsOf(name string) (string, error) {
	if !isRevision(name) {
		return name, nil
	}
	return history.Current(".", name)
}

// usable says on standard error what is wrong with a theory, and returns an error where nothing of it can be used.
func usable(cmd *cobra.Command, t *theory.Theory, remedy string) error {
	if t.Unread {
		return errors.New(placed(t.Faults[0]))
	}
	pointOut(cmd, t.File, t.Faults, remedy)
	return nil
}

// earlierVersion is the version that a theory revises; nil where there is none or it cannot be read. What is wrong with it
// is pointed out, but for what both include: that was said of the theory.
func earlierVersion(cmd *cobra.Command, t *theory.Theory) *theory.Theory {
	if t.Earlier != nil {
		own := slices.DeleteFunc(slices.Clone(t.Earlier.Faults), func(f theory.Fault) bool { return slices.Contains(t.Files, f.At.File) })
		pointOut(cmd, t.Earlier.File, own, "")
	}
	return t.Earlier
}

// pointOut says what is wrong with a theory of which the rest is used: the first thing, and how much there is.
func pointOut(cmd *cobra.Command, file string, faults []theory.Fault, remedy string) {
	if len(faults) > 0 {
		lacking := fmt.Sprintf("what could not be read of %s (%s) may be missing here%s", file, wording.English.Counted(len(faults), "error"), remedy)
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s\nicamo: %s\n", oneLine(placed(faults[0])), oneLine(lacking))
	}
}

// placed words a fault with its place.
func placed(f theory.Fault) string {
	at := f.At.Range()
	return fmt.Sprintf("%s:%d:%d: %s", at.File, at.Line, at.Col, f.Message)
}

// notFollowed names the links in folders behind which nothing was looked at.
func notFollowed(cmd *cobra.Command, links []string) {
	for _, link := range links {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s is a symbolic link that leads out of the project or nowhere, and is left out; name what it leads to\n", oneLine(link))
	}
}

// madeOf is how a command ends that made something of theories: with what went wrong, else with something to report where part
// of a theory could not be read, and so is missing in the result.
func madeOf(err error, of ...*theory.Theory) error {
	if err != nil {
		return err
	}
	for _, t := range of {
		if t != nil && len(t.Faults) > 0 {
			return errReported
		}
	}
	return nil
}
