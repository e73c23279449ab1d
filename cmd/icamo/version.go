package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"icamo/render/drawing"
	"icamo/render/graphviz"
	"icamo/theory/schema"
)

// release is the version of icamo that this source is or leads to.
const release = "0.1.0"

func versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version, and what is in the program",
		Long: `Print the version: of icamo, the revision of its source, Go, and the system that it is built for.

With --json, also of what is inside: Graphviz, which lays figures out, and the module that it is of; the fonts; the Go modules; and
the format of theory files, which is told by the SHA-256 of what icamo schema prints: programs of one format have the same.`,
		Example: `  icamo version
  icamo version --json`,
		Args: takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON {
				return insideJSON(cmd.OutOrStdout())
			}
			_, err := fmt.Fprintln(cmd.OutOrStdout(), versionLine())
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "say all that is in the program, as JSON")
	return cmd
}

func versionLine() string {
	named := ""
	if of := builtFrom(); len(of.Revision) >= 12 {
		named = " (" + of.Revision[:12] + ")"
	}
	return fmt.Sprintf("icamo %s%s %s %s/%s", release, named, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// inside is what is in this program, as version --json says it.
type inside struct {
	Version string `json:"version"`
	source
	Go       string     `json:"go"`
	System   string     `json:"system"`
	Format   format     `json:"format"`
	Graphviz engine     `json:"graphviz"`
	Fonts    []font     `json:"fonts"`
	Modules  []goModule `json:"modules"`
}

// source is the revision of the source, where the build recorded it.
type source struct {
	Revision string `json:"revision,omitempty"`
	Time     string `json:"time,omitempty"`
	Modified bool   `json:"modified"` // the source was edited since
}

type format struct {
	Schema string `json:"schema_sha256"`
}

type engine struct {
	Version string `json:"version"`
	Module  string `json:"module"`
}

type font struct {
	Family  string `json:"family"`
	Version string `json:"version"`
}

type goModule struct {
	Path    string `json:"path"`
	Version string `json:"version"`
	Sum     string `json:"sum,omitempty"`
}

func insideJSON(w io.Writer) error {
	face, err := drawing.LiberationSans()
	if err != nil {
		return err
	}
	fontVersion, err := face.Version()
	if err != nil {
		return err
	}
	hash := sha256.Sum256(schema.JSON())
	c := inside{
		Version:  release,
		source:   builtFrom(),
		Go:       runtime.Version(),
		System:   runtime.GOOS + "/" + runtime.GOARCH,
		Format:   format{hex.EncodeToString(hash[:])},
		Graphviz: engine{graphviz.Release, graphviz.Module + "@" + graphviz.Version},
		Fonts:    []font{{face.Families()[0], strings.TrimPrefix(fontVersion, "Version ")}},
		Modules:  []goModule{},
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			c.Modules = append(c.Modules, goModule{m.Path, m.Version, m.Sum})
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(c)
}

func builtFrom() source {
	var of source
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return of
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			of.Revision = s.Value
		case "vcs.time":
			of.Time = s.Value
		case "vcs.modified":
			of.Modified = s.Value == "true"
		}
	}
	return of
}
