package preview

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"time"

	"icamo/render"
	"icamo/render/layout"
	"icamo/render/page"
	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/load"
)

// How long to wait for a burst of events to end. An editor's save takes a few milliseconds; a file seen half-written is
// looked at once more before it is called broken.
const (
	quiet   = 5 * time.Millisecond
	most    = 90 * time.Millisecond
	recheck = 60 * time.Millisecond
	poll    = 500 * time.Millisecond // while a file is missing, which may be in a folder that is not there yet
)

// Preview is a theory's page that follows its files.
type Preview struct {
	File    string
	Engine  *layout.Engine
	Options render.Options

	board *board
	last  state      // as the files were read last
	good  *page.Page // the last page that could be drawn; before the first, a blank one
}

// Open reads and draws a theory for the first time. A file that is broken can be opened; one that cannot be read cannot.
func Open(ctx context.Context, file string, engine *layout.Engine, o render.Options) (*Preview, error) {
	p := &Preview{File: file, Engine: engine, Options: o, board: newBoard()}
	p.last = p.read()
	if p.last.err != nil {
		return nil, p.last.err
	}
	var err error
	if p.good, err = page.Blank(file); err != nil {
		return nil, err
	}
	if p.last.broken() {
		return p, p.post(p.last, nil)
	}
	drawn, err := page.Draw(ctx, engine, p.last.theory, p.last.findings, o, nil)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err == nil {
		p.good = drawn
	}
	return p, p.post(p.last, err)
}

// state is the files at one moment: the theory in them, or why there is none.
type state struct {
	theory   *theory.Theory
	findings []check.Finding
	err      error  // the theory's own file cannot be read
	print    string // tells one state from another
}

func (p *Preview) read() state {
	var s state
	if s.theory, s.err = load.Open(p.File); s.err == nil {
		s.findings, s.err = page.Check(p.File, s.theory)
	}
	h := sha256.New()
	for t := s.theory; t != nil && s.err == nil; t = t.Earlier {
		for _, f := range t.Files {
			fmt.Fprintf(h, "%q %d\n", f.Name, len(f.Text))
			_, _ = io.WriteString(h, f.Text) // as it is: to quote it took longer than to read it
		}
	}
	for _, f := range s.findings {
		fmt.Fprintf(h, "%s %s %q\n", f.Rule.Code, f.Severity, f.Message)
	}
	fmt.Fprint(h, s.err)
	s.print = hex.EncodeToString(h.Sum(nil))
	return s
}

// broken says whether a file does not parse, so that what is there is not what its author means.
func (s state) broken() bool {
	return s.err != nil || slices.ContainsFunc(s.theory.Faults, func(f theory.Fault) bool { return f.Kind == theory.SyntaxFault })
}

// missing says whether a file that is named is not there.
func (s state) missing() bool {
	return s.err != nil || slices.ContainsFunc(s.theory.Faults, func(f theory.Fault) bool { return f.Kind == theory.FileReferenceFault })
}

// wrong is what the banner says: why the state cannot be drawn.
func (s state) wrong(drawing error) []page.Fault {
	switch {
	case s.err != nil:
		return []page.Fault{{Message: s.err.Error()}}
	case drawing != nil:
		return []page.Fault{{Message: drawing.Error()}}
	case !s.broken():
		return nil
	}
	var faults []page.Fault
	for _, f := range s.theory.Faults {
		if f.Kind == theory.SyntaxFault {
			faults = append(faults, page.FaultAt(f.Message, f.At))
		}
	}
	return faults
}

// post shows the last good page, under a banner where the state is not it.
func (p *Preview) post(s state, drawing error) error {
	e, err := page.NewEdition(p.good, s.wrong(drawing))
	if err != nil {
		return err
	}
	p.board.post(e)
	return nil
}
