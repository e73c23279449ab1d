package check

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"icamo/theory/load"
)

// Report is what came of checking some theories.
type Report struct {
	Findings []Finding // of all of them, in one order
	Theories int       // how many there were
	Failed   bool      // some finding is as grave as its project's limit
}

// Files checks theory files and every theory in folders, side by side. adjust changes the settings of each theory's
// project before they are used. An error means that a file could not be read at all, that one named is no theory, or
// that there is no theory.
func Files(paths []string, adjust func(*Settings)) (*Report, error) {
	candidates, err := candidateFiles(paths)
	if err != nil {
		return nil, err
	}
	results := make([]result, len(candidates))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(candidates)) {
		workers.Go(func() {
			for i := range next {
				results[i] = checkFile(candidates[i].name, adjust)
			}
		})
	}
	for i := range candidates {
		next <- i
	}
	close(next)
	workers.Wait()

	report := &Report{}
	for i, r := range results {
		switch {
		case errors.Is(r.err, load.ErrNoTheory) && !candidates[i].named:
			continue
		case errors.Is(r.err, load.ErrNoTheory):
			return nil, fmt.Errorf("check %w; give it one, or name the theory that includes it", r.err)
		case r.err != nil:
			return nil, r.err
		}
		report.Theories++
		report.Failed = report.Failed || r.failed
		report.Findings = append(report.Findings, r.findings...)
	}
	if report.Theories == 0 {
		return nil, fmt.Errorf("check %s: there is no theory in it: no .toml file with a [theory] table", strings.Join(paths, ", "))
	}
	report.Findings = Sort(report.Findings)
	return report, nil
}

type result struct {
	findings []Finding
	failed   bool
	err      error
}

func checkFile(file string, adjust func(*Settings)) result {
	t, err := load.Open(file)
	if err != nil {
		return result{err: err}
	}
	settings, findings, err := SettingsFor(file)
	if err != nil {
		return result{err: err}
	}
	adjust(&settings)
	findings = append(findings, Run(t, settings)...)
	return result{findings: findings, failed: Fails(findings, settings.withDefaults().FailOn)}
}

// candidate is a file that may hold a theory.
type candidate struct {
	name  string
	named bool // by the user, not found in a folder
}

// candidateFiles lists the files named and the .toml files under the folders named, each once, in order.
func candidateFiles(paths []string) ([]candidate, error) {
	var files []candidate
	place := make(map[string]int)
	add := func(name string, named bool) {
		name = filepath.Clean(name)
		i, ok := place[name]
		if !ok {
			i = len(files)
			place[name] = i
			files = append(files, candidate{name: name})
		}
		files[i].named = files[i].named || named
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("check %s: %w", path, plain(err))
		}
		if !info.IsDir() {
			add(path, true)
			continue
		}
		below, err := load.FilesBelow(path)
		if err != nil {
			return nil, err
		}
		for _, name := range below {
			add(name, false)
		}
	}
	return files, nil
}

// plain is what went wrong with a file, without the call that found out.
func plain(err error) error {
	var perr *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file or folder")
	case errors.As(err, &perr):
		return perr.Err
	}
	return err
}
