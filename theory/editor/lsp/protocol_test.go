package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"icamo/theory/load"
)

func TestLifecycle(t *testing.T) {
	c := connect(t)
	if m := c.ask("textDocument/hover", of("/t.toml")); m.Error == nil || m.Error.Code != notInitialized {
		t.Errorf("before initialize the answer is %s %v", m.Result, m.Error)
	}
	c.call("initialize", map[string]any{"capabilities": map[string]any{}}, nil)
	c.notify("initialized", nil)
	if m := c.ask("textDocument/undreamtOf", nil); m.Error == nil || m.Error.Code != methodNotFound {
		t.Errorf("to what it does not know it answers %s %v", m.Result, m.Error)
	}
	if m := c.ask("textDocument/hover", "nonsense"); m.Error == nil || m.Error.Code != invalidParams {
		t.Errorf("to nonsense it answers %s %v", m.Result, m.Error)
	}
	c.notify("textDocument/didChange", 7)
	c.notify("$/unheardOf", nil)
	const nonsense = "Content-Length: 5\r\n\r\n{nope"
	if _, err := io.WriteString(c.w, nonsense); err != nil {
		t.Fatal(err)
	}
	if m := c.read(); m.Error == nil || m.Error.Code != parseError {
		t.Errorf("to what is no JSON it answers %v", m.Error)
	}
	c.call("shutdown", nil, nil)
	if m := c.ask("textDocument/hover", of("/t.toml")); m.Error == nil || m.Error.Code != invalidRequest {
		t.Errorf("after shutdown the answer is %s %v", m.Result, m.Error)
	}
	c.notify("exit", nil)
	if err := <-c.ended; err != nil {
		t.Errorf("it ends with %v", err)
	}
}

func TestEndsWithoutShutdown(t *testing.T) {
	c := start(t)
	c.notify("exit", nil)
	if err := <-c.ended; !errors.Is(err, ErrNoShutdown) {
		t.Errorf("told to exit at once it ends with %v", err)
	}
	c = start(t)
	_ = c.w.Close()
	if err := <-c.ended; !errors.Is(err, ErrNoShutdown) {
		t.Errorf("left alone it ends with %v", err)
	}
	c = connect(t)
	go func() { _, _ = io.WriteString(c.w, "hello\n\n") }()
	if err := <-c.ended; err == nil || !strings.Contains(err.Error(), "not a language client's") {
		t.Errorf("to what is no client it says %v", err)
	}
}

// TestCancel sees that a request that waits is not answered once it is cancelled.
func TestCancel(t *testing.T) {
	in := newInbox(strings.NewReader(written(t,
		message{ID: json.RawMessage("1"), Method: "shutdown"},
		message{ID: json.RawMessage("2"), Method: "shutdown"},
		message{Method: "$/cancelRequest", Params: json.RawMessage(`{"id":2}`)},
		message{Method: "$/cancelRequest", Params: json.RawMessage(`{"id":3}`)},
	)))
	in.read()
	var out strings.Builder
	s := &server{w: &out, state: ready}
	for range 2 {
		if err := s.take(in, <-in.messages); err != nil {
			t.Fatal(err)
		}
	}
	r := bufio.NewReader(strings.NewReader(out.String()))
	for _, want := range []int{0, cancelled} {
		m, err := readMessage(r)
		if err != nil {
			t.Fatal(err)
		}
		if code := 0; m.Error != nil && m.Error.Code != want || m.Error == nil && code != want {
			t.Errorf("the answer to %s is %s %v", m.ID, m.Result, m.Error)
		}
	}
	if len(in.waiting) != 0 {
		t.Errorf("%d requests still wait", len(in.waiting))
	}
}

