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

	"icamo/theory"
	"icamo/theory/load"
)

// Report is what came of checking some theories.
type Report struct {
	Findings []Finding // of all of them, in one order
	Theories int       // how many there were
	Failed   bool      // some finding is as grave as its project's limit
	Files    []string  // that they are of
	Outside  []string  // links in the folders that lead out of the project or nowhere: nothing behind them was checked
}

// Version is a theory that was read already, such as one of a git revision.
type Version struct {
	Theory *theory.Theory
	File   string // by which its project's settings are found; it need not be there
}

// Files checks theory files and every theory in folders, and versions that were read already, side by side. adjust changes
// the settings of each theory's project before they are used. An error means that a file could not be read at all, that one
// named is no theory nor included by one that is checked, or that there is no theory.
func Files(paths []string, versions []Version, adjust func(*Settings)) (*Report, error) {
	report := &Report{}
	candidates, err := report.candidates(paths)
	if err != nil {
		return nil, err
	}
	for _, v := range versions {
		candidates = append(candidates, candidate{name: v.File, read: v.Theory})
	}
	results := make([]result, len(candidates))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(candidates)) {
		workers.Go(func() {
			for i := range next {
				results[i] = checkFile(candidates[i], adjust)
			}
		})
	}
	for i := range candidates {
		next <- i
	}
	close(next)
	workers.Wait()

	included := make(map[string]bool)
	for _, r := range results {
		for _, file := range r.files {
			included[identity(file)] = true
		}
	}
	for i, r := range results {
		switch {
		case errors.Is(r.err, load.ErrNoTheory) && (!candidates[i].named || included[identity(candidates[i].name)]):
			continue
		case errors.Is(r.err, load.ErrNoTheory):
			return nil, fmt.Errorf("check %w; give it one, or name the theory that includes it", r.err)
		case r.err != nil:
			return nil, r.err
		}
		report.Theories++
		report.Files = append(report.Files, r.files...)
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
	files    []string // that the theory is of
	findings []Finding
	failed   bool
	err      error
}

func checkFile(c candidate, adjust func(*Settings)) result {
	t := c.read
	if t == nil {
		var err error
		if t, err = load.Open(c.name); err != nil {
			return result{err: err}
		}
	}
	settings, findings, err := SettingsFor(c.name)
	if err != nil {
		return result{err: err}
	}
	adjust(&settings)
	findings = append(findings, run(t, settings)...)
	r := result{findings: findings, failed: Fails(findings, settings.withDefaults().FailOn)}
	for _, f := range t.Files {
		r.files = append(r.files, f.Name)
	}
	return r
}

// identity is one name for a file, however it was named.
func identity(file string) string {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	return file
}

// candidate is a file that may hold a theory.
type candidate struct {
	name  string
	named bool           // by the user, not found in a folder
	read  *theory.Theory // nil where it is still to be read
}

// candidates lists the files named and the .toml files under the folders named, each once, in order.
func (r *Report) candidates(paths []string) ([]candidate, error) {
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
		for _, name := range below.Files {
			add(name, false)
		}
		r.Outside = append(r.Outside, below.Outside...)
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
