package preview

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"icamo/render"
	"icamo/render/layout"
)

const theoryText = `[theory]
id    = "small"
title = "A small theory"
include = ["evidence.toml"]

[intervention.talk]
label = "Talking"

[mechanism.trust]
label = "Trust"

[outcome.ease]
label = "Ease"

[[link]]
from = "talk"
to   = "trust"

[[link]]
from = "trust"
to   = "ease"
`

const evidenceText = "[source.study]\ncitation = \"A study (2020)\"\n"

// running is a preview of a small theory, and its address.
type running struct {
	t      *testing.T
	folder string
	url    string
	stop   func()
}

func start(t *testing.T) *running {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, "theory.toml", theoryText)
	write(t, folder, "evidence.toml", evidenceText)
	ctx, cancel := context.WithCancel(t.Context())
	p, err := Open(ctx, filepath.Join(folder, "theory.toml"), layout.New(t.TempDir()), render.Options{})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- p.Serve(ctx, listener, "127.0.0.1") }()
	stopped := false
	stop := func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("serve ends with %v", err)
			}
		case <-time.After(10 * time.Second):
			t.Error("serve does not end with its context")
		}
	}
	t.Cleanup(stop)
	return &running{t, folder, "http://" + listener.Addr().String() + "/", stop}
}

func write(t testing.TB, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// replace writes as most editors do: a new file, renamed over the old one.
func replace(t testing.TB, folder, name, text string) {
	t.Helper()
	write(t, folder, name+"~", text)
	if err := os.Rename(filepath.Join(folder, name+"~"), filepath.Join(folder, name)); err != nil {
		t.Fatal(err)
	}
}

func (r *running) page() string {
	r.t.Helper()
	answer, err := http.Get(r.url)
	if err != nil {
		r.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		r.t.Fatalf("get the page: %v, %v", answer.Status, err)
	}
	return string(body)
}

// events follows the ids of editions.
func (r *running) events() (ids <-chan string, leave func()) {
	r.t.Helper()
	ctx, cancel := context.WithCancel(r.t.Context())
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url+"events", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		r.t.Fatal(err)
	}
	out := make(chan string, 16)
	go func() {
		defer close(out)
		defer answer.Body.Close()
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			if id, ok := strings.CutPrefix(lines.Text(), "id: "); ok && id != between {
				out <- id
			}
		}
	}()
	return out, cancel
}

func next(t *testing.T, ids <-chan string) string {
	t.Helper()
	select {
	case id, ok := <-ids:
		if !ok {
			t.Fatal("the events ended")
		}
		return id
	case <-time.After(20 * time.Second):
		t.Fatal("no new edition came")
	}
	return ""
}

func (r *running) wants(has, not string) {
	r.t.Helper()
	page := r.page()
	if has != "" && !strings.Contains(page, has) {
		r.t.Errorf("the page has no %q", has)
	}
	if not != "" && strings.Contains(page, not) {
		r.t.Errorf("the page has %q", not)
	}
}

func TestEveryReaderHearsOfASave(t *testing.T) {
	r := start(t)
	var readers []<-chan string
	for range 8 {
		ids, leave := r.events()
		defer leave()
		readers = append(readers, ids)
	}
	first := next(t, readers[0])
	for _, ids := range readers[1:] {
		if id := next(t, ids); id != first {
			t.Errorf("readers start with different editions: %s and %s", first, id)
		}
	}
	r.wants("Ease", banner)
	write(t, r.folder, "theory.toml", strings.Replace(theoryText, `"Ease"`, `"Peace of mind"`, 1))
	second := next(t, readers[0])
	if second == first {
		t.Fatal("a save made no new edition")
	}
	for _, ids := range readers[1:] {
		if id := next(t, ids); id != second {
			t.Errorf("readers hear of different editions: %s and %s", second, id)
		}
	}
	r.wants("Peace of mind", banner)
}

// TestTextEndsNoEvent sends texts that would end a line of the stream, or an event.
func TestTextEndsNoEvent(t *testing.T) {
	r := start(t)
	write(t, r.folder, "theory.toml", strings.Replace(theoryText, `"Ease"`, `"Ease"
description = "one\r\rid: two\r\n\r\nevent: three\n\ndata: four\r: five"`, 1))
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for {
		ask, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url+"events", nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(ask)
		if err != nil {
			t.Fatal(err)
		}
		var data strings.Builder
		last, whole := false, false // the last document of an edition bears its id
		for lines := bufio.NewScanner(answer.Body); !whole && lines.Scan(); {
			line := lines.Text()
			name, value, _ := strings.Cut(line, ": ")
			switch {
			case strings.Contains(line, "\r"), !slices.Contains([]string{"", "retry", "event", "id", "data"}, name):
				t.Fatalf("the stream has the line %q", line)
			case name == "data":
				data.WriteString(value + "\n")
			case name == "id":
				last = value != between
			case line == "":
				whole = last
			}
		}
		answer.Body.Close()
		if text := data.String(); strings.Contains(text, "five") {
			if !strings.Contains(text, "one\n\nid: two\n\n\n\nevent: three\n\ndata: four\n: five") {
				t.Errorf("the description is not whole in %s", text)
			}
			return
		}
	}
}

