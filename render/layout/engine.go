package layout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"time"
)

// DefaultTimeout is the time that a layout may take with all its tries.
const DefaultTimeout = 15 * time.Second

// An Engine runs a layout program that is called as "dot -Tjson0" is. It may be used by several goroutines at once:
// each layout has its own process, as many side by side as there are processors; who asks for a layout that is being made
// waits for that one.
type Engine struct {
	Timeout time.Duration // for one layout, from the start of its process; DefaultTimeout unless set

	program string
	cache   string
	slots   chan struct{}
	ready   chan *waiting // hands over the process that KeepReady keeps
	flights flights
}

// New gives the engine for the program at a path, with its caches under the folder cache. Where cache is empty, or is
// not this user's alone, nothing is kept and each layout starts cold, about a second slower.
func New(program, cache string) *Engine {
	return &Engine{
		Timeout: DefaultTimeout,
		program: program,
		cache:   cache,
		slots:   make(chan struct{}, runtime.GOMAXPROCS(0)),
		ready:   make(chan *waiting),
	}
}

// Run lays out a graph. A program that crashes or answers nonsense is run once more on a cleared cache; where that
// fails too, or there is no answer at half the time, the graph is tried once more with straight lines. Run returns
// within Timeout and a second, or soon after ctx ends, and leaves neither processes nor temporary files.
func (e *Engine) Run(ctx context.Context, g Graph) (*Layout, error) {
	l, err := e.run(ctx, g)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("lay out the figure: not done after %v, not even with straight lines; "+
			"draw a part of the theory, or allow more time", e.Deadline())
	case err != nil:
		return nil, fmt.Errorf("lay out the figure: %w", err)
	}
	return l, nil
}

func (e *Engine) run(ctx context.Context, g Graph) (*Layout, error) {
	id, err := identity(e.program)
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

// try runs the program on the kept temporary folder, where its compiled engine lies. If that fails, the engine there
// may be damaged: the folder is emptied, and the program run once more on a fresh one, which is removed afterwards.
func (e *Engine) try(ctx context.Context, g Graph) (*Layout, []byte, error) {
	if kept, err := privateFolder(e.cache, "engine"); err == nil {
		sweep(kept)
		l, data, err := e.once(ctx, kept, g)
		if err == nil || ctx.Err() != nil || !started(err) {
			return l, data, err
		}
		_ = empty(kept) // what resists is met, and passed by, the next time
	}
	fresh, err := os.MkdirTemp("", "icamo-layout-*")
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return nil, nil, fmt.Errorf("make a temporary folder in %s: %w; name another with TMPDIR", os.TempDir(), err)
	}
	defer os.RemoveAll(fresh)
	return e.once(ctx, fresh, g)
}

func (e *Engine) once(ctx context.Context, temp string, g Graph) (*Layout, []byte, error) {
	data, err := e.start(ctx, temp, g.DOT)
	if err != nil {
		if ctx.Err() != nil {
			return nil, nil, err
		}
		return nil, nil, fmt.Errorf("run %q: %w", e.program, err)
	}
	l, err := read(data, g)
	if err != nil {
		return nil, nil, fmt.Errorf("%q answered nonsense: %w", e.program, err)
	}
	return l, data, nil
}

// simplified adds to a graph what makes Graphviz spend less on it. With no limit on its network simplex it takes
// minutes over 60 nodes that are all linked, and overflows its stack on a chain of 800.
func simplified(dot []byte) []byte {
	end := bytes.LastIndexByte(dot, '}')
	if end < 0 {
		return dot
	}
	return slices.Concat(dot[:end], []byte("splines=line; nslimit=0; nslimit1=0; mclimit=0.01;"), dot[end:])
}
