//go:build unix

package main

import (
	"bufio"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServeEndsOnASignal starts the preview as a user does, reads its page, and ends it: with status 0, at once.
func TestServeEndsOnASignal(t *testing.T) {
	t.Setenv("ICAMO_LAYOUT", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		serve := exec.Command("icamo", "serve", "../../theories/minimal.toml")
		said, err := serve.StderrPipe()
		must(t, err)
		must(t, serve.Start())
		reader := bufio.NewReader(said)
		line, err := reader.ReadString('\n')
		if err != nil {
			t.Fatalf("serve said %q: %v", line, err)
		}
		url := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
		answer, err := http.Get(url)
		if err != nil {
			t.Fatalf("serve said %q: %v", line, err)
		}
		page, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || !strings.Contains(string(page), `id="details"`) || !strings.Contains(string(page), "<svg") {
			t.Errorf("the page has no details or no figure (%v)", err)
		}
		must(t, serve.Process.Signal(signal))
		ended := make(chan error, 1)
		go func() {
			_, _ = io.Copy(io.Discard, reader)
			ended <- serve.Wait()
		}()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("on %v serve ends with %v", signal, err)
			}
		case <-time.After(10 * time.Second):
			_ = serve.Process.Kill()
			t.Fatalf("on %v serve does not end", signal)
		}
		if _, err := http.Get(url); err == nil {
			t.Errorf("after %v something still answers", signal)
		}
	}
}
