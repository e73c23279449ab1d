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
// a second.
func TestDeadline(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const deadline = 3 * time.Second
	t.Setenv("ICAMO_LAYOUT", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	random := rand.New(rand.NewPCG(1, 2))
	for name, theory := range map[string][]byte{
		"chain of 800 into one sink": chainIntoOneSink(800),
		"60 nodes all linked":        allLinked(60),
		"200 nodes with 600 links in circles": graph(200, func(add func(from, to int)) {
			for range 600 {
				add(random.IntN(200), random.IntN(200))
			}
		}),
	} {
		folder := t.TempDir()
		file := filepath.Join(folder, "theory.toml")
		must(t, os.WriteFile(file, theory, 0o600))
		for _, width := range []string{"", "180mm"} {
			t.Run(name+" "+width, func(t *testing.T) {
				cmd := exec.Command("icamo", "render", file, "-o", filepath.Join(folder, "x.svg"), "--timeout", deadline.String(), "--width", width)
				var stderr bytes.Buffer
				cmd.Stderr = &stderr
				start := time.Now()
				err := cmd.Run()
				took := time.Since(start)
				t.Logf("%v after %v: %s", err, took.Round(time.Millisecond), stderr.String())
				// A second for what is no part of the layout, and many for a machine that does other things besides:
				// without a deadline it would take minutes.
				if took > deadline+20*time.Second {
					t.Errorf("took %v with a deadline of %v", took, deadline)
				}
				if err != nil && (cmd.ProcessState.ExitCode() != statusFailed || strings.Count(stderr.String(), "\n") != 1 || !strings.Contains(stderr.String(), "draw a part") && !strings.Contains(stderr.String(), "draw it by parts")) {
					t.Errorf("status %v: %s", err, stderr.String())
				}
			})
		}
	}
}

// TestLayoutEndsWithIcamo kills icamo while it waits for a layout, and holds that the layout's process ends too.
func TestLayoutEndsWithIcamo(t *testing.T) {
	layout := buildLayout(t)
	t.Setenv("ICAMO_LAYOUT", layout)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	file := filepath.Join(t.TempDir(), "theory.toml")
	must(t, os.WriteFile(file, allLinked(60), 0o600))
	cmd := exec.Command("icamo", "render", file, "-o", filepath.Join(t.TempDir(), "x.svg"), "--timeout", "10m")
	must(t, cmd.Start())
	until := func(there bool) bool {
		for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
			if len(running(t, layout)) > 0 == there {
				return true
			}
		}
		return false
	}
	if !until(true) {
		t.Error("no layout was started: no test")
	}
	must(t, cmd.Process.Kill())
	_ = cmd.Wait()
	if !until(false) {
		t.Error("the layout goes on")
	}
}

// buildLayout builds the reference for layouts, a program that ICAMO_LAYOUT may name.
func buildLayout(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "icamo-layout")
	if out, err := exec.Command("go", "build", "-o", program, "icamo/cmd/icamo-layout").CombinedOutput(); err != nil {
		t.Fatalf("build icamo-layout: %v\n%s", err, out)
	}
	return program
}

func allLinked(nodes int) []byte {
	return graph(nodes, func(add func(from, to int)) {
		for to := range nodes {
			for from := range to {
				add(from, to)
			}
		}
	})
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
