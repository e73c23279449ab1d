package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/exchange/graphs"
	"icamo/theory/exchange/jsonfile"
)

// graphFormat is a format of other programs that holds a whole theory, by the name that --format and the endings of files
// take.
type graphFormat struct {
	name  string
	write func(io.Writer, *theory.Theory) (lost []string, err error)
}

var graphFormats = []graphFormat{
	{"graphml", graphs.GraphML},
	{"kumu", graphs.Kumu},
	{"dagitty", graphs.DAGitty},
	{"cx2", graphs.CX2},
	{"json", jsonfile.Write},
}

// graphFormat is the graph format that is asked for, and whether one is.
func (r *renderFlags) graphFormat() (graphFormat, bool) {
	name := cmp.Or(r.format, strings.ToLower(strings.TrimPrefix(filepath.Ext(r.output), ".")))
	for _, f := range graphFormats {
		if f.name == name {
			return f, true
		}
	}
	return graphFormat{}, false
}

// renderGraph writes a whole theory as a graph, and says what the format has no place for.
func renderGraph(cmd *cobra.Command, file string, flags renderFlags, f graphFormat) error {
	if flags.view != "theory" {
		return fmt.Errorf("%s is for the whole theory, not for the view %q; leave --view out", f.name, flags.view)
	}
	if err := mayReplace(flags.output, f.name, flags.force); err != nil {
		return err
	}
	sayIdle(cmd, idleInGraph(cmd, f))
	t, err := openVersion(cmd, file)
	if err != nil {
		return err
	}
	var lost []string
	err = writeOut(cmd, flags.output, func(w io.Writer) (err error) {
		lost, err = f.write(w, t)
		return err
	}, filesOf(t)...)
	sayLost(cmd, err, f.name, lost)
	return madeOf(err, t)
}

// sayLost says what a format has no place for, of a file that could be written.
func sayLost(cmd *cobra.Command, err error, format string, lost []string) {
	if err == nil && len(lost) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s has no place for %s\n", format, oneLine(strings.Join(lost, "; ")))
	}
}
