package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"
)

// grace is how long a command that was asked to end may take to end in good order.
const grace = 2 * time.Second

// endInTime ends the program when a signal has ended the context and the command has not ended in time: one that only
// reads and reckons never looks at the context. What is written is written whole or not at all. A second signal ends the
// program at once.
func endInTime(ctx context.Context, stop func(), ended <-chan struct{}, stderr io.Writer) {
	select {
	case <-ended:
		return
	case <-ctx.Done():
		stop()
	}
	select {
	case <-ended:
	case <-time.After(grace):
		fmt.Fprintln(stderr, "icamo: interrupted")
		os.Exit(statusFailed)
	}
}
