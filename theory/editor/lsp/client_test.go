package lsp

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// client is an editor that speaks with a server of its own, in this process.
type client struct {
	t     testing.TB
	w     *io.PipeWriter
	r     *bufio.Reader
	ended chan error
	asked int
	texts map[string]*text // of the open files by path
	seen  map[string]int   // their versions
	found map[string]publishParams
}

// start starts a server, and tells it what this editor can do.
func start(t testing.TB) *client {
	t.Helper()
	c := connect(t)
	c.call("initialize", map[string]any{"capabilities": map[string]any{
		"workspace": map[string]any{"workspaceEdit": map[string]any{"documentChanges": true}},
	}}, nil)
	c.notify("initialized", map[string]any{})
	return c
}

func connect(t testing.TB) *client {
	fromClient, w := io.Pipe()
	r, fromServer := io.Pipe()
	c := &client{t: t, w: w, r: bufio.NewReaderSize(r, maxHeader), ended: make(chan error, 1),
		texts: make(map[string]*text), seen: make(map[string]int), found: make(map[string]publishParams)}
	go func() {
		err := Serve(context.Background(), fromClient, fromServer, "test")
		c.ended <- err
		_ = fromServer.CloseWithError(io.EOF)
	}()
	t.Cleanup(func() { _ = w.Close(); _ = r.Close() })
	return c
}

func (c *client) send(m message) {
	c.t.Helper()
	if err := writeMessage(c.w, m); err != nil {
		c.t.Fatal(err)
	}
}

func raw(t testing.TB, v any) json.RawMessage {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (c *client) notify(method string, params any) {
	c.t.Helper()
	c.send(message{Method: method, Params: raw(c.t, params)})
}

// read reads a message, and keeps the findings that it brings.
func (c *client) read() *message {
	c.t.Helper()
	m, err := readMessage(c.r)
	if err != nil {
		c.t.Fatalf("the server says no more: %v", err)
	}
	switch m.Method {
	case "textDocument/publishDiagnostics":
		var p publishParams
		if err := json.Unmarshal(m.Params, &p); err != nil {
			c.t.Fatal(err)
		}
		c.found[p.URI] = p
	case "window/logMessage":
		c.t.Fatalf("the server complains: %s", m.Params)
	}
	return m
}

// ask sends a request and gives the answer, whatever it is.
func (c *client) ask(method string, params any) *message {
	c.t.Helper()
	c.asked++
	id := json.RawMessage(strconv.Itoa(c.asked))
	c.send(message{ID: id, Method: method, Params: raw(c.t, params)})
	for {
		if m := c.read(); m.Method == "" && bytes.Equal(m.ID, id) {
			return m
		}
	}
}

// call sends a request that must be answered.
func (c *client) call(method string, params, result any) {
	c.t.Helper()
	m := c.ask(method, params)
	if m.Error != nil {
		c.t.Fatalf("%s: %s", method, m.Error.Message)
	}
	if result == nil {
		return
	}
	if err := json.Unmarshal(m.Result, result); err != nil {
		c.t.Fatalf("%s: %v in %s", method, err, m.Result)
	}
}

func (c *client) open(path, all string) {
	c.t.Helper()
	c.texts[path], c.seen[path] = newText(all), 1
	c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uriOf(path), "languageId": "toml", "version": 1, "text": all}})
}

// edit replaces a run of bytes of an open file.
func (c *client) edit(path string, from, to int, with string) {
	c.t.Helper()
	before := c.texts[path]
	c.seen[path]++
	c.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": uriOf(path), "version": c.seen[path]},
		"contentChanges": []any{map[string]any{"range": span{before.position(from - before.mark), before.position(to - before.mark)}, "text": with}},
	})
	c.texts[path] = newText(before.all[:from] + with + before.all[to:])
}

// replace writes in place of what stands once in a file.
func (c *client) replace(path, old, with string) {
	c.t.Helper()
	all := c.texts[path].all
	if strings.Count(all, old) != 1 {
		c.t.Fatalf("%q is %d times in %s", old, strings.Count(all, old), path)
	}
	at := strings.Index(all, old)
	c.edit(path, at, at+len(old), with)
}

// findings are those of the last version of a file.
func (c *client) findings(path string) []diagnostic {
	c.t.Helper()
	for {
		p, told := c.found[uriOf(path)]
		if told && p.Version != nil && *p.Version == c.seen[path] {
			return p.Diagnostics
		}
		c.read()
	}
}

// at is the place of a file at the end of what stands once in it.
func (c *client) at(path, after string) map[string]any {
	c.t.Helper()
	t := c.texts[path]
	if strings.Count(t.all, after) != 1 {
		c.t.Fatalf("%q is %d times in %s", after, strings.Count(t.all, after), path)
	}
	return map[string]any{
		"textDocument": map[string]any{"uri": uriOf(path)},
		"position":     t.position(strings.Index(t.plain(), after) + len(after)),
	}
}

func of(path string) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": uriOf(path)}}
}

// apply makes edits as an editor does.
func (c *client) apply(e workspaceEdit) map[string]string {
	c.t.Helper()
	after := make(map[string]string)
	for _, d := range e.Documents {
		path, _ := pathOf(d.Document.URI)
		t := c.texts[path]
		if t == nil {
			all, err := os.ReadFile(path)
			if err != nil {
				c.t.Fatal(err)
			}
			t = newText(string(all))
			if d.Document.Version != nil {
				c.t.Errorf("%s is not open, and has version %d", path, *d.Document.Version)
			}
		} else if d.Document.Version == nil || *d.Document.Version != c.seen[path] {
			c.t.Errorf("the edit of %s is of version %v, not %d", path, d.Document.Version, c.seen[path])
		}
		after[path] = edited(t, d.Edits)
	}
	return after
}

// edited is a text after edits, all of the text as it was.
func edited(t *text, edits []textEdit) string {
	all := t.all
	for i := len(edits) - 1; i >= 0; i-- { // they are in order
		e := edits[i]
		all = all[:t.at(e.Range.Start)] + e.NewText + all[t.at(e.Range.End):]
	}
	return all
}

// shutdown ends the server as editors do.
func (c *client) shutdown() {
	c.t.Helper()
	c.call("shutdown", nil, nil)
	c.notify("exit", nil)
	if err := <-c.ended; err != nil {
		c.t.Errorf("the server ends with %v", err)
	}
}

// folder is a project's folder with some files, by their names.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files["icamo.toml"] += ""
	for name, all := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(all), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// peer is a folder with the project's largest theory.
func peer(t testing.TB) string {
	t.Helper()
	files := make(map[string]string)
	for _, name := range []string{"initial.toml", "revised.toml", "evidence.toml"} {
		all, err := os.ReadFile(filepath.Join(theorytest.Folder(t), "peer", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(all)
	}
	return folder(t, files)
}
