package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/trace"
)

func traceCommand() *cobra.Command {
	var to string
	var without []string
	format, limit := "text", 20
	var out document
	cmd := &cobra.Command{
		Use:   "trace THEORY [ID]",
		Short: "Follow what leads to a node and what follows from it",
		Long: `Follow the links to and from the node ID, path by path, each with what it needs, what would stop it, its weakest link and
the evidence on that; or, with --without alone, say which outcomes can no longer come about, or lose their last
supported path, where a node is taken away.

A path is as strong as its weakest link. Links are ordered by the status declared for them (refuted, then not tested
and not activated, hypothesised, mixed, supported), then by the number of distinct cases behind them. The best
supported paths come first, of two alike the shorter; no path visits a node twice. Dropped nodes and links are on no
path.

With --without alone, paths start from interventions and from nodes that nothing leads to. Those count that promote the
outcome (an even number of their links inhibit) and have what they need: what is necessary for a node or a link that they
pass must be able to come about itself. A context, actor or outcome that is necessary for something is no way to it where
anything else promotes that. A need that is only hypothesised takes no supported path away; it is named with
its status. What inhibits something on the path does not count against it, but is listed where paths are. A path is
supported where each of its links is supported or mixed. An outcome that paths only reduce is said to be reduced.`,
		Example: "  icamo trace theories/peer/revised.toml hope\n  icamo trace theories/peer/revised.toml group-rules --to hope\n  icamo trace theories/peer/revised.toml --without feeling-safe",
		Args:    takes(1, 2, "a theory file, and the id of a node in it"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 || limit > 1000 {
				return fmt.Errorf("--limit cannot be %d: it is from 1 to 1000", limit)
			}
			if format != "text" && format != "json" {
				return fmt.Errorf("--format cannot be %q: it is text or json", format)
			}
			kind := format
			if format == "json" {
				kind = "trace"
			}
			if err := out.mayWrite(kind); err != nil {
				return err
			}
			t, err := openVersion(cmd, args[0])
			if err != nil {
				return err
			}
			write, err := traced(t, args[1:], to, without, format, limit)
			if err != nil {
				return err
			}
			return madeOf(out.write(cmd, write, filesOf(t)...), t)
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "follow paths to the node `ID` alone")
	cmd.Flags().StringArrayVar(&without, "without", nil, "take the node `ID` away; may be given more than once")
	cmd.Flags().StringVar(&format, "format", format, "the `FORMAT`: text or json")
	cmd.Flags().IntVar(&limit, "limit", limit, "the greatest `NUMBER` of paths to list on each side")
	out.addFlags(cmd)
	return cmd
}

// traced finds out what was asked for; the function returned writes it.
func traced(t *theory.Theory, ids []string, to string, without []string, format string, limit int) (func(io.Writer) error, error) {
	var taken []*theory.Node
	for _, id := range without {
		n, err := liveNode(t, id)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(taken, n) {
			taken = append(taken, n)
		}
	}
	if len(ids) == 0 {
		if to != "" {
			return nil, fmt.Errorf("--to %q needs a node from which paths lead to it; name that as well, as icamo trace THEORY ID --to %s, or leave --to out", to, to)
		}
		if len(taken) == 0 {
			return nil, fmt.Errorf("no node to trace: name its id, or --without ID")
		}
		loss := trace.Without(t, taken)
		if format == "json" {
			return func(w io.Writer) error { return trace.LossJSON(w, loss) }, nil
		}
		return func(w io.Writer) error { return trace.LossText(w, loss) }, nil
	}
	n, err := liveNode(t, ids[0])
	if err != nil {
		return nil, err
	}
	if slices.Contains(taken, n) {
		if to != "" || len(taken) > 1 {
			return nil, fmt.Errorf("%q cannot be both traced and left out", n.ID)
		}
		return traced(t, nil, "", without, format, limit)
	}
	var tr *trace.Trace
	if to == "" {
		tr = trace.Through(t, n, taken, limit)
	} else {
		end, err := liveNode(t, to)
		switch {
		case err != nil:
			return nil, fmt.Errorf("--to: %w", err)
		case end == n:
			return nil, fmt.Errorf("%q leads to itself: --to must name another node", n.ID)
		case slices.Contains(taken, end):
			return nil, fmt.Errorf("%q cannot be both traced and left out", end.ID)
		}
		tr = trace.Between(t, n, end, taken, limit)
	}
	if format == "json" {
		return func(w io.Writer) error { return trace.JSON(w, tr) }, nil
	}
	return func(w io.Writer) error { return trace.Text(w, tr) }, nil
}

// liveNode finds a node of the theory that is not dropped.
func liveNode(t *theory.Theory, id string) (*theory.Node, error) {
	n := t.Node(id)
	if n == nil {
		return nil, fmt.Errorf("unknown node %q in %s%s", id, t.File, t.InsteadOfNode(id))
	}
	if !n.Live() {
		return nil, fmt.Errorf("%q was dropped (%s), so nothing leads to it or from it; name a node that was not", id, strings.TrimSuffix(oneLine(n.Dropped), "."))
	}
	return n, nil
}
