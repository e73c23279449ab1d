package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestDeadline draws theories that Graphviz takes minutes over, and holds that there is an answer within the deadline and
// a second, and that no process is left.
func TestDeadline(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const deadline = 4 * time.Second
	// A copy of the layout program, so that its processes can be told from those of other tests.
	layout := buildLayout(t)
	cache := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	for name, c := range map[string]struct {
		nodes int
		links func(add func(from, to int))
	}{
		"chain of 800 into one sink": {801, func(add func(from, to int)) {
			for i := range 800 {
				add(i, i+1)
				if i < 799 {
					add(i, 800)
				}
			}
		}},
		"60 nodes all linked": {60, func(add func(from, to int)) {
			for to := range 60 {
				for from := range to {
					add(from, to)
				}
			}
		}},
		"200 nodes with 600 links in circles": {200, func(add func(from, to int)) {
			for range 600 {
				add(random.IntN(200), random.IntN(200))
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			file := filepath.Join(folder, "theory.toml")
			must(t, os.WriteFile(file, graph(c.nodes, c.links), 0o600))
			cmd := exec.Command("icamo", "render", file, "-o", filepath.Join(folder, "x.svg"), "--timeout", deadline.String(), "--width", "180mm")
			cmd.Env = append(os.Environ(), "ICAMO_LAYOUT="+layout, "XDG_CACHE_HOME="+cache)
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			start := time.Now()
			err := cmd.Run()
			took := time.Since(start)
			t.Logf("%v after %v: %s", err, took.Round(time.Millisecond), stderr.String())
			// A second for what is no part of the layout, and many for a machine that does other things besides: without
			// a deadline it would take minutes.
			if took > deadline+20*time.Second {
				t.Errorf("took %v with a deadline of %v", took, deadline)
			}
			if err != nil && (cmd.ProcessState.ExitCode() != 2 || strings.Count(stderr.String(), "\n") != 1 || !strings.Contains(stderr.String(), "not done after") && !strings.Contains(stderr.String(), "draw a part")) {
				t.Errorf("status %v: %s", err, stderr.String())
			}
			if left := running(t, layout); len(left) > 0 {
				t.Errorf("processes %v are left", left)
			}
		})
	}
}

// graph is a theory of mechanisms.
func graph(nodes int, links func(add func(from, to int))) []byte {
	var b bytes.Buffer
	b.WriteString("[theory]\nid = \"t\"\ntitle = \"T\"\n")
	for i := range nodes {
		fmt.Fprintf(&b, "[mechanism.m%d]\nlabel = \"Mechanism %d\"\n", i, i)
	}
	seen := make(map[[2]int]bool)
	links(func(from, to int) {
		if !seen[[2]int{from, to}] {
			seen[[2]int{from, to}] = true
			fmt.Fprintf(&b, "[[link]]\nfrom = \"m%d\"\nto = \"m%d\"\n", from, to)
		}
	})
	return b.Bytes()
}

// running are the processes of a program.
func running(t *testing.T, program string) []string {
	t.Helper()
	processes, err := filepath.Glob("/proc/[0-9]*/exe")
	must(t, err)
	var found []string
	for _, exe := range processes {
		if target, err := os.Readlink(exe); err == nil && target == program {
			found = append(found, exe)
		}
	}
	return found
}
