package layout

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const variable = "ICAMO_LAYOUT"

// Find gives the engine that lays out in this process or, where ICAMO_LAYOUT names one, by another program. It remembers
// its answers in the user's cache folder.
func Find() (*Engine, error) {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "icamo")
	} else {
		cache = ""
	}
	named := os.Getenv(variable)
	if named == "" {
		return New(cache), nil
	}
	program, err := find(named)
	if err != nil {
		return nil, fmt.Errorf("%s names %q, which is not a program that can be run: %w", variable, named, err)
	}
	return NewProgram(cache, program), nil
}

// find is the full path of a program. A name without a folder is looked for on PATH, but never in the folder that the user
// happens to be in: what a stranger's project holds there must not run.
func find(named string) (string, error) {
	if strings.ContainsRune(named, filepath.Separator) || strings.ContainsRune(named, '/') {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", reason(err)
		}
		return filepath.Abs(path)
	}
	for _, folder := range filepath.SplitList(os.Getenv("PATH")) {
		if !filepath.IsAbs(folder) {
			continue
		}
		if path, err := exec.LookPath(filepath.Join(folder, named)); err == nil {
			return path, nil
		}
	}
	return "", exec.ErrNotFound
}

func reason(err error) error {
	var lookup *exec.Error
	if errors.As(err, &lookup) {
		return lookup.Err
	}
	return err
}