const banner = `class="banner"`

func TestABrokenFileLeavesTheLastPage(t *testing.T) {
	r := start(t)
	ids, leave := r.events()
	defer leave()
	sound := next(t, ids)
	replace(t, r.folder, "theory.toml", strings.Replace(theoryText, `"Ease"`, `"Ease`, 1))
	next(t, ids)
	r.wants(banner, "")
	r.wants("theory.toml:13:", "")
	r.wants(`data-id="ease"`, "")
	replace(t, r.folder, "theory.toml", theoryText)
	if id := next(t, ids); id != sound {
		t.Errorf("the same files are edition %s, then %s", sound, id)
	}
	r.wants(`data-id="ease"`, banner)
	if err := os.Remove(filepath.Join(r.folder, "theory.toml")); err != nil {
		t.Fatal(err)
	}
	next(t, ids)
	r.wants(banner, "")
	replace(t, r.folder, "theory.toml", strings.Replace(theoryText, `"Ease"`, `"Back again"`, 1))
	next(t, ids)
	r.wants("Back again", banner)
}

// TestNewFilesAreFollowed includes a file in a folder that is not there yet.
func TestNewFilesAreFollowed(t *testing.T) {
	r := start(t)
	ids, leave := r.events()
	defer leave()
	next(t, ids)
	write(t, r.folder, "theory.toml", strings.Replace(theoryText, `["evidence.toml"]`, `["evidence.toml", "more/sources.toml"]`, 1))
	next(t, ids)
	r.wants("PT109", "")
	if err := os.Mkdir(filepath.Join(r.folder, "more"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, r.folder, "more/sources.toml", "[source.new]\ncitation = \"A new study (2021)\"\n")
	next(t, ids)
	r.wants("A new study (2021)", "PT109")
	replace(t, r.folder, "more/sources.toml", "[source.new]\ncitation = \"A newer study (2022)\"\n")
	next(t, ids)
	r.wants("A newer study (2022)", "")
	write(t, r.folder, "icamo.toml", "[check.severity]\nPT404 = \"off\"\n")
	next(t, ids)
	r.wants("PT410", "PT404")
}

func TestWhatIsServed(t *testing.T) {
	r := start(t)
	for path, want := range map[string]int{
		"": 200, "events": 200, "theory.toml": 404, "../theory.toml": 404, "favicon.ico": 404, "index.html": 404,
		"%2e%2e/theory.toml": 404, "events/": 404,
	} {
		answer, err := http.Head(r.url + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("HEAD /%s answers %s, want %d", path, answer.Status, want)
		}
		for name, value := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := answer.Header.Get(name); got != value {
				t.Errorf("HEAD /%s has %s %q, want %q", path, name, got, value)
			}
		}
		if got := answer.Header.Get("Access-Control-Allow-Origin"); got != "" {
			t.Errorf("HEAD /%s lets in origin %q", path, got)
		}
	}
}

// TestNothingIsLeftRunning counts goroutines after readers left, and after the end.
func TestNothingIsLeftRunning(t *testing.T) {
	http.DefaultClient.CloseIdleConnections()
	before := settledGoroutines(0)
	r := start(t)
	during := settledGoroutines(0)
	for range 20 {
		ids, leave := r.events()
		next(t, ids)
		leave()
		for range ids { // until the connection is closed
		}
	}
	http.DefaultClient.CloseIdleConnections()
	if n := settledGoroutines(during); n > during {
		t.Errorf("%d goroutines after readers left, %d before they came\n%s", n, during, stacks())
	}
	ids, leave := r.events()
	defer leave()
	next(t, ids)
	write(t, r.folder, "theory.toml", strings.Replace(theoryText, "Ease", "A longer label that is laid out anew", 1))
	r.stop() // while the save is being drawn, with a reader there
	http.DefaultClient.CloseIdleConnections()
	if n := settledGoroutines(before); n > before {
		t.Errorf("%d goroutines after the end, %d before the start\n%s", n, before, stacks())
	}
}

// settledGoroutines waits a while for no more than most goroutines to be left.
func settledGoroutines(most int) int {
	n := runtime.NumGoroutine()
	for end := time.Now().Add(2 * time.Second); n > most && time.Now().Before(end); n = runtime.NumGoroutine() {
		time.Sleep(20 * time.Millisecond)
	}
	return n
}

func stacks() []byte {
	all := make([]byte, 1<<20)
	return bytes.TrimSpace(all[:runtime.Stack(all, true)])
}
