package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"icamo/theory"
)

// The exit statuses besides 0.
const (
	statusReport = 1 // findings, or differences
	statusFailed = 2 // the command could not do its job
)

// garbagePercent lets garbage grow to 1.5 times what is in use before it is collected: most commands end before that, and start and
// finish sooner for it. With 1.7 times or twice as much a check of a large file took 26 to 30 times its size.
const garbagePercent = 150

// muchMemory, in bytes, is more than any theory takes that people wrote: near it garbage is collected at once.
const muchMemory = 3 << 29

// collectAt has garbage collected when it has grown to a percentage of what is in use. The environment can say otherwise.
func collectAt(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// errReported ends a command that did its job and has something to report: findings, or differences.
var errReported = errors.New("something to report")

// run is the whole command: it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	collectAt(garbagePercent)
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(muchMemory)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ended := make(chan struct{})
	defer close(ended)
	go endInTime(ctx, stop, ended, stderr)
	out := newOutput(stdout)
	root := rootCommand(out.terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb")
	root.SetArgs(driverArguments(args))
	root.SetIn(stdin)
	root.SetOut(out)
	if isTerminal(stderr) {
		stderr = &terminal{w: stderr}
	}
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if flushErr := out.Flush(); flushErr != nil && (err == nil || errors.Is(err, errReported)) {
		err = fmt.Errorf("write to standard output: %w", flushErr)
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errReported):
		return statusReport
	}
	fmt.Fprintf(stderr, "icamo: %s\n", oneLine(err.Error()))
	return statusFailed
}

// oneLine keeps a message to a line that steers no terminal, whatever file names and library errors put into it.
func oneLine(message string) string { return theory.Legible(strings.TrimSpace(message)) }

func rootCommand(colour bool) *cobra.Command {
	root := &cobra.Command{
		Use:   "icamo",
		Short: "Check, draw and compare program theories",
		Long: `icamo reads a program theory from a TOML file: interventions, contexts, actors, mechanisms and outcomes
(ICAMO), the causal links among them, and the evidence behind each link. It checks the theory for links that
nothing supports, draws it as a figure, and says what changed between the initial and the revised theory.`,
		Example: `  icamo new my-theory                                   # a theory to start from
  icamo check my-theory                                 # what is missing or contradictory in it
  icamo render my-theory/theory.toml -o theory.svg      # as a figure`,
		Version:       versionLine(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          knownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(flagError)
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetHelpCommand(helpCommand())
	root.AddCommand(
		checkCommand(colour),
		diffCommand(colour),
		explainCommand(),
		fmtCommand(),
		importCommand(),
		lspCommand(),
		mergeCommand(),
		newCommand(),
		renameCommand(),
		schemaCommand(),
		layoutCommand(),
		renderCommand(),
		reportCommand(),
		serveCommand(),
		tableCommand(),
		traceCommand(),
		versionCommand(),
		manCommand(),
	)
	completeAll(root)
	return root
}
