package layout

import (
	"context"
	"sync"
)

// flights are the layouts being made: a call for one of them waits for it.
type flights struct {
	mu     sync.Mutex
	byName map[string]*flight
}

type flight struct {
	done   chan struct{}
	layout *Layout // set before done is closed; nil where there was none
}

// take gives the layout that another caller is making; where there is none, or that one came to nothing, it is made here.
func (f *flights) take(ctx context.Context, name string, lay func() (*Layout, error)) (*Layout, error) {
	for {
		f.mu.Lock()
		other := f.byName[name]
		if other == nil {
			break
		}
		f.mu.Unlock()
		select {
		case <-other.done:
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
		if other.layout != nil {
			return other.layout, nil
		}
	}
	own := &flight{done: make(chan struct{})}
	if f.byName == nil {
		f.byName = make(map[string]*flight)
	}
	f.byName[name] = own
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		delete(f.byName, name)
		f.mu.Unlock()
		close(own.done)
	}()
	l, err := lay()
	own.layout = l
	return l, err
}
