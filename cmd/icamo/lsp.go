package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"icamo/theory/editor/lsp"
)

func lspCommand() *cobra.Command {
	var stdio bool
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Answer an editor, as a language server",
		Long: `Answer an editor by the Language Server Protocol on standard input and output: what check finds as you type, completion of ids,
keys, words and rule codes, what a key or id means, where it is defined and cited, renaming in all files, layout, and what
can be done about a finding. The editor starts it; docs/editors.md says how to set up VS Code, Neovim, Helix and Zed.

Files are read from the project that a file is in, as check reads them. Nothing is written: the editor makes the changes.`,
		Example: "  icamo lsp",
		Args:    takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			err := lsp.Serve(cmd.Context(), cmd.InOrStdin(), flushing{cmd.OutOrStdout()}, release)
			if errors.Is(err, lsp.ErrNoShutdown) {
				return errReported // the exit status that the protocol asks for
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&stdio, "stdio", true, "speak on standard input and output, as it always does; some editors ask for it")
	return cmd
}

// flushing sends each message at once.
type flushing struct{ io.Writer }

func (f flushing) Write(p []byte) (int, error) {
	n, err := f.Writer.Write(p)
	if out, buffered := f.Writer.(*output); buffered && err == nil {
		err = out.Flush()
	}
	return n, err
}
