package layout

import (
	"bytes"
	"context"
	"io"
	"time"
)

// afterUse is how long a new process waits to be started: its start takes a processor that who used the last one may
// still need.
const afterUse = 300 * time.Millisecond

// KeepReady keeps one process of the layout program started and waiting for a graph, so that a layout need not wait for
// its start, which takes longer than most layouts. It returns when ctx has ended and the process with it.
func (e *Engine) KeepReady(ctx context.Context) {
	for ctx.Err() == nil {
		w, err := e.wait(ctx)
		if err == nil {
			select {
			case e.ready <- w:
			case <-w.done:
			}
			<-w.done
			w.in.Close()
		}
		select {
		case <-time.After(afterUse):
		case <-ctx.Done():
		}
	}
}

// waiting is a process that has been started and waits for its graph.
type waiting struct {
	program string // its identity
	in      *io.PipeWriter
	kill    context.CancelFunc
	done    chan struct{}
	answer  []byte // set, like err, before done is closed
	err     error
}

func (e *Engine) wait(ctx context.Context) (*waiting, error) {
	id, err := identity(e.program)
	if err != nil {
		return nil, err
	}
	temp, err := privateFolder(e.cache, "engine")
	if err != nil {
		return nil, err
	}
	ctx, kill := context.WithCancel(ctx)
	out, in := io.Pipe()
	w := &waiting{program: id, in: in, kill: kill, done: make(chan struct{})}
	go func() {
		defer close(w.done)
		defer kill()
		stop := context.AfterFunc(ctx, func() { out.CloseWithError(context.Cause(ctx)) })
		defer stop()
		w.answer, w.err = process(ctx, e.program, temp, out)
		out.Close()
	}()
	return w, nil
}

// lay gives a waiting process its graph.
func (w *waiting) lay(ctx context.Context, dot []byte) ([]byte, error) {
	go func() {
		_, _ = io.Copy(w.in, bytes.NewReader(dot)) // a process that is gone does not take it, and says so itself
		w.in.Close()
	}()
	stop := context.AfterFunc(ctx, w.kill)
	defer stop()
	<-w.done
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return w.answer, w.err
}

// start gives a graph to the process that waits, where one does, or else to a new one.
func (e *Engine) start(ctx context.Context, temp string, dot []byte) ([]byte, error) {
	select {
	case w := <-e.ready:
		if id, err := identity(e.program); err == nil && id == w.program {
			return w.lay(ctx, dot)
		}
		w.kill() // the program was built anew
	default:
	}
	return process(ctx, e.program, temp, bytes.NewReader(dot))
}
