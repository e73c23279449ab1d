package main

import (
	"io"

	"github.com/spf13/cobra"

	"icamo/theory/schema"
)

func schemaCommand() *cobra.Command {
	output, force := "-", false
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of theory files",
		Long: `Print the JSON Schema (draft-07) of theory files. An editor with Taplo (in Visual Studio Code: "Even Better TOML")
then completes keys and words, says what each means, and marks what is wrong as you type. Save it beside your
theories, and name it in the first line of each:

  icamo schema -o theory.schema.json

  #:schema theory.schema.json`,
		Args: takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := mayReplace(output, "json", force); err != nil {
				return err
			}
			return writeOut(cmd, output, func(w io.Writer) error {
				_, err := w.Write(schema.JSON())
				return err
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", output, "the `FILE` to write, or - for standard output")
	cmd.Flags().BoolVar(&force, "force", false, "replace a file that is of another kind")
	return cmd
}
