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

// TestKilledWhileWriting kills commands that write, at any moment, and holds that a file is always the old one or the new
// one, and that where there was none there is none or a whole one. TestReplaceSweeps holds that what a kill may leave
// beside it goes with the next write.
func TestKilledWhileWriting(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	t.Setenv("ICAMO_LAYOUT", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir()) // the layout is made once and kept
	peer, err := filepath.Abs("../../theories/peer/initial.toml")
	must(t, err)
	const kills = 100
	left := 0
	t.Run("fmt", func(t *testing.T) {
		left += killWhileWriting(t, kills, "theory.toml", largeTheory(500), "fmt", "theory.toml")
	})
	commands := [][]string{
		{"render", peer, "--force", "-o", "figure.svg"},
		{"render", peer, "--force", "-o", "figure.pdf"},
		{"render", peer, "--dpi", "100", "--force", "-o", "figure.png"},
		{"render", peer, "--force", "-o", "page.html"},
		{"table", peer, "--force", "-o", "table.xlsx"},
	}
	for _, args := range commands {
		file := args[len(args)-1]
		t.Run("new "+file, func(t *testing.T) {
			if left := killWhileWriting(t, kills*2/5, file, nil, args...); left > 0 && runtime.GOOS == "linux" {
				t.Errorf("%d kills left a temporary file", left)
			}
		})
		t.Run("over "+file, func(t *testing.T) {
			left += killWhileWriting(t, kills*2/5, file, bytes.Repeat([]byte("old "), 200_000), args...)
		})
	}
	// To replace a file, a new one must have a name until the system has renamed it: a kill hardly ever falls into that.
	if of := kills + len(commands)*kills*2/5; left > of/20 {
		t.Errorf("of %d kills %d left a temporary file", of, left)
	}
}

// killWhileWriting kills a command that writes a file, over old or, where that is nil, over none. It gives how many kills
// left a temporary file.
func killWhileWriting(t *testing.T, kills int, file string, old []byte, args ...string) (left int) {
	folder := t.TempDir()
	path := filepath.Join(folder, file)
	const permissions = 0o640
	setUp := func() {
		if old != nil {
			must(t, os.WriteFile(path, old, permissions))
		} else if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	command := func() *exec.Cmd {
		setUp()
		cmd := exec.Command("icamo", args...)
		cmd.Dir = folder
		return cmd
	}
	if out, err := command().CombinedOutput(); err != nil { // the first one may have a layout to make
		t.Fatalf("%v: %s", err, out)
	}
	whole, err := os.ReadFile(path)
	must(t, err)
	if bytes.Equal(whole, old) {
		t.Fatal("nothing to write: no test")
	}
	if len(whole) == len(old) {
		t.Fatal("the new file is as long as the old one: it cannot be seen when it comes")
	}
	again := command()
	start := time.Now()
	must(t, again.Start())
	for info, err := os.Stat(path); err != nil || info.Size() == int64(len(old)); info, err = os.Stat(path) {
		if time.Since(start) > time.Minute {
			t.Fatalf("no new file comes: %v", err)
		}
		time.Sleep(100 * time.Microsecond)
	}
	moment := time.Since(start) // a command may go on after it has written
	must(t, again.Wait())

	// A kill that came too early puts the next one off, and one that came too late brings it forward: so most of them fall
	// on the moment when the command writes.
	random := rand.New(rand.NewPCG(1, 2))
	early, late := 0, 0
	for range kills {
		cmd := command()
		must(t, cmd.Start())
		time.Sleep(moment + time.Duration(random.Int64N(int64(moment)/4)) - moment/8)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		now, err := os.ReadFile(path)
		switch {
		case old == nil && errors.Is(err, fs.ErrNotExist), old != nil && bytes.Equal(now, old):
			early++
			moment += moment / 16
		case bytes.Equal(now, whole):
			late++
			moment -= moment / 16
		default:
			t.Fatalf("a file of %d bytes (%v), neither the old one nor the new", len(now), err)
		}
		entries, err := os.ReadDir(folder)
		must(t, err)
		for _, entry := range entries {
			if entry.Name() != file {
				left++
				must(t, os.Remove(filepath.Join(folder, entry.Name())))
			}
		}
	}
	if early < kills/10 || late < kills/10 {
		t.Errorf("of %d kills %d came too early and %d too late: no test of the moment between", kills, early, late)
	}
	t.Logf("of %d kills %d came before the new file and %d after; %d left a temporary one", kills, early, late, left)
	if info, err := os.Stat(path); old != nil && (err != nil || info.Mode().Perm() != permissions) {
		t.Errorf("permissions of the file: %v, %v", info, err)
	}
	return left
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

// TestReplaceSame holds that a file which holds its new content already is not written again, and is as new as if it were.
func TestReplaceSame(t *testing.T) {
	name := filepath.Join(t.TempDir(), "figure.svg")
	must(t, os.WriteFile(name, []byte("<svg/>"), 0o644))
	long := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(name, long, long))
	before, err := os.Stat(name)
	must(t, err)
	must(t, replace(name, []byte("<svg/>")))
	after, err := os.Stat(name)
	must(t, err)
	if !os.SameFile(before, after) {
		t.Error("it was replaced by a file that holds the same")
	}
	if !after.ModTime().After(before.ModTime()) {
		t.Errorf("its time is %v, as before", after.ModTime())
	}
	must(t, replace(name, []byte("<svg />")))
	if now, err := os.ReadFile(name); err != nil || string(now) != "<svg />" {
		t.Errorf("it holds %q (%v), want what it was replaced with", now, err)
	}
}
