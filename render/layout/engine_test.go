package layout

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestEngineAnswers(t *testing.T) {
	tests := []struct {
		part       string
		starts     int
		simplified bool
	}{
		{part: "good", starts: 1},
		{part: "crashing once", starts: 2, simplified: true},
		{part: "slow with curves", starts: 2, simplified: true},
		{part: "failing with curves", starts: 2, simplified: true},
		{part: "leaving a child", starts: 2},
		{part: "leaving a child in a session of its own", starts: 2},
	}
	for _, test := range tests {
		t.Run(test.part, func(t *testing.T) {
			s := newStage(t, test.part)
			s.Timeout = 10 * time.Second
			l, err := s.run(t)
			if err != nil {
				t.Fatal(err)
			}
			if l.Simplified != test.simplified {
				t.Errorf("simplified: %v, want %v", l.Simplified, test.simplified)
			}
			if got := s.starts(); got != test.starts {
				t.Errorf("%d processes, want %d", got, test.starts)
			}
			if _, ok := l.Edges["ab"]; !ok {
				t.Error("no edge ab")
			}
		})
	}
}

func TestEngineRefuses(t *testing.T) {
	tests := []struct{ part, want string }{
		{"crashing", `exit status 2: "panic: wasm error: \x1b[31mout of bounds"`},
		{"hanging", "not done after 1s, not even with straight lines; draw a part of the theory, or allow more time"},
		{"hanging with a child", "not done after 1s"},
		{"hanging with a child in a session of its own", "not done after 1s"},
		{"nonsense", "answered nonsense: the answer is not json0"},
		{"silent", "answered nonsense: no answer"},
		{"cut short", "answered nonsense: the answer ends in the middle"},
		{"answering twice", "answered nonsense: more than one answer"},
		{"answering and chatting", "answered nonsense: more than one answer"},
		{"wrong node", `answered nonsense: no place for node "b"`},
		{"not a number", `answered nonsense: node "a": "nan" is no coordinate`},
		{"huge", "the answer is larger than 64 MB"},
	}
	for _, test := range tests {
		t.Run(test.part, func(t *testing.T) {
			s := newStage(t, test.part)
			s.Timeout = 20 * time.Second
			if strings.HasPrefix(test.part, "hanging") {
				s.Timeout = time.Second
			}
			_, err := s.run(t)
			if err == nil {
				t.Fatal("no error")
			}
			if message := err.Error(); !strings.Contains(message, test.want) || strings.ContainsAny(message, "\n\x1b") {
				t.Errorf("error %q, want one line with %q", message, test.want)
			}
		})
	}
}

func TestEngineMissing(t *testing.T) {
	e := NewProgram(t.TempDir(), filepath.Join(t.TempDir(), "dot"))
	if _, err := e.Run(context.Background(), pair); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want that the program does not exist", err)
	}
	notExecutable := filepath.Join(t.TempDir(), "dot")
	if err := os.WriteFile(notExecutable, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	e = NewProgram(t.TempDir(), notExecutable)
	if _, err := e.Run(context.Background(), pair); err == nil || !strings.Contains(err.Error(), notExecutable) {
		t.Errorf("error %v, want one that names %s", err, notExecutable)
	}
}

func TestEngineCancelled(t *testing.T) {
	s := newStage(t, "hanging with a child")
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		for s.starts() < 2 {
			time.Sleep(time.Millisecond)
		}
		cancel()
	}()
	start := time.Now()
	_, err := s.Run(ctx, pair)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that it was cancelled", err)
	}
	if took := time.Since(start); took > slack {
		t.Errorf("took %v", took)
	}
	s.clean(t)
	if got := s.starts(); got != 2 {
		t.Errorf("%d processes, want no other try", got)
	}
}

func TestEngineKeepsToCallersDeadline(t *testing.T) {
	s := newStage(t, "slow with curves")
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	l, err := s.Run(ctx, pair)
	if err != nil || !l.Simplified {
		t.Errorf("%+v, %v; want straight lines within the caller's deadline", l, err)
	}
}

func TestEngineSideBySide(t *testing.T) {
	s := newStage(t, "good")
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			g := pair
			g.DOT = append([]byte(strings.Repeat("\n", i)), g.DOT...)
			if _, err := s.Run(context.Background(), g); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got := s.starts(); got != 12 {
		t.Errorf("%d processes, want 12", got)
	}
	s.clean(t)
}
