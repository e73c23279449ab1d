package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// errSaved says that a file is no longer what was read of it.
var errSaved = errors.New("another program has saved it meanwhile, or is writing it, and it is left as it is; run the command again")

// rewrite gives a file a new content in place of the one that was read of it, whole or not at all; not where it holds
// something else by now, and not where it is read-only.
func rewrite(name string, before, after []byte) error {
	shown := name
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	err := rewriteFile(name, before, after)
	if err != nil {
		return fmt.Errorf("write %s: %w", shown, err)
	}
	return nil
}

func rewriteFile(name string, before, after []byte) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return reason(err)
	case readOnly(name, info):
		return errReadOnly
	case !contains(name, before):
		return errSaved
	}
	prefix := temporaryPrefix(name)
	sweep(prefix)
	temporary, err := complete(name, prefix, after, info.Mode().Perm())
	if err != nil {
		return reason(err)
	}
	err = exchange(name, temporary, before, after)
	if errors.Is(err, errors.ErrUnsupported) {
		if err = errSaved; contains(name, before) {
			err = os.Rename(temporary, name)
		}
	}
	_ = os.Remove(temporary) // what was replaced, where they were exchanged
	return reason(err)
}

// contains says whether a file has a content.
func contains(name string, content []byte) bool {
	now, err := os.ReadFile(name)
	return err == nil && bytes.Equal(now, content)
}
