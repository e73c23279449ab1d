package preview

import "sync"

// edition is the page as it was made from one state of the files.
type edition struct {
	id   string // of its content
	page []byte
}

// board shows the newest edition, and tells those who wait of each new one.
type board struct {
	mu      sync.Mutex
	current *edition
	waiting map[chan struct{}]bool
}

func newBoard() *board { return &board{waiting: make(map[chan struct{}]bool)} }

// newest is the edition shown; nil before the first.
func (b *board) newest() *edition {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.current
}

// post shows an edition, unless it is the one shown already.
func (b *board) post(e *edition) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.current != nil && b.current.id == e.id {
		return
	}
	b.current = e
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
