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

// writeOut writes a result to a file, whole or not at all, or to standard output where the name is "-".
func writeOut(cmd *cobra.Command, name string, write func(io.Writer) error) error {
	if name == "-" {
		return write(cmd.OutOrStdout())
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real // replace what a symbolic link leads to, not the link
	}
	switch info, err := os.Stat(name); {
	case err != nil: // there is none yet
	case info.IsDir():
		return fmt.Errorf("write %s: is a folder, not a file", name)
	case !info.Mode().IsRegular():
		return fmt.Errorf("write %s: is not a regular file", name)
	}
	var result bytes.Buffer // complete before the file is touched
	if err := write(&result); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	err := replace(name, result.Bytes())
	if _, missing := os.Stat(filepath.Dir(name)); err != nil && errors.Is(missing, fs.ErrNotExist) {
		return fmt.Errorf("write %s: there is no folder %s; make it first", name, filepath.Dir(name))
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
