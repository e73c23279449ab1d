package layout

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

const (
	variable = "ICAMO_LAYOUT"
	program  = "icamo-layout"
)

// Find gives the engine that ICAMO_LAYOUT names or else icamo-layout, beside the running program or on PATH, with its
// caches in the user's cache folder. It does not start it.
func Find() (*Engine, error) {
	path, err := find()
	if err != nil {
		return nil, err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return New(path, ""), nil
	}
	return New(path, filepath.Join(cache, "icamo")), nil
}

func find() (string, error) {
	if named := os.Getenv(variable); named != "" {
		path, err := absolute(named)
		if err != nil {
			return "", fmt.Errorf("%s names %q, which is not a program that can be run: %w", variable, named, err)
		}
		return path, nil
	}
	beside := "the running program"
	if self, err := os.Executable(); err == nil {
		beside = filepath.Dir(self)
		name := program
		if runtime.GOOS == "windows" {
			name += ".exe"
		}
		path, err := exec.LookPath(filepath.Join(beside, name))
		if err == nil {
			return path, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("find the layout program: %w", err)
		}
	}
	path, err := absolute(program)
	if err != nil {
		return "", fmt.Errorf("no layout program: %s is not set, and %s is neither in %s nor on PATH; "+
			"'go build -o bin/ ./cmd/...' makes it", variable, program, beside)
	}
	return path, nil
}

func absolute(name string) (string, error) {
	path, err := exec.LookPath(name)
	if err != nil && !errors.Is(err, exec.ErrDot) {
		var lookup *exec.Error
		if errors.As(err, &lookup) {
			err = lookup.Err
		}
		return "", err
	}
	return filepath.Abs(path)
}
