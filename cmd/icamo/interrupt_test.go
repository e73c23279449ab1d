//go:build unix

package main

import (
	"bytes"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// TestInterrupted asks a command to end that waits for its input, and so never looks whether it should.
func TestInterrupted(t *testing.T) {
	for _, signals := range []int{1, 2} {
		cmd := exec.Command("icamo", "fmt", "-")
		in, err := cmd.StdinPipe()
		must(t, err)
		var said bytes.Buffer
		cmd.Stderr = &said
		must(t, cmd.Start())
		time.Sleep(300 * time.Millisecond)
		for range signals {
			must(t, cmd.Process.Signal(syscall.SIGTERM))
			time.Sleep(100 * time.Millisecond)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case <-ended:
		case <-time.After(grace + 10*time.Second):
			_ = cmd.Process.Kill()
			t.Fatalf("after %d signals it goes on", signals)
		}
		in.Close()
		if signals == 1 && (cmd.ProcessState.ExitCode() != statusFailed || said.String() != "icamo: interrupted\n") {
			t.Errorf("it ends with %v and says %q", cmd.ProcessState, said.String())
		}
	}
}
