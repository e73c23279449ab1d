package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestDiskFull fills a file system, and holds that the old file stays as it was.
func TestDiskFull(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("no small file system can be mounted here:", err)
	}
	defer syscall.Unmount(folder, 0)
	name := filepath.Join(folder, "figure.svg")
	must(t, replace(name, []byte("old")))
	for range 3 {
		err := writeOut(nil, name, func(w io.Writer) error { _, err := w.Write(make([]byte, 1<<20)); return err })
		if !errors.Is(err, syscall.ENOSPC) || err.Error() != "write "+name+": no space left on device" {
			t.Fatalf("error %v", err)
		}
	}
	entries, err := os.ReadDir(folder)
	must(t, err)
	if now, err := os.ReadFile(name); err != nil || string(now) != "old" || len(entries) != 1 {
		t.Errorf("the file is %q, %v; in its folder are %v", now, err, entries)
	}
}
