package lsp

import (
	"encoding/json"
	"maps"
	"slices"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/toml"
)

// publish sends the findings of each file of which the client has others, or those of an earlier version of its text.
func (s *server) publish() error {
	if !s.stale || s.state != ready {
		return nil
	}
	s.stale = false
	findings, err := guarded(func() (map[string][]check.Finding, error) { return s.workspace.Findings(), nil })
	if err != nil {
		return s.notify("window/logMessage", map[string]any{"type": 1, "message": err.Error()})
	}
	paths := slices.Concat(slices.Collect(maps.Keys(findings)), slices.Collect(maps.Keys(s.documents)), slices.Collect(maps.Keys(s.published)))
	slices.Sort(paths)
	for _, path := range slices.Compact(paths) {
		if err := s.publishFile(path, findings[path]); err != nil {
			return err
		}
	}
	return nil
}

func (s *server) publishFile(path string, findings []check.Finding) error {
	texts := s.newTexts()
	p := publishParams{URI: s.uri(path), Diagnostics: []diagnostic{}}
	version := 0
	if d := s.documents[path]; d != nil && d.version != nil {
		p.Version = d.version
		version = *d.version
	}
	for _, f := range findings {
		p.Diagnostics = append(p.Diagnostics, s.diagnostic(texts, path, f))
	}
	if why := s.workspace.Unchecked(path); why != "" {
		p.Diagnostics = append(p.Diagnostics, diagnostic{Severity: severities[check.Info], Source: "icamo", Message: why})
	}
	body, err := json.Marshal(p.Diagnostics)
	if err != nil {
		return err
	}
	now := published{p.URI, version, string(body)}
	before, there := s.published[path]
	if before == now || !there && len(findings) == 0 && s.documents[path] == nil {
		return nil
	}
	if len(findings) == 0 && s.documents[path] == nil {
		delete(s.published, path)
	} else {
		s.published[path] = now
	}
	if before.uri != "" && before.uri != p.URI { // the client calls it otherwise now
		if err := s.notify("textDocument/publishDiagnostics", publishParams{URI: before.uri, Diagnostics: []diagnostic{}}); err != nil {
			return err
		}
	}
	return s.notify("textDocument/publishDiagnostics", p)
}

// The severities of the protocol. Findings that are accepted are hints.
var severities = map[check.Severity]int{check.Error: 1, check.Warning: 2, check.Info: 3}

const hint = 4

func (s *server) diagnostic(texts texts, path string, f check.Finding) diagnostic {
	d := diagnostic{
		Range:    texts.span(path, f.At),
		Severity: severities[f.Severity],
		Code:     f.Rule.Code,
		Source:   "icamo",
		Message:  f.Message,
	}
	if f.Accepted != "" {
		d.Severity = hint
		d.Message += "\naccepted because: " + f.Accepted
	}
	for _, r := range f.Related {
		if r.At.Known() {
			d.Related = append(d.Related, related{location{s.uri(r.At.File.Name), texts.span(r.At.File.Name, r.At)}, r.Message})
		}
	}
	return d
}

// uri is the address of a file, as the client has it where it is open.
func (s *server) uri(path string) string {
	if d := s.documents[path]; d != nil {
		return d.uri
	}
	return uriOf(path)
}

// texts are texts whose places are asked for, each split into lines once.
type texts struct {
	documents map[string]*document
	last      map[string]split // by path
}

// split is a text as a theory has it, and as it is split into lines. Comparing it with itself takes no time, unlike with an equal
// one elsewhere in memory.
type split struct {
	plain string
	text  *text
}

func (s *server) newTexts() texts { return texts{s.documents, make(map[string]split)} }

// of is the text of a file, that of the client where it is the same.
func (t texts) of(path, plain string) *text {
	last, known := t.last[path]
	if known && last.plain == plain {
		return last.text
	}
	last = split{plain: plain}
	if d := t.documents[path]; d != nil && d.text.plain() == plain {
		last.text = d.text
	} else {
		last.text = newText(plain)
	}
	t.last[path] = last
	return last.text
}

func (t texts) span(path string, at theory.Span) span {
	start, end := at.Offsets()
	return t.of(path, at.File.Text).span(toml.Extent{Start: int32(start), End: int32(end)})
}
