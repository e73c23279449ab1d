//go:build unix

package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServeEndsOnASignal starts the preview as a user does, reads its page, and ends it: with status 0, at once, and
// with no process left.
func TestServeEndsOnASignal(t *testing.T) {
	t.Setenv("ICAMO_LAYOUT", buildLayout(t))
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		out, in := io.Pipe()
		status := make(chan int, 1)
		go func() {
			status <- run([]string{"serve", "../../theories/minimal.toml"}, strings.NewReader(""), io.Discard, in)
			in.Close()
		}()
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil {
			t.Fatalf("serve said %q: %v", line, err)
		}
		go io.Copy(io.Discard, out)
		url := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
		answer, err := http.Get(url)
		if err != nil {
			t.Fatalf("serve said %q: %v", line, err)
		}
		page, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || !strings.Contains(string(page), `id="details"`) {
			t.Errorf("the page has no details (%v)", err)
		}
		if err := syscall.Kill(os.Getpid(), signal); err != nil {
			t.Fatal(err)
		}
		select {
		case got := <-status:
			if got != 0 {
				t.Errorf("on %v serve ends with %d", signal, got)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("on %v serve does not end", signal)
		}
		if _, err := http.Get(url); err == nil {
			t.Errorf("after %v something still answers", signal)
		}
	}
	if left, err := exec.Command("pgrep", "-f", os.Getenv("ICAMO_LAYOUT")).Output(); err == nil && len(left) > 0 {
		t.Errorf("layout processes are left: %s", left)
	}
}
