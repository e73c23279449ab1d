package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// TestTwentyAtOnce draws twenty figures at once on a machine that remembers no layout.
func TestTwentyAtOnce(t *testing.T) {
	t.Setenv("ICAMO_LAYOUT", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	folder := t.TempDir()
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			file := filepath.Join(folder, fmt.Sprintf("%d.svg", i))
			if out, err := exec.Command("icamo", "render", "../../theories/minimal.toml", "-o", file).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
}

// TestServeOutlivesALayout previews a theory that Graphviz takes minutes over, and holds that the page says that there is no figure of the whole, that nothing
// is left that lays it out, and that the next save is drawn.
func TestServeOutlivesALayout(t *testing.T) {
	t.Setenv("ICAMO_LAYOUT", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	file := filepath.Join(t.TempDir(), "theory.toml")
	must(t, os.WriteFile(file, chainIntoOneSink(800), 0o600))
	serve := exec.Command("icamo", "serve", file, "--timeout", "3s")
	said, err := serve.StderrPipe()
	must(t, err)
	must(t, serve.Start())
	defer func() { _ = serve.Wait() }()
	defer func() { _ = serve.Process.Kill() }()
	line, err := bufio.NewReader(said).ReadString('\n')
	must(t, err)
	url := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)

	if page := fetch(t, url); !strings.Contains(page, "not done after 3s") && !strings.Contains(page, "too large for one figure") {
		t.Errorf("the page does not say that the layout takes too long:\n%.2000s", page)
	}
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", serve.Process.Pid))
	must(t, err)
	for _, thread := range threads { // a process belongs to the thread that started it
		if children, err := os.ReadFile(thread); err == nil && len(children) > 0 {
			t.Errorf("processes %s go on", children)
		}
	}
	events, err := http.Get(url + "events")
	must(t, err)
	defer events.Body.Close()
	must(t, os.WriteFile(file, chainIntoOneSink(2), 0o600))
	for lines := bufio.NewScanner(events.Body); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "event: changes") && strings.Contains(fetch(t, url), "Mechanism 2") {
			return
		}
	}
	t.Error("the preview ended before it showed the next save")
}

// chainIntoOneSink is a theory with links over many ranks: their layout takes memory and time with the square of its length.
func chainIntoOneSink(length int) []byte {
	return graph(length+1, func(add func(from, to int)) {
		for i := range length {
			add(i, i+1)
			add(i, length)
		}
	})
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url)
	must(t, err)
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	must(t, err)
	return string(page)
}
