package preview

import (
	"slices"
	"sync"

	"icamo/render/page"
)

// board shows the newest edition of the page, and tells those who wait of each new one.
type board struct {
	mu      sync.Mutex
	recent  []*page.Edition // the newest last
	waiting map[chan struct{}]bool
}

func newBoard() *board { return &board{waiting: make(map[chan struct{}]bool)} }

// newest is the edition shown; nil before the first.
func (b *board) newest() *page.Edition {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.recent) == 0 {
		return nil
	}
	return b.recent[len(b.recent)-1]
}

// edition is the one of an id; nil where it is too long ago, or never was.
func (b *board) edition(id string) *page.Edition {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.IndexFunc(b.recent, func(e *page.Edition) bool { return e.ID == id }); i >= 0 {
		return b.recent[i]
	}
	return nil
}

// kept is how many editions are remembered, for readers who have not yet followed.
const kept = 4

// post shows an edition, unless it is the one shown already.
func (b *board) post(e *page.Edition) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if n := len(b.recent); n > 0 && b.recent[n-1].ID == e.ID {
		return
	}
	b.recent = append(b.recent[max(0, len(b.recent)-kept+1):], e)
	for c := range b.waiting {
		select {
		case c <- struct{}{}:
		default: // it has not yet looked since the last one, and will see the newest
		}
	}
}

// join gives a channel that holds a signal whenever there is a new edition, until leave; nil where there are too many
// readers already.
func (b *board) join() chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	const most = 256
	if len(b.waiting) >= most {
		return nil
	}
	c := make(chan struct{}, 1)
	b.waiting[c] = true
	return c
}

func (b *board) leave(c chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.waiting, c)
}
