package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/schema"
)

//go:embed all:starter
var starter embed.FS

func newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Start a theory in a new folder",
		Long: `Start a theory: a small one to be made your own, with comments that say what each part is for, the project's
settings, the schema that lets an editor complete and check what you type, and .taplo.toml, by which the editor's own
formatter leaves a file as icamo fmt lays it out. Nothing is overwritten.`,
		Example: "  icamo new my-theory",
		Args:    takes(1, 1, "the folder to start the theory in"),
		RunE:    func(cmd *cobra.Command, args []string) error { return startTheory(cmd, args[0]) },
	}
}

// startTheory writes the files of a new theory into a folder that has none of them yet.
func startTheory(cmd *cobra.Command, dir string) error {
	if strings.TrimSpace(dir) == "" {
		return fmt.Errorf("%q is no name for a folder; give one, such as my-theory", dir)
	}
	type file struct {
		name string
		text []byte
	}
	files := []file{{schema.File, schema.JSON()}}
	for _, name := range []string{".taplo.toml", load.SettingsFile, "theory.toml"} {
		text, err := starter.ReadFile("starter/" + name)
		if err != nil {
			return err
		}
		files = append(files, file{name, text})
	}
	for i := range files {
		files[i].name = filepath.Join(dir, files[i].name)
		switch _, err := os.Lstat(files[i].name); {
		case err == nil:
			return fmt.Errorf("%s is there already; name a new folder", files[i].name)
		case !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("start %s: %w", dir, reason(err))
		}
	}
	if err := load.StaysInside(files[0].name); err != nil {
		return fmt.Errorf("start %s: %w", dir, err)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("start %s: %w", dir, reason(err))
	}
	for _, f := range files {
		if err := writeOut(cmd, f.name, func(w io.Writer) error { _, err := w.Write(f.text); return err }); err != nil {
			return err
		}
	}
	last := files[len(files)-1].name
	_, err := fmt.Fprintf(cmd.OutOrStdout(), `Started %s. Now edit it, and see what it says:
  icamo check %s
  icamo render %[2]s -o theory.svg
`, theory.Legible(last), argument(last))
	return err
}
