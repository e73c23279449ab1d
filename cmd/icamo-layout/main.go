// Command icamo-layout lays out one graph as "dot -Tjson0" does, through go-graphviz's own interface: DOT on standard input,
// JSON on standard output. It is what icamo's own layouts are held against, byte for byte; icamo does not need it, but runs
// it where ICAMO_LAYOUT names it.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

const usage = "usage: icamo-layout -Tjson0 < graph.dot > layout.json (or -V for the version)"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) != 1 {
		fmt.Fprintln(stderr, usage)
		return 2
	}
	switch args[0] {
	case "-V":
		fmt.Fprintln(stdout, "icamo-layout with go-graphviz", engineVersion())
		return 0
	case "-Tjson0":
		if err := layOut(stdin, stdout); err != nil {
			fmt.Fprintln(stderr, "icamo-layout:", err)
			return 1
		}
		return 0
	default:
		fmt.Fprintf(stderr, "unknown argument %q; %s\n", args[0], usage)
		return 2
	}
}

func layOut(stdin io.Reader, stdout io.Writer) error {
	dot, err := io.ReadAll(stdin)
	if err != nil {
		return fmt.Errorf("read standard input: %w", err)
	}
	answer, err := layout(context.Background(), dot)
	if err != nil {
		return err
	}
	if _, err := stdout.Write(answer); err != nil {
		return fmt.Errorf("write standard output: %w", err)
	}
	return nil
}

func engineVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if module.Path == "github.com/goccy/go-graphviz" {
				return module.Version
			}
		}
	}
	return "of an unknown version"
}
