package main

import (
	"io"

	"github.com/spf13/cobra"
)

// document is where a command sends what it prints: to standard output, or into the file that -o names.
type document struct {
	output string
	force  bool
}

// addFlags gives the command -o and --force.
func (d *document) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&d.output, "output", "o", "-", "the `FILE` to write, or - for standard output")
	cmd.Flags().BoolVar(&d.force, "force", false, "replace a file that is of another kind")
}

// mayWrite refuses a file of another kind than the one that is to be written.
func (d *document) mayWrite(kind string) error { return mayReplace(d.output, kind, d.force) }

// inFile says whether the document goes into a file, and so takes no colour.
func (d *document) inFile() bool { return d.output != "-" }

// write writes the document, made of the files that were read.
func (d *document) write(cmd *cobra.Command, write func(io.Writer) error, read ...string) error {
	return writeOut(cmd, d.output, write, read...)
}
