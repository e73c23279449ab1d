package layout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"icamo/render/graphviz"
)

// DefaultTimeout is the time that a layout may take with all its tries.
const DefaultTimeout = 15 * time.Second

// An Engine lays graphs out, as many side by side as there are processors. It may be used by several goroutines at once: who
// asks for a layout that is being made waits for that one.
type Engine struct {
	Timeout time.Duration // for one layout; DefaultTimeout unless set

	command []string // what to run for each layout; Graphviz in this process where there is none
	ours    bool     // the command is this program's own
	cache   string
	slots   chan struct{}
	flights flights
	left    atomic.Int32 // layouts in this process that took too long, and go on
}

// New gives the engine that lays out in this process, with Graphviz in Go, and remembers its answers under the folder cache.
// Where cache is empty, or is not this user's alone, nothing is remembered.
func New(cache string) *Engine { return newEngine(cache, nil) }

// NewProgram gives the engine that runs a program for each layout, called as "dot -Tjson0" is.
func NewProgram(cache, program string) *Engine {
	return newEngine(cache, []string{program, "-Tjson0"})
}

func newEngine(cache string, command []string) *Engine {
	return &Engine{
		Timeout: DefaultTimeout,
		command: command,
		cache:   cache,
		slots:   make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
}

// Apart gives an engine that lays out in a process of its own each time, which can be ended when a layout takes too long: it
// calls this program, as the command says. A program that runs for long must not lay out in its own process.
func (e *Engine) Apart(command ...string) *Engine {
	if e.command != nil {
		return e
	}
	apart := newEngine(e.cache, command)
	apart.Timeout, apart.ours = e.Timeout, true
	return apart
}

// Run lays out a graph. One that fails, or has no answer at half the time, is tried once more with straight lines. Run returns
// within Timeout and a second, or soon after ctx ends. A program that it ran is ended then, with all that it started; what
// goes on in this process ends with it, and beyond as many as there are processors no more is begun.
func (e *Engine) Run(ctx context.Context, g Graph) (*Layout, error) {
	l, err := e.run(ctx, g)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("lay out the figure: %w", &TooSlow{e.Deadline()})
	case err != nil:
		return nil, fmt.Errorf("lay out the figure: %w", err)
	}
	return l, nil
}

// TooSlow says that a layout took longer than it may.
type TooSlow struct{ After time.Duration }

func (e *TooSlow) Error() string {
	return fmt.Sprintf("not done after %v, not even with straight lines; draw a part of the theory, or allow more time", e.After)
}

func (e *Engine) run(ctx context.Context, g Graph) (*Layout, error) {
	id, err := e.identity()
	if err != nil {
		return nil, err
	}
	name := entry(id, g.DOT)
	kept, keepErr := privateFolder(e.cache, "layouts")
	if keepErr == nil {
		if data, ok := load(kept, name); ok {
			if l, err := read(data, g); err == nil {
				return l, nil
			}
		}
	}
	return e.flights.take(ctx, name, func() (*Layout, error) {
		select {
		case e.slots <- struct{}{}:
			defer func() { <-e.slots }()
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
		l, data, err := e.compute(ctx, g)
		if err != nil {
			return nil, err
		}
		if keepErr == nil && !l.Simplified {
			if store(kept, name, data) == nil {
				prune(kept, mostEntries, mostEntryBytes)
			}
		}
		return l, nil
	})
}

// compute lays out g in half the time that there is, or else its simplified form in what is left.
func (e *Engine) compute(ctx context.Context, g Graph) (*Layout, []byte, error) {
	timeout := e.Deadline()
	if deadline, ok := ctx.Deadline(); ok {
		timeout = min(timeout, time.Until(deadline))
	}
	whole, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	half, cancel := context.WithTimeout(whole, timeout/2)
	defer cancel()
	l, data, err := e.try(half, g)
	if err != nil && whole.Err() == nil && started(err) {
		g.DOT = simplified(g.DOT)
		if l, data, err = e.try(whole, g); err == nil {
			l.Simplified = true
		}
	}
	return l, data, err
}

// Deadline is the time that a layout may take.
func (e *Engine) Deadline() time.Duration {
	if e.Timeout <= 0 {
		return DefaultTimeout
	}
	return e.Timeout
}

func (e *Engine) try(ctx context.Context, g Graph) (*Layout, []byte, error) {
	by := "Graphviz"
	var data []byte
	var err error
	if e.command == nil {
		data, err = e.here(ctx, g.DOT)
	} else {
		by = fmt.Sprintf("%q", e.command[0])
		if data, err = process(ctx, e.command, e.ours, bytes.NewReader(g.DOT)); err != nil && ctx.Err() == nil {
			err = fmt.Errorf("run %s: %w", by, err)
		}
	}
	if err != nil {
		return nil, nil, err
	}
	l, err := read(data, g)
	if err != nil {
		return nil, nil, fmt.Errorf("%s answered nonsense: %w", by, err)
	}
	return l, data, nil
}

// here lays out in this process. A layout that takes too long cannot be interrupted: it goes on until the process ends.
func (e *Engine) here(ctx context.Context, dot []byte) ([]byte, error) {
	if e.left.Load() >= int32(runtime.GOMAXPROCS(0)) {
		return nil, fmt.Errorf("%w: layouts before it are not done yet", context.DeadlineExceeded)
	}
	type answer struct {
		data []byte
		err  error
	}
	done := make(chan answer, 1)
	var over atomic.Bool // the layout is done, or was given up
	go func() {
		data, err := graphviz.Layout(dot)
		done <- answer{data, err}
		if over.Swap(true) {
			e.left.Add(-1)
		}
	}()
	select {
	case a := <-done:
		return a.data, a.err
	case <-ctx.Done():
		if !over.Swap(true) {
			e.left.Add(1)
		}
		return nil, context.Cause(ctx)
	}
}

// JSON0 lays out one graph in this process, and gives Graphviz's own answer: what "dot -Tjson0" prints.
func JSON0(dot []byte) ([]byte, error) { return graphviz.Layout(dot) }

// simplified adds to a graph what makes Graphviz spend less on it. With no limit on its network simplex it takes
// minutes over 60 nodes that are all linked.
func simplified(dot []byte) []byte {
	end := bytes.LastIndexByte(dot, '}')
	if end < 0 {
		return dot
	}
	return slices.Concat(dot[:end], []byte("splines=line; nslimit=0; nslimit1=0; mclimit=0.01;"), dot[end:])
}
