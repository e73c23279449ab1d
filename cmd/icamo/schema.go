package main

import (
	"io"

	"github.com/spf13/cobra"

	"icamo/theory/schema"
)

func schemaCommand() *cobra.Command {
	var out document
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of theory files",
		Long: `Print the JSON Schema (draft-07) of theory files. An editor with Taplo (in Visual Studio Code: "Even Better TOML")
then completes keys and words, says what each means, and marks what is wrong as you type. Save it beside your
theories, and name it in the first line of each:

  icamo schema -o theory.schema.json

  #:schema theory.schema.json`,
		Example: "  icamo schema -o theory.schema.json",
		Args:    takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := out.mayWrite("json"); err != nil {
				return err
			}
			return out.write(cmd, func(w io.Writer) error {
				_, err := w.Write(schema.JSON())
				return err
			})
		},
	}
	out.addFlags(cmd)
	return cmd
}
