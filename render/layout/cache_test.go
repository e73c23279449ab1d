package layout

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestCache lays out the same graph over and over, with something done to the cache folder between the runs.
func TestCache(t *testing.T) {
	layouts := func(s stage) string { return filepath.Join(s.cache, "layouts") }
	tests := []struct {
		name   string
		asRoot bool
		do     func(t *testing.T, s stage)
		starts int // of the run after it
	}{
		{name: "untouched", do: func(*testing.T, stage) {}, starts: 0},
		{name: "damaged entry", starts: 1, do: func(t *testing.T, s stage) {
			change(t, onlyFile(t, layouts(s)), func(data []byte) []byte { return bytes.ReplaceAll(data, []byte("27,90"), []byte("28,90")) })
		}},
		{name: "entry cut short", starts: 1, do: func(t *testing.T, s stage) {
			change(t, onlyFile(t, layouts(s)), func(data []byte) []byte { return data[:len(data)-2] })
		}},
		{name: "empty entry", starts: 1, do: func(t *testing.T, s stage) {
			change(t, onlyFile(t, layouts(s)), func([]byte) []byte { return nil })
		}},
		{name: "kept nonsense", starts: 1, do: func(t *testing.T, s stage) {
			change(t, onlyFile(t, layouts(s)), func([]byte) []byte {
				return []byte(entryHeader + checksum([]byte("<svg/>")) + "\n<svg/>")
			})
		}},
		{name: "another build of the program", starts: 1, do: func(t *testing.T, s stage) {
			copied := filepath.Join(t.TempDir(), "copy")
			if err := os.Symlink(s.command[0], copied); err != nil {
				t.Skip(err)
			}
			s.command = []string{copied, s.command[1]}
		}},
		{name: "folder open to all", starts: 1, do: func(t *testing.T, s stage) {
			must(t, os.Chmod(layouts(s), 0o777))
		}},
		{name: "cache folder open to all", starts: 1, do: func(t *testing.T, s stage) {
			must(t, os.Chmod(s.cache, 0o777))
		}},
		{name: "another user's folder", asRoot: true, starts: 1, do: func(t *testing.T, s stage) {
			must(t, os.Chown(layouts(s), 65534, 65534))
		}},
		{name: "link in the folder's place", starts: 1, do: func(t *testing.T, s stage) {
			moved := filepath.Join(t.TempDir(), "moved")
			must(t, os.Rename(layouts(s), moved))
			must(t, os.Symlink(moved, layouts(s)))
		}},
		{name: "file in the folder's place", starts: 1, do: func(t *testing.T, s stage) {
			must(t, os.RemoveAll(s.cache))
			must(t, os.WriteFile(s.cache, nil, 0o600))
		}},
		{name: "no folder", starts: 1, do: func(t *testing.T, s stage) { s.Engine.cache = "" }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.asRoot && os.Geteuid() != 0 {
				t.Skip("needs root to give a folder away")
			}
			s := newStage(t, "good")
			first, err := s.run(t)
			must(t, err)
			before := s.starts()
			test.do(t, s)
			second, err := s.run(t)
			must(t, err)
			if got := s.starts() - before; got != test.starts {
				t.Errorf("%d processes, want %d", got, test.starts)
			}
			if diff := cmp.Diff(first, second); diff != "" {
				t.Errorf("another layout (-first +second):\n%s", diff)
			}
		})
	}
}

func TestSimplifiedLayoutIsNotKept(t *testing.T) {
	s := newStage(t, "failing with curves")
	for range 2 {
		if l, err := s.run(t); err != nil || !l.Simplified {
			t.Fatalf("%+v, %v; want straight lines", l, err)
		}
	}
}

// TestLinkIsLeftAlone holds that what a link in the place of a folder leads to is neither used nor emptied.
func TestLinkIsLeftAlone(t *testing.T) {
	s := newStage(t, "good")
	elsewhere := t.TempDir()
	must(t, os.Chmod(elsewhere, 0o777))
	must(t, os.WriteFile(filepath.Join(elsewhere, "mine"), nil, 0o600))
	must(t, os.MkdirAll(s.cache, 0o700))
	must(t, os.Symlink(elsewhere, filepath.Join(s.cache, "layouts")))
	_, err := s.run(t)
	must(t, err)
	if left, err := os.ReadDir(elsewhere); err != nil || len(left) != 1 || left[0].Name() != "mine" {
		t.Errorf("%v, %v; want the one file that was there", left, err)
	}
}

func TestFoldersArePrivate(t *testing.T) {
	s := newStage(t, "good")
	_, err := s.run(t)
	must(t, err)
	for _, folder := range []string{s.cache, filepath.Join(s.cache, "layouts")} {
		info, err := os.Stat(folder)
		must(t, err)
		if mode := info.Mode().Perm(); mode != 0o700 {
			t.Errorf("%s has mode %o, want 700", folder, mode)
		}
	}
}

func TestPrune(t *testing.T) {
	folder := t.TempDir()
	now := time.Now()
	put := func(name string, age time.Duration) {
		path := filepath.Join(folder, name)
		must(t, os.WriteFile(path, make([]byte, 100), 0o600))
		must(t, os.Chtimes(path, now, now.Add(-age)))
	}
	for i := range 10 {
		put(fmt.Sprintf("%d.json", i), time.Duration(i)*time.Hour)
	}
	put("stray.tmp", time.Hour)
	put("being-written.tmp", 0)

	left := func() []string {
		var names []string
		entries, err := os.ReadDir(folder)
		must(t, err)
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	prune(folder, 5, 1000)
	if diff := cmp.Diff([]string{"0.json", "1.json", "2.json", "3.json", "4.json", "being-written.tmp"}, left()); diff != "" {
		t.Errorf("by count (-want +got):\n%s", diff)
	}
	prune(folder, 5, 250)
	if diff := cmp.Diff([]string{"0.json", "1.json", "being-written.tmp"}, left()); diff != "" {
		t.Errorf("by size (-want +got):\n%s", diff)
	}
}

func onlyFile(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v, %v; want one entry", entries, err)
	}
	return filepath.Join(folder, entries[0].Name())
}

func change(t *testing.T, file string, edit func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(file)
	must(t, err)
	must(t, os.WriteFile(file, edit(data), 0o600))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
