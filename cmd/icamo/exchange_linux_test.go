package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestExchange holds what becomes of a file that somebody saves or writes between the last look at it and its replacing.
func TestExchange(t *testing.T) {
	for how, disturb := range map[string]func(name string) (ended func() error, err error){
		"saved": func(name string) (func() error, error) {
			return nil, os.WriteFile(name, []byte("saved"), 0o644)
		},
		"being written": func(name string) (func() error, error) {
			f, err := os.OpenFile(name, os.O_WRONLY, 0)
			return func() error {
				_, err := f.WriteString("saved")
				return errors.Join(err, f.Close())
			}, err
		},
	} {
		folder := t.TempDir()
		name, temporary := filepath.Join(folder, "a"), filepath.Join(folder, "b")
		must(t, os.WriteFile(name, []byte("older"), 0o644))
		must(t, os.WriteFile(temporary, []byte("newer"), 0o644))
		ended, err := disturb(name)
		must(t, err)
		switch err := exchange(name, temporary, []byte("older"), []byte("newer")); {
		case errors.Is(err, errors.ErrUnsupported):
			t.Logf("%s: files cannot be exchanged here", how)
			continue
		case !errors.Is(err, errSaved):
			t.Errorf("%s: error %v", how, err)
		}
		if ended != nil {
			must(t, ended())
		}
		if now, err := os.ReadFile(name); err != nil || string(now) != "saved" {
			t.Errorf("%s: the file holds %q, %v", how, now, err)
		}
	}
}
