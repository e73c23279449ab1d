//go:build !linux

package main

import (
	"errors"
	"io/fs"
)

// unnamed is what only Linux can do.
func unnamed(string, string, []byte, fs.FileMode) (string, error) { return "", errors.ErrUnsupported }

// exchange is what only Linux can do.
func exchange(_, _ string, _, _ []byte) error { return errors.ErrUnsupported }

// ended is not known of processes of other systems.
func ended(int) bool { return false }
