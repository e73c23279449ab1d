package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestKilledWhileWriting kills commands that write, at any moment, and holds that the file is always the old one or the
// new one. TestReplaceSweeps holds that what a kill may leave beside it goes with the next write.
func TestKilledWhileWriting(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	const kills = 200
	folder := t.TempDir()
	file := filepath.Join(folder, "theory.toml")
	untidy := largeTheory(500)
	must(t, os.WriteFile(file, untidy, 0o640))
	start := time.Now()
	if out, err := exec.Command("icamo", "fmt", file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	moment := time.Since(start)
	tidy, err := os.ReadFile(file)
	must(t, err)
	if bytes.Equal(tidy, untidy) {
		t.Fatal("nothing to tidy: no test")
	}

	// A kill that came too early puts the next one off, and one that came too late brings it forward: so most of them fall
	// on the moment when the command writes.
	random := rand.New(rand.NewPCG(1, 2))
	old, new, left := 0, 0, 0
	for range kills {
		must(t, os.WriteFile(file, untidy, 0o640))
		cmd := exec.Command("icamo", "fmt", file)
		must(t, cmd.Start())
		time.Sleep(moment + time.Duration(random.Int64N(int64(moment)/4)) - moment/8)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		now, err := os.ReadFile(file)
		must(t, err)
		switch {
		case bytes.Equal(now, untidy):
			old++
			moment += moment / 16
		case bytes.Equal(now, tidy):
			new++
			moment -= moment / 16
		default:
			t.Fatalf("a file of %d bytes, neither the old one nor the new", len(now))
		}
		entries, err := os.ReadDir(folder)
		must(t, err)
		for _, entry := range entries {
			if entry.Name() != "theory.toml" {
				left++
				must(t, os.Remove(filepath.Join(folder, entry.Name())))
			}
		}
	}
	// To replace a file, a new one must have a name for an instant: a kill hardly ever falls into it.
	if left > kills/20 {
		t.Errorf("of %d kills %d left a temporary file", kills, left)
	}
	if old < kills/10 || new < kills/10 {
		t.Errorf("of %d kills %d came too early and %d too late: no test of the moment between", kills, old, new)
	}
	t.Logf("of %d kills %d left the old file and %d the new one, and %d a temporary file", kills, old, new, left)
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
}

// largeTheory is an untidy theory, large enough for its writing to take some time.
func largeTheory(nodes int) []byte {
	var b bytes.Buffer
	b.WriteString("[theory]\nid=\"large\"\ntitle=\"Large\"\n")
	for i := range nodes {
		b.WriteString("[mechanism.m" + strings.Repeat("x", 1+i%7) + "-" + string(rune('a'+i%26)) + "-" + strings.Repeat("1", 1+i/26) + "]\nlabel=\"" + strings.Repeat("word ", 20) + "\"\n")
	}
	return b.Bytes()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestReplaceSweeps holds that what a kill left is removed by the next write of the same file, and nothing else is.
func TestReplaceSweeps(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "figure.svg")
	prefix := temporaryPrefix(name)
	stale, fresh, others := temporaryName(prefix), temporaryName(prefix), filepath.Join(folder, ".other.svg.icamo-1-2")
	killed := exec.Command("icamo", "version")
	must(t, killed.Run())
	orphan := fmt.Sprintf("%s%d-1", prefix, killed.Process.Pid)
	for _, file := range []string{stale, fresh, others, orphan} {
		must(t, os.WriteFile(file, []byte("half"), 0o600))
	}
	hourAgo := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(stale, hourAgo, hourAgo))
	must(t, os.Chtimes(others, hourAgo, hourAgo))
	must(t, replace(name, []byte("whole")))
	for file, there := range map[string]bool{stale: false, orphan: runtime.GOOS != "linux", fresh: true, others: true, name: true} {
		if _, err := os.Stat(file); (err == nil) != there {
			t.Errorf("%s is there: %v, want %v", filepath.Base(file), err == nil, there)
		}
	}
}

// TestReplace writes in both ways, without a name first and with one, over files of all kinds.
func TestReplace(t *testing.T) {
	folder := t.TempDir()
	long := filepath.Join(folder, strings.Repeat("n", 251)+".svg")
	for range 2 {
		must(t, replace(long, []byte("x")))
	}
	prefix := temporaryPrefix(filepath.Join(folder, "a"))
	temporary, err := named(prefix, []byte("x"), 0o604)
	must(t, err)
	if info, err := os.Stat(temporary); err != nil || info.Mode().Perm() != 0o604 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
	for name, want := range map[string]error{
		filepath.Join(folder, "nowhere", "a"):           fs.ErrNotExist,
		filepath.Join(long, "a"):                        syscall.ENOTDIR,
		filepath.Join(folder, strings.Repeat("n", 256)): syscall.ENAMETOOLONG,
	} {
		if err := replace(name, []byte("x")); !errors.Is(err, want) || strings.Contains(err.Error(), folder) {
			t.Errorf("error %v, want %v without a path", err, want)
		}
	}
}
