package layout

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"
)

// keptReady keeps a process ready until the test ends, and then holds that none is left.
func keptReady(t *testing.T, s stage) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		s.KeepReady(ctx)
		close(ended)
	}()
	t.Cleanup(func() {
		cancel()
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			t.Error("a process is kept ready beyond its context")
		}
		s.clean(t)
	})
	for end := time.Now().Add(10 * time.Second); s.starts() == 0 && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
}

func TestKeptReady(t *testing.T) {
	for _, test := range []struct {
		part       string
		starts     int // at the least: another may be ready again
		simplified bool
	}{
		{"good", 1, false},
		{"crashing once", 2, false},
		{"slow with curves", 2, true},
	} {
		t.Run(test.part, func(t *testing.T) {
			s := newStage(t, test.part)
			s.Timeout = 10 * time.Second
			keptReady(t, s)
			l, err := s.Run(context.Background(), pair)
			if err != nil {
				t.Fatal(err)
			}
			if l.Simplified != test.simplified {
				t.Errorf("simplified: %v, want %v", l.Simplified, test.simplified)
			}
			if got := s.starts(); got < test.starts {
				t.Errorf("%d processes, want %d", got, test.starts)
			}
		})
	}
}

func TestKeptReadyRefuses(t *testing.T) {
	for part, want := range map[string]string{
		"hanging":  "not done after 1s",
		"nonsense": "answered nonsense",
		"crashing": "exit status 2",
	} {
		t.Run(part, func(t *testing.T) {
			s := newStage(t, part)
			s.Timeout = 20 * time.Second
			if part == "hanging" {
				s.Timeout = time.Second
			}
			keptReady(t, s)
			if _, err := s.Run(context.Background(), pair); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("error %v, want one with %q", err, want)
			}
		})
	}
}

// TestSameLayoutOnce asks for one layout from many sides at once: one process makes it.
func TestSameLayoutOnce(t *testing.T) {
	s := newStage(t, "good")
	var all sync.WaitGroup
	for range 12 {
		all.Go(func() {
			if _, err := s.Run(context.Background(), pair); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got := s.starts(); got != 1 {
		t.Errorf("%d processes, want 1", got)
	}
}
