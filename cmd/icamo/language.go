package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/wording"
)

// sayLanguage says on standard error that what is made of a theory has the tool's own words in English, though the theory says
// that it is in another language: one that is no language, or that there are no words in.
func sayLanguage(cmd *cobra.Command, t *theory.Theory) {
	if note := wording.Missing(t); note != "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s: %s\n", oneLine(t.File), oneLine(note))
	}
}
