package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"icamo/render"
	"icamo/theory/wording"
)

// idle are flags that do nothing in files of a format, and why.
type idle struct {
	flags []string
	why   string
}

// idleInFigure are those of a figure.
func idleInFigure(format render.Format) []idle {
	var all []idle
	if !format.Dots {
		all = append(all, idle{[]string{"dpi"}, format.Name + " is not made of dots"})
	}
	if format.Text != nil {
		all = append(all, idle{[]string{"width"}, "the program that reads " + format.Name + " lays the figure out"})
	}
	return all
}

// idleInPage are those of a page.
var idleInPage = []idle{
	{[]string{"dpi"}, "html is not made of dots"},
	{[]string{"stable"}, "a page keeps no places"},
	{[]string{"no-title"}, "figures of a page have no titles"},
	{[]string{"verbose"}, "a page has several figures"},
}

// idleInGraph are those of the whole theory for other programs: all that say how a figure is to be.
func idleInGraph(cmd *cobra.Command, f graphFormat) []idle {
	all := idle{why: f.name + " holds the theory, and no figure of it"}
	cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
		if !slices.Contains([]string{"output", "format", "force", "view", "help"}, flag.Name) {
			all.flags = append(all.flags, flag.Name)
		}
	})
	return []idle{all}
}

// sayIdle says which of the flags that are given do nothing.
func sayIdle(cmd *cobra.Command, all []idle) {
	for _, one := range all {
		var given []string
		for _, flag := range one.flags {
			if cmd.Flags().Changed(flag) {
				given = append(given, "--"+flag)
			}
		}
		switch len(given) {
		case 0:
		case 1:
			fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s does nothing here: %s\n", given[0], one.why)
		default:
			fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s do nothing here: %s\n", wording.English.List(given), one.why)
		}
	}
}
