package preview

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"icamo/render/page"
	"icamo/theory/load"
)

// watch reads and draws the theory anew whenever one of its files changes, until the context ends.
func (p *Preview) watch(ctx context.Context) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch the files: %w", err)
	}
	defer watcher.Close()
	ctx, cancel := context.WithCancel(ctx)
	events := make(chan struct{}, 1)
	settled := settle(ctx, events, quiet, most)
	defer func() {
		cancel()
		for range settled { // until it has ended
		}
	}()
	follow(watcher, p.last, p.File)
	notify := func() {
		select {
		case events <- struct{}{}:
		default:
		}
	}
	notify() // a file may have changed since it was read first

	var later <-chan time.Time // when to look again without an event
	doubted := ""              // a broken state that may be a file half-written
	work := drawing{preview: p}
	defer work.stop()
	look := func() error {
		s := p.read()
		later = nil
		if s.missing() {
			later = time.After(poll)
		}
		follow(watcher, s, p.File)
		if s.print == p.last.print {
			doubted = ""
			return nil
		}
		if s.broken() && s.print != doubted {
			doubted, later = s.print, time.After(recheck)
			return nil
		}
		p.last, doubted = s, ""
		work.stop()
		if s.broken() {
			return p.post(s, nil)
		}
		work.start(ctx, s)
		return nil
	}
	for {
		var err error
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-watcher.Events:
			if ok && e.Op != fsnotify.Chmod {
				notify()
			}
		case <-watcher.Errors: // events were lost: look
			notify()
		case <-settled:
			err = look()
		case <-later:
			err = look()
		case r := <-work.done:
			work.stop()
			if r.err == nil {
				p.good = r.page
			}
			err = p.post(p.last, r.err)
		}
		if err != nil {
			return err
		}
	}
}

// follow watches the folders of all files that the theory was read from. Folders rather than files: many editors write a
// new file and rename it over the old one. A folder that is watched already, or cannot be, is passed over.
func follow(watcher *fsnotify.Watcher, s state, file string) {
	add := func(name string) {
		_ = watcher.Add(filepath.Dir(name))
		if real, err := filepath.EvalSymlinks(name); err == nil {
			_ = watcher.Add(filepath.Dir(real))
		}
	}
	add(file)
	for t := s.theory; t != nil; t = t.Earlier {
		for _, f := range t.Files {
			add(f.Name)
		}
	}
	if settings, err := load.OpenSettings(file); err == nil {
		for _, f := range settings.Files {
			add(f.Name)
		}
		if settings.Sources != "" {
			_ = watcher.Add(settings.Sources)
		}
	}
}

// drawing is the one drawing that is being made, if any: a newer state makes an older one's drawing useless.
type drawing struct {
	preview *Preview
	cancel  context.CancelFunc
	running sync.WaitGroup
	done    chan drawn // nil while nothing is drawn
}

type drawn struct {
	page *page.Page
	err  error
}

func (d *drawing) start(ctx context.Context, s state) {
	ctx, d.cancel = context.WithCancel(ctx)
	done := make(chan drawn, 1)
	d.done = done
	last := d.preview.good
	d.running.Go(func() {
		p, err := page.Draw(ctx, d.preview.Engine, s.theory, s.findings, d.preview.Options, last)
		done <- drawn{p, err}
	})
}

// stop gives the drawing up, or what came of it, and waits until its layout process has ended.
func (d *drawing) stop() {
	if d.done == nil {
		return
	}
	d.cancel()
	d.running.Wait()
	d.done = nil
}
