package layout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

const (
	largestAnswer = 64 << 20 // bytes; a graph of 10,000 nodes answers with 5 MB
	largestNote   = 64 << 10
	// lastWords is how long a process's output may stay open after its end: its children could hold it for ever.
	lastWords = 250 * time.Millisecond
)

var errTooLarge = fmt.Errorf("the answer is larger than %d MB", largestAnswer>>20)

// process runs a command once on a graph, and gives what it wrote. When it returns, nothing that the command started is left,
// also when ctx ended: in its process group, and on Linux outside of it. A command of ours starts nothing.
func process(ctx context.Context, command []string, ours bool, dot io.Reader) ([]byte, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	stdout := limited{most: largestAnswer, full: func() { cancel(errTooLarge) }}
	stderr := limited{most: largestNote, full: func() {}}

	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	mark := fmt.Sprintf("ICAMO_LAYOUT_RUN=%d-%d", os.Getpid(), time.Now().UnixNano())
	cmd.Env = append(os.Environ(), mark)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = dot, &stdout, &stderr
	cmd.Cancel = func() error { return killGroup(cmd) }
	cmd.WaitDelay = lastWords
	ownGroup(cmd)

	// On Linux the death of the starting thread counts as this program's.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := cmd.Start(); err != nil {
		return nil, &startError{err}
	}
	err := cmd.Wait()
	_ = killGroup(cmd) // children that outlived it; most often there are none
	if !ours {
		killMarked(mark)
	}
	switch {
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case err != nil && !errors.Is(err, exec.ErrWaitDelay): // a child that outlived it only held its output open
		return nil, fmt.Errorf("%w%s", err, stderr.firstLine())
	}
	return stdout.kept.Bytes(), nil
}

// A startError says that there was no process at all: another try would end the same.
type startError struct{ err error }

func (e *startError) Error() string { return e.err.Error() }
func (e *startError) Unwrap() error { return e.err }

func started(err error) bool {
	var notStarted *startError
	return !errors.As(err, &notStarted)
}

// limited keeps what is written to it up to most bytes, says once that it is full, and drops the rest.
type limited struct {
	kept bytes.Buffer
	most int
	full func()
}

func (l *limited) Write(p []byte) (int, error) {
	room := l.most - l.kept.Len()
	l.kept.Write(p[:min(room, len(p))])
	if room < len(p) {
		l.full()
	}
	return len(p), nil
}

// firstLine is what a program complained of, quoted, since it may repeat a theory's text.
func (l *limited) firstLine() string {
	line, _, _ := strings.Cut(strings.TrimSpace(l.kept.String()), "\n")
	if line == "" {
		return ""
	}
	return fmt.Sprintf(": %q", clip(strings.TrimSpace(line)))
}
