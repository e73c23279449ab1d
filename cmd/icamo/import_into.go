package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/exchange/draft"
	"icamo/theory/wording"
)

// writeInto writes the files of a theory that a draft changes, and says how much. The result is "", as no theory is new.
func writeInto(cmd *cobra.Command, d *draft.Draft, t *theory.Theory) (string, error) {
	files, err := d.Edit(t)
	if err != nil {
		return "", err
	}
	if len(files) == 0 {
		fmt.Fprintf(cmd.OutOrStdout(), "Nothing to change in %s.\n", theory.Legible(t.File))
	}
	for _, f := range files {
		text := f.Text
		if old, err := os.ReadFile(f.File.Name); err == nil && bytes.HasPrefix(old, []byte("\ufeff")) {
			text = "\ufeff" + text
		}
		if err := writeOut(cmd, f.File.Name, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
			return "", err
		}
		var did []string
		if f.Changed > 0 {
			did = append(did, wording.English.Counted(f.Changed, "value"))
		}
		if f.Added > 0 {
			did = append(did, wording.English.Counted(f.Added, "new element"))
		}
		fmt.Fprintf(cmd.OutOrStdout(), "Changed %s: %s.\n", theory.Legible(f.File.Name), strings.Join(did, ", "))
	}
	return "", nil
}
