package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/load"
)

// output is standard output, buffered.
type output struct {
	*bufio.Writer
	terminal bool
}

func newOutput(stdout io.Writer) *output {
	if isTerminal(stdout) {
		return &output{bufio.NewWriterSize(&terminal{w: stdout}, 64<<10), true}
	}
	return &output{bufio.NewWriterSize(stdout, 64<<10), false}
}

// refuseTerminal keeps a format that is no text off a terminal.
func refuseTerminal(cmd *cobra.Command, name, format string) error {
	if out, ok := cmd.OutOrStdout().(*output); ok && name == "-" && out.terminal {
		return fmt.Errorf("%s is no text for a terminal; name a file with -o, or send it into one with >", format)
	}
	return nil
}

// writeOut writes a result to a file, whole or not at all, or to standard output where the name is "-". It does not write
// over any of the files that were read to make the result, nor through a symbolic link that leads out of the project.
func writeOut(cmd *cobra.Command, name string, write func(io.Writer) error, read ...string) error {
	if name == "-" {
		return write(cmd.OutOrStdout())
	}
	if err := writable(name, read); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real // replace what a symbolic link leads to, not the link
	}
	var result bytes.Buffer // complete before the file is touched
	if err := write(&result); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	err := replace(name, result.Bytes())
	if _, missing := os.Stat(filepath.Dir(name)); err != nil && errors.Is(missing, fs.ErrNotExist) {
		return fmt.Errorf("write %s: there is no folder %s; make it first", name, filepath.Dir(name))
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("write %s: permission denied; name a file in another folder than %s, or make that writable", name, filepath.Dir(name))
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write %s: nothing can be written in the folder %s; name a file in another", name, filepath.Dir(name))
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// writable says why a file must not be written; nil where it may be, or is not there.
func writable(name string, read []string) error {
	if err := load.StaysInside(name); err != nil {
		return err
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil
	case info.IsDir():
		return errors.New("is a folder, not a file")
	case !info.Mode().IsRegular():
		return errors.New("is not a regular file")
	case filepath.Base(name) == load.SettingsFile:
		return errors.New("is the settings of a project; name another file")
	}
	for _, input := range read {
		if other, err := os.Stat(input); err == nil && os.SameFile(info, other) {
			return fmt.Errorf("what is to be written was made of it (%s); name another file", input)
		}
	}
	if readOnly(name, info) {
		return errReadOnly
	}
	return nil
}

var errReadOnly = errors.New("is read-only; make it writable, or name another file")

func readOnly(name string, info fs.FileInfo) bool {
	if info.Mode().Perm()&0o222 == 0 {
		return true
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err == nil {
		f.Close()
	}
	return errors.Is(err, fs.ErrPermission)
}

// filesOf are the files that theories were read from, with their earlier versions.
func filesOf(theories ...*theory.Theory) []string {
	var files []string
	for _, t := range theories {
		for ; t != nil; t = t.Earlier {
			for _, f := range t.Files {
				files = append(files, f.Name)
			}
		}
	}
	return files
}