func written(t *testing.T, all ...message) string {
	t.Helper()
	var b strings.Builder
	for _, m := range all {
		if err := writeMessage(&b, m); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// TestPositions holds positions against Go's own UTF-16, forth and back, and that places that are not there are the nearest.
func TestPositions(t *testing.T) {
	for _, all := range []string{"", "a", "\n", "a\r\n𝕏b\né\n", "\ufeff[theory]\n𝕏 = 1", "a\rb", "日本\n語"} {
		text := newText(all)
		for offset := range text.plain() + "." {
			p := text.position(offset)
			before := all[:offset+text.mark]
			line := before[strings.LastIndexAny(before, "\r\n")+1:]
			if want := len(utf16.Encode([]rune(line))); p.Character != want {
				if !strings.HasSuffix(before, "\r") || offset+text.mark < len(all) && all[offset+text.mark] != '\n' {
					t.Errorf("%q: byte %d is at %v, and not at unit %d", all, offset, p, want)
				}
				continue
			}
			if back := text.offset(p); back != offset && !strings.HasSuffix(before, "\r") {
				t.Errorf("%q: byte %d is at %v, which is byte %d", all, offset, p, back)
			}
		}
		for _, p := range []position{{-1, 0}, {0, 1 << 30}, {1 << 30, 0}, {0, -1}} {
			if at := text.offset(p); at < 0 || at > len(text.plain()) {
				t.Errorf("%q: %v is byte %d", all, p, at)
			}
		}
	}
}

func TestAddresses(t *testing.T) {
	for uri, path := range map[string]string{
		"file:///a/b%20c/%C3%A6.toml":     "/a/b c/æ.toml",
		"file://localhost/a/t.toml":       "/a/t.toml",
		"file:///c%3A/theories/t.toml":    "c:/theories/t.toml",
		"file://server/share/t.toml":      "/server/share/t.toml",
		"untitled:Untitled-1":             "",
		"vscode-notebook-cell://x/t.toml": "",
		"%":                               "",
	} {
		got, isFile := pathOf(uri)
		if filepath.ToSlash(strings.TrimPrefix(got, `\`)) != path || isFile != (path != "") {
			t.Errorf("%s is %q, %v", uri, got, isFile)
		}
	}
	if uri := uriOf("/a/b c/æ%.toml"); uri != "file:///a/b%20c/%C3%A6%25.toml" {
		t.Errorf("the address is %s", uri)
	}
}

// TestAnswersToNonsense asks everything everywhere of texts that are broken in all ways: each is answered, and nothing falls over.
func TestAnswersToNonsense(t *testing.T) {
	c, path := project(t, "revised.toml")
	random := rand.New(rand.NewPCG(3, 4))
	scraps := []string{"[", "]", "[[", "{", "}", "\"", "\"\"\"", "'", "'''", "=", ".", ",", "#", "\n", "\r", "\r\n", "\\", "->", " -> ", "\ufeff", "\x00", "𝕏", "was = [", "accept = {", "include = [\"..\"]", "[mechanism.", "[a.b.c.d]", "from", "0x", "nan"}
	whole := c.texts[path].all
	for step := range 300 {
		all := c.texts[path].all
		if step%10 == 0 {
			c.edit(path, 0, len(all), whole)
			continue
		}
		at := c.texts[path].at(c.texts[path].position(random.IntN(len(all) + 1)))
		to := c.texts[path].at(c.texts[path].position(min(len(all), at+random.IntN(40))))
		c.edit(path, at, max(at, to), scraps[random.IntN(len(scraps))])
		place := map[string]any{
			"textDocument": of(path)["textDocument"],
			"position":     position{random.IntN(60) - 1, random.IntN(60) - 1}, "newName": "new-name",
		}
		for _, method := range []string{"completion", "hover", "definition", "references", "prepareRename", "rename", "documentSymbol", "foldingRange", "formatting", "codeLens"} {
			if m := c.ask("textDocument/"+method, place); m.Error != nil && m.Error.Code != requestFailed {
				t.Fatalf("%s in\n%s\nfails: %s", method, c.texts[path].all, m.Error.Message)
			}
		}
		place["range"] = span{End: position{Line: 1000}}
		if m := c.ask("textDocument/codeAction", place); m.Error != nil {
			t.Fatalf("codeAction in\n%s\nfails: %s", c.texts[path].all, m.Error.Message)
		}
	}
	c.shutdown()
}

// FuzzMessages reads whatever is sent.
func FuzzMessages(f *testing.F) {
	for _, body := range []string{`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}`, `[]`, `{"id":{"a":1},"method":"shutdown"}`, `{"params":null}`} {
		f.Add(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
	}
	f.Add("Content-Length: -1\r\n\r\n")
	f.Add("content-length: 99999999999999999999\r\n\r\n")
	f.Fuzz(func(t *testing.T, sent string) {
		_ = Serve(t.Context(), strings.NewReader(sent), io.Discard, "test")
	})
}

// TestTooLarge sees that a file over the limit of all files is said to be, and asked nothing else.
func TestTooLarge(t *testing.T) {
	c, path := project(t, "revised.toml")
	c.edit(path, 0, 0, "#"+strings.Repeat("x", load.MaxFileSize)+"\n")
	if found := c.findings(path); len(found) != 1 || !strings.Contains(found[0].Message, "larger than 32 MiB") {
		t.Errorf("found is %v", found)
	}
	if labels := c.labels(path, `from   = "`); labels != nil {
		t.Errorf("proposed is %v", labels)
	}
	c.edit(path, 0, load.MaxFileSize+2, "")
	if found := c.findings(path); len(found) < 2 {
		t.Errorf("mended it has %v", found)
	}
	c.shutdown()
}
