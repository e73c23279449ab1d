package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"sync"
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
	var ready sync.WaitGroup
	ready.Go(func() { p.Engine.KeepReady(ctx) })
	defer ready.Wait()
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
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		respond(w, r, p.board.newest().HTML)
	})
	mux.HandleFunc("/changes", func(w http.ResponseWriter, r *http.Request) {
		since := p.board.edition(r.URL.Query().Get("since"))
		respond(w, r, func(w io.Writer) error { return p.board.newest().Changes(w, since) })
	})
	mux.HandleFunc("/events", p.serveEvents)
	return mux
}

// respond sends a document, whole or not at all.
func respond(w http.ResponseWriter, r *http.Request, document func(io.Writer) error) {
	var body bytes.Buffer
	if err := document(&body); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", page.LivePolicy+"; frame-ancestors 'none'")
	h.Set("Content-Length", strconv.Itoa(body.Len()))
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTimeout))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body.Bytes()) // a reader who is gone needs no answer
	}
}

// serveEvents tells a browser the id of the newest edition, now and whenever it changes.
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
	text := "retry: 500\n\nevent: edition\ndata: " + p.board.newest().ID + "\n\n"
	for {
		_ = out.SetWriteDeadline(time.Now().Add(writeTimeout))
		if _, err := w.Write([]byte(text)); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-news:
			text = "event: edition\ndata: " + p.board.newest().ID + "\n\n"
		case <-beat.C:
			text = ": still here\n\n"
		}
	}
}
