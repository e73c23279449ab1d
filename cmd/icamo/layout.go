package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"icamo/render/layout"
)

// How this program calls itself for a layout in a process of its own.
const (
	layoutCall   = "layout"
	layoutFormat = "-Tjson0"
)

// layoutCommand lays out one graph as "dot -Tjson0" does. The preview calls it, so that it can end a layout that takes too
// long.
func layoutCommand() *cobra.Command {
	return &cobra.Command{
		Use:                layoutCall + " " + layoutFormat,
		Short:              "Lay out one graph in Graphviz's language, from standard input",
		Hidden:             true,
		DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] != layoutFormat {
				return fmt.Errorf("the call is icamo %s %s", layoutCall, layoutFormat)
			}
			dot, err := io.ReadAll(cmd.InOrStdin())
			if err != nil {
				return fmt.Errorf("read standard input: %w", err)
			}
			answer, err := layout.JSON0(dot)
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(answer)
			return err
		},
	}
}
