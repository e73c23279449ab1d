package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"icamo/theory/editor"
)

// ErrNoShutdown says that the client ended, or told the server to end, without asking it to shut down before.
var ErrNoShutdown = errors.New("the client ended without a shutdown")

// Serve answers one client, which sends messages on r and reads them from w, until it says so or is gone, or the context ends.
func Serve(ctx context.Context, r io.Reader, w io.Writer, version string) error {
	s := &server{w: w, version: version, workspace: editor.New(), documents: make(map[string]*document), published: make(map[string]published)}
	in := newInbox(r)
	go in.read()
	defer close(in.done)
	for {
		var next incoming
		select {
		case next = <-in.messages:
		default:
			if err := s.publish(); err != nil {
				return err
			}
			select {
			case next = <-in.messages:
			case <-ctx.Done():
				return nil
			}
		}
		if err := s.take(in, next); err != nil {
			if errors.Is(err, errExit) {
				return nil
			}
			return err
		}
	}
}

// errExit ends the server in good order.
var errExit = errors.New("exit")

// server is what is known of one client.
type server struct {
	w         io.Writer
	version   string
	state     state
	client    initializeParams
	workspace *editor.Workspace
	documents map[string]*document // the open files by path
	published map[string]published // the findings that the client has, by path
	stale     bool                 // it may have others
}

type state int

const (
	started state = iota
	ready
	shutDown
)

// document is an open file.
type document struct {
	uri     string
	version *int
	text    *text
}

// published are the findings of a file as they were sent.
type published struct {
	uri     string
	version int
	body    string
}

// incoming is a message, or why there is none.
type incoming struct {
	message *message
	err     error
}

// inbox reads messages ahead of those that are answered, so that a request can be cancelled while it waits.
type inbox struct {
	r        *bufio.Reader
	messages chan incoming
	done     chan struct{} // nobody takes any more

	mu      sync.Mutex
	waiting map[string]bool // the requests that are not answered, and whether they are cancelled
}

func newInbox(r io.Reader) *inbox {
	const ahead = 64
	return &inbox{r: bufio.NewReaderSize(r, maxHeader), messages: make(chan incoming, ahead), done: make(chan struct{}), waiting: make(map[string]bool)}
}

// read hands on messages until there are no more.
func (in *inbox) read() {
	for {
		m, err := readMessage(in.r)
		if m != nil && m.Method == "$/cancelRequest" {
			in.cancel(m.Params)
			continue
		}
		if m != nil && m.Method != "" && m.ID != nil {
			in.mu.Lock()
			in.waiting[string(m.ID)] = false
			in.mu.Unlock()
		}
		select {
		case in.messages <- incoming{m, err}:
		case <-in.done:
			return
		}
		if err != nil && !errors.As(err, new(*failure)) {
			return
		}
	}
}

func (in *inbox) cancel(params json.RawMessage) {
	var p struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(params, &p) != nil {
		return
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	if _, waits := in.waiting[string(p.ID)]; waits {
		in.waiting[string(p.ID)] = true
	}
}

// answered says whether a request was cancelled, which no longer waits.
func (in *inbox) answered(id json.RawMessage) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	gone := in.waiting[string(id)]
	delete(in.waiting, string(id))
	return gone
}

// take answers a message. An error ends the server.
func (s *server) take(in *inbox, next incoming) error {
	var broken *failure
	switch m := next.message; {
	case errors.As(next.err, &broken):
		return s.send(message{ID: json.RawMessage("null"), Error: broken})
	case errors.Is(next.err, io.EOF), errors.Is(next.err, io.ErrUnexpectedEOF), errors.Is(next.err, io.ErrClosedPipe):
		return s.end()
	case next.err != nil:
		return fmt.Errorf("read from the language client: %w", next.err)
	case m.Method == "exit":
		return s.end()
	case m.Method == "": // an answer to a request of ours, of which nothing depends
		return nil
	case m.ID == nil:
		if s.state == ready {
			_, _ = guarded(func() (any, error) { return s.answer(m) })
		}
		return nil
	case in.answered(m.ID):
		return s.send(message{ID: m.ID, Error: &failure{cancelled, "cancelled"}})
	default:
		result, err := guarded(func() (any, error) { return s.answer(m) })
		if err != nil {
			if !errors.As(err, &broken) {
				broken = &failure{requestFailed, err.Error()}
			}
			return s.send(message{ID: m.ID, Error: broken})
		}
		body, err := json.Marshal(result)
		if err != nil {
			return err
		}
		if err := s.send(message{ID: m.ID, Result: body}); err != nil {
			return err
		}
		if m.Method == "initialize" {
			return s.watch()
		}
		return nil
	}
}

func (s *server) end() error {
	if s.state == shutDown {
		return errExit
	}
	return ErrNoShutdown
}

// guarded does something in which a mistake of ours must not take the editor's session with it: it fails that alone.
func guarded[T any](do func() (T, error)) (result T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &failure{internalError, fmt.Sprintf("icamo made a mistake: %v; please report what you did", r)}
		}
	}()
	return do()
}

func (s *server) send(m message) error { return writeMessage(s.w, m) }

func (s *server) notify(method string, params any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return err
	}
	return s.send(message{Method: method, Params: body})
}

// watch asks the client to tell of files that other programs save, where it can.
func (s *server) watch() error {
	if !s.client.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return nil
	}
	type is = map[string]any
	body, err := json.Marshal(is{"registrations": []is{{
		"id": "watch", "method": "workspace/didChangeWatchedFiles",
		"registerOptions": is{"watchers": []is{{"globPattern": "**/*.toml"}}},
	}}})
	if err != nil {
		return err
	}
	return s.send(message{ID: json.RawMessage(`"watch"`), Method: "client/registerCapability", Params: body})
}
