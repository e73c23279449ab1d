package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// savers are the ways in which editors save a file.
var savers = map[string]func(name string, text []byte) error{
	"into the file": func(name string, text []byte) error { return os.WriteFile(name, text, 0o644) },
	"piece by piece": func(name string, text []byte) error {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_TRUNC, 0)
		for piece := range bytes.SplitAfterSeq(text, []byte("\n\n")) {
			if err == nil {
				_, err = f.Write(piece)
			}
		}
		return errors.Join(err, f.Close())
	},
	"a new file in its place": func(name string, text []byte) error {
		other := filepath.Join(filepath.Dir(name), "saved")
		return errors.Join(os.WriteFile(other, text, 0o644), os.Rename(other, name))
	},
}

// TestSavesWhileTidied saves a file while fmt runs on it, at any moment, and holds that what was saved is in it when fmt has
// ended, tidy or as it was saved.
func TestSavesWhileTidied(t *testing.T) {
	const saves = 200
	folder := t.TempDir()
	name := filepath.Join(folder, "theory.toml")
	untidy := bytes.ReplaceAll(largeTheory(60), []byte("[mechanism"), []byte("\n\n\n[mechanism"))
	version := func(i int) []byte { return fmt.Appendf(bytes.Clone(untidy), "# save %d\n", i) }
	tidying := func() chan int {
		ended := make(chan int, 1)
		go func() { ended <- run([]string{"fmt", name}, nil, io.Discard, io.Discard) }()
		return ended
	}
	must(t, os.WriteFile(name, version(0), 0o644))
	moments := 0 // how often the file can be looked at while fmt runs
	for ended := tidying(); len(ended) == 0; moments++ {
		_, err := os.Stat(name)
		must(t, err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for how, save := range savers {
		tidied, kept := 0, 0
		for i := 1; i <= saves; i++ {
			must(t, os.WriteFile(name, version(0), 0o644))
			ended := tidying()
			for range random.IntN(moments) {
				_, err := os.Stat(name)
				must(t, err)
			}
			must(t, save(name, version(i)))
			<-ended
			now, err := os.ReadFile(name)
			must(t, err)
			switch {
			case bytes.Equal(now, version(i)):
				kept++
			case bytes.HasSuffix(now, fmt.Appendf(nil, "# save %d\n", i)):
				tidied++
			default:
				t.Fatalf("save %d, %s, is lost; the file ends with %q", i, how, now[max(0, len(now)-20):])
			}
		}
		t.Logf("%s: %d saves stand as saved, %d were tidied", how, kept, tidied)
	}
	entries, err := os.ReadDir(folder)
	must(t, err)
	if len(entries) != 1 {
		t.Errorf("left in the folder: %v", entries)
	}
}

// TestRewrite holds that only a file that is as it was read, that may be written and that nobody is writing is rewritten.
func TestRewrite(t *testing.T) {
	name := filepath.Join(t.TempDir(), "theory.toml")
	write := func(text string) { must(t, os.WriteFile(name, []byte(text), 0o644)) }
	holds := func(want string) {
		t.Helper()
		if now, err := os.ReadFile(name); err != nil || string(now) != want {
			t.Errorf("the file holds %q, %v, want %q", now, err, want)
		}
	}
	write("read")
	must(t, rewrite(name, []byte("read"), []byte("tidy")))
	holds("tidy")
	if err := rewrite(name, []byte("read"), []byte("again")); !errors.Is(err, errSaved) {
		t.Errorf("a file that was saved: %v", err)
	}
	holds("tidy")
	must(t, os.Chmod(name, 0o444))
	if err := rewrite(name, []byte("tidy"), []byte("again")); !errors.Is(err, errReadOnly) {
		t.Errorf("a read-only file: %v", err)
	}
	holds("tidy")
}
