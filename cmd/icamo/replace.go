package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// mark is in the names of temporary files, after the name of the file that they are to replace.
const mark = ".icamo-"

// replace gives a file a new content, whole or not at all, whenever this program is killed. A new file gets the usual
// permissions, one that is replaced keeps its own. The error is without the file's name.
//
// Where the system can, the new content has no name until it is complete, so that nothing is left of it when this program
// is killed. Only to replace a file it must be named for an instant, and what a kill leaves then the next write removes.
func replace(name string, data []byte) error {
	prefix := temporaryPrefix(name)
	sweep(prefix)
	permissions := fs.FileMode(0)
	if old, err := os.Stat(name); err == nil {
		if int(old.Size()) == len(data) && renewed(name, data) {
			return nil
		}
		permissions = old.Mode().Perm()
	}
	temporary, err := complete(name, prefix, data, permissions)
	if err == nil && temporary != "" {
		if err = os.Rename(temporary, name); err != nil {
			_ = os.Remove(temporary)
		}
	}
	return reason(err)
}

// renewed gives a file that holds its new content already the time of now, as what follows from files by their time expects. It says
// whether it did.
func renewed(name string, data []byte) bool {
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, data) && os.Chtimes(name, time.Time{}, time.Now()) == nil
}

// complete writes the new content of a file, and gives the temporary name that it has; "" where it is the file already.
func complete(name, prefix string, data []byte, permissions fs.FileMode) (temporary string, err error) {
	temporary, err = unnamed(name, prefix, data, permissions)
	if errors.Is(err, errors.ErrUnsupported) {
		return named(prefix, data, permissions)
	}
	return temporary, err
}

// named writes a temporary file, complete and on the disk.
func named(prefix string, data []byte, permissions fs.FileMode) (string, error) {
	name := temporaryName(prefix)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", err
	}
	err = fill(f, data, permissions)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		_ = os.Remove(name)
		return "", err
	}
	return name, nil
}

// fill writes all that a file is to hold, and waits until the disk has it: after a crash of the machine a rename may be
// remembered whose content is not.
func fill(f *os.File, data []byte, permissions fs.FileMode) error {
	if permissions != 0 {
		if err := f.Chmod(permissions); err != nil {
			return err
		}
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Sync()
}

// temporaryPrefix is how the names of all temporary files start that are to replace a file.
func temporaryPrefix(name string) string {
	base := filepath.Base(name)
	return filepath.Join(filepath.Dir(name), "."+base[:min(len(base), 100)]+mark) // names have 255 bytes at most
}

// temporaryName is a name that no other write of the same file has.
func temporaryName(prefix string) string {
	return fmt.Sprintf("%s%d-%d", prefix, os.Getpid(), time.Now().UnixNano())
}

// sweep removes what killed writes left of a file: what no running process has made, or what is old.
func sweep(prefix string) {
	const abandoned = time.Minute
	entries, err := os.ReadDir(filepath.Dir(prefix))
	if err != nil {
		return
	}
	for _, entry := range entries {
		rest, ours := strings.CutPrefix(entry.Name(), filepath.Base(prefix))
		if !ours || !entry.Type().IsRegular() {
			continue
		}
		maker, _, _ := strings.Cut(rest, "-")
		pid, err := strconv.Atoi(maker)
		info, infoErr := entry.Info()
		if err == nil && pid > 0 && ended(pid) || infoErr == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(filepath.Join(filepath.Dir(prefix), entry.Name()))
		}
	}
}

// reason is why a file could not be written, without the call that found out and the names that it used.
func reason(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
