package preview

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"icamo/render/page"
)

const (
	writeTimeout = 10 * time.Second // for one write to a reader that does not take it
	heartbeat    = 15 * time.Second // after which a reader that is gone is noticed
)

// Serve shows the preview to those who come to the listener, until the context ends; then it ends without an error, and
// leaves nothing running. name is the host name asked for, besides those that any preview goes by: its address and, on a
// loopback address, localhost.
func (p *Preview) Serve(ctx context.Context, listener net.Listener, name string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	port := "0"
	if a, ok := listener.Addr().(*net.TCPAddr); ok {
		port = strconv.Itoa(a.Port)
	}
	server := &http.Server{
		Handler:           &guard{name: name, port: port, next: p.handler()},
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	watched := make(chan error, 1)
	go func() { watched <- p.watch(ctx) }()
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()

	var err error
	select {
	case <-ctx.Done():
		err = <-watched
	case err = <-watched:
	case err = <-served:
		cancel()
		err = errors.Join(err, <-watched)
	}
	cancel()
	soon, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer stop()
	if server.Shutdown(soon) != nil {
		server.Close()
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("serve %s: %w", p.File, err)
	}
	return nil
}

func (p *Preview) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", p.servePage)
	mux.HandleFunc("/events", p.serveEvents)
	return mux
}

func (p *Preview) servePage(w http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer
	if err := p.board.newest().HTML(&body); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", page.LivePolicy()+"; frame-ancestors 'none'")
	h.Set("Content-Length", strconv.Itoa(body.Len()))
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTimeout))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body.Bytes()) // a reader who is gone needs no answer
	}
}

// serveEvents sends a browser what changed since the edition that it shows, now and whenever there is a new one.
func (p *Preview) serveEvents(w http.ResponseWriter, r *http.Request) {
	news := p.board.join()
	if news == nil {
		http.Error(w, "too many readers", http.StatusServiceUnavailable)
		return
	}
	defer p.board.leave(news)
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	out := http.NewResponseController(w)
	send := func(text []byte) error {
		_ = out.SetWriteDeadline(time.Now().Add(writeTimeout))
		if _, err := w.Write(text); err != nil {
			return err
		}
		return out.Flush()
	}
	shown := p.board.edition(cmp.Or(r.Header.Get("Last-Event-ID"), r.URL.Query().Get("since"))) // the first: of one who comes again
	err := send([]byte("retry: 500\n\n"))
	for err == nil {
		if newest := p.board.newest(); shown != newest {
			var events [][]byte
			if events, err = changeEvents(newest, shown); err != nil {
				return
			}
			for i := 0; i < len(events) && err == nil; i++ {
				err = send(events[i])
			}
			shown = newest
			continue
		}
		select {
		case <-r.Context().Done():
			return
		case <-news:
		case <-beat.C:
			err = send([]byte(": still here\n\n"))
		}
	}
}

// between stands for the id of an edition in a page that shows a part of it: who comes again from there is sent all.
const between = "between"

// changeEvents are the events that tell of the changes from one edition to another. The last one bears the edition's id:
// by then all of it has come.
func changeEvents(now, since *page.Edition) ([][]byte, error) {
	documents, err := now.Changes(since)
	var events [][]byte
	for i, d := range documents {
		id := between
		if i == len(documents)-1 {
			id = now.ID
		}
		event := []byte("id: " + id + "\nevent: changes\n")
		d = bytes.ReplaceAll(d, []byte("\r"), []byte("\n")) // it ends a line here, and is a line's end in HTML too
		for line := range bytes.Lines(bytes.TrimRight(d, "\n")) {
			event = append(append(event, "data: "...), line...)
		}
		events = append(events, append(event, "\n\n"...))
	}
	return events, err
}
