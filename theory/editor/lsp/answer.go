package lsp

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// answer answers a request, or takes note of a notification.
func (s *server) answer(m *message) (any, error) {
	switch {
	case m.Method == "initialize" && s.state == started:
		if err := json.Unmarshal(m.Params, &s.client); err != nil {
			return nil, unreadable(m)
		}
		s.state = ready
		type is = map[string]any
		return is{"capabilities": capabilities(), "serverInfo": is{"name": "icamo", "version": s.version}}, nil
	case s.state == started:
		return nil, &failure{notInitialized, "initialize comes first"}
	case s.state == shutDown:
		return nil, &failure{invalidRequest, "the server is shut down"}
	}
	switch m.Method {
	case "shutdown":
		s.state = shutDown
		return nil, nil
	case "textDocument/didOpen":
		return nil, asked(m, s.didOpen)
	case "textDocument/didChange":
		return nil, asked(m, s.didChange)
	case "textDocument/didClose":
		return nil, asked(m, s.didClose)
	case "textDocument/didSave", "workspace/didChangeWatchedFiles":
		s.workspace.Refresh()
		s.stale = true
		return nil, nil
	case "textDocument/completion":
		return answered(m, s.complete)
	case "textDocument/hover":
		return answered(m, s.hover)
	case "textDocument/definition":
		return answered(m, s.definition)
	case "textDocument/references":
		return answered(m, s.references)
	case "textDocument/prepareRename":
		return answered(m, s.prepareRename)
	case "textDocument/rename":
		return answered(m, s.rename)
	case "textDocument/documentSymbol":
		return answered(m, s.symbols)
	case "textDocument/foldingRange":
		return answered(m, s.folds)
	case "textDocument/formatting":
		return answered(m, s.format)
	case "textDocument/codeLens":
		return answered(m, s.lenses)
	case "textDocument/codeAction":
		return answered(m, s.actions)
	}
	return nil, &failure{methodNotFound, fmt.Sprintf("icamo cannot be asked %q", m.Method)}
}

// asked reads the parameters of a message and hands them on.
func asked[P any](m *message, do func(P)) error {
	var p P
	if err := json.Unmarshal(m.Params, &p); err != nil {
		return unreadable(m)
	}
	do(p)
	return nil
}

func answered[P any](m *message, do func(P) (any, error)) (any, error) {
	var p P
	if err := json.Unmarshal(m.Params, &p); err != nil {
		return nil, unreadable(m)
	}
	return do(p)
}

func unreadable(m *message) *failure {
	return &failure{invalidParams, fmt.Sprintf("the parameters of %q are not as they must be", m.Method)}
}

func (s *server) didOpen(p openParams) {
	path, isFile := pathOf(p.Document.URI)
	if !isFile {
		return
	}
	s.documents[path] = &document{p.Document.URI, p.Document.Version, newText(p.Document.Text)}
	s.set(path)
}

// didChange makes changes in their order, each in what the one before has left.
func (s *server) didChange(p changeParams) {
	path, _ := pathOf(p.Document.URI)
	d := s.documents[path]
	if d == nil {
		return
	}
	for _, c := range p.Changes {
		if c.Range == nil {
			d.text = newText(c.Text)
			continue
		}
		from, to := d.text.at(c.Range.Start), d.text.at(c.Range.End)
		if to < from {
			from, to = to, from
		}
		d.text = newText(d.text.all[:from] + c.Text + d.text.all[to:])
	}
	d.version = p.Document.Version
	s.set(path)
}

func (s *server) didClose(p documentParams) {
	path, _ := pathOf(p.Document.URI)
	if s.documents[path] == nil {
		return
	}
	delete(s.documents, path)
	s.workspace.Close(path)
	s.stale = true
}

func (s *server) set(path string) {
	if d := s.documents[path]; !utf8.ValidString(d.text.all) {
		return // JSON holds none
	}
	s.workspace.Set(path, s.documents[path].text.plain())
	s.stale = true
}
