package lsp

import (
	"errors"
	"fmt"
	"strings"

	"icamo/theory/editor"
	"icamo/theory/toml"
)

// place is a place in an open file: its path, its text and the offset.
func (s *server) place(p placeParams) (string, *text, int, bool) {
	path, _ := pathOf(p.Document.URI)
	d := s.documents[path]
	if d == nil {
		return "", nil, 0, false
	}
	return path, d.text, d.text.offset(p.Position), true
}

// The kinds of the protocol, for what editors show beside a completion or a symbol.
var (
	completionKinds = map[editor.Sort]int{editor.ID: 18, editor.Key: 10, editor.Table: 22, editor.Word: 20, editor.Rule: 21, editor.File: 17}
	symbolKinds     = map[string]int{"theory": 2, "intervention": 12, "context": 3, "actor": 10, "mechanism": 24, "outcome": 14,
		"link": 25, "configuration": 5, "evidence": 15, "case": 19, "source": 1, "formal_theory": 11}
)

func (s *server) complete(p placeParams) (any, error) {
	path, text, offset, open := s.place(p)
	if !open {
		return nil, nil
	}
	all, more := s.workspace.Complete(path, offset)
	list := completionList{more, []completionItem{}}
	for i, c := range all {
		list.Items = append(list.Items, completionItem{
			Label: c.Label, Kind: completionKinds[c.Of], Detail: c.Detail, Doc: c.Doc, Sort: fmt.Sprintf("%05d", i),
			Edit: textEdit{text.span(c.Edit.At), c.Edit.Text},
		})
	}
	return list, nil
}

func (s *server) hover(p placeParams) (any, error) {
	path, text, offset, open := s.place(p)
	if !open {
		return nil, nil
	}
	h, known := s.workspace.Hover(path, offset)
	if !known {
		return nil, nil
	}
	// Plain text, as a theory's texts must not become links or markup.
	return hover{markup{"plaintext", h.Title + "\n\n" + strings.Join(h.Lines, "\n")}, text.span(h.At)}, nil
}

func (s *server) definition(p placeParams) (any, error) {
	path, _, offset, open := s.place(p)
	if !open {
		return nil, nil
	}
	l, known := s.workspace.Definition(path, offset)
	if !known {
		return nil, nil
	}
	return s.location(s.newTexts(), l), nil
}

func (s *server) location(texts texts, l editor.Location) location {
	return location{s.uri(l.Path), texts.of(l.Path, l.Text).span(l.At)}
}

func (s *server) references(p placeParams) (any, error) {
	path, _, offset, open := s.place(p)
	if !open {
		return nil, nil
	}
	texts := s.newTexts()
	found := []location{}
	for _, l := range s.workspace.References(path, offset, p.Context.IncludeDeclaration) {
		found = append(found, s.location(texts, l))
	}
	return found, nil
}

var errNotOpen = errors.New("the file is not open")

func (s *server) prepareRename(p placeParams) (any, error) {
	path, text, offset, open := s.place(p)
	if !open {
		return nil, errNotOpen
	}
	l, err := s.workspace.Renamable(path, offset)
	if err != nil {
		return nil, err
	}
	return renamable{text.span(l.At), l.Text[l.At.Start:l.At.End]}, nil
}

func (s *server) rename(p placeParams) (any, error) {
	path, _, offset, open := s.place(p)
	if !open {
		return nil, errNotOpen
	}
	changes, err := s.workspace.Rename(path, offset, p.NewName)
	if err != nil {
		return nil, err
	}
	return s.workspaceEdit(changes), nil
}

// workspaceEdit is changes of files, with the versions of those that are open where the client looks at versions.
func (s *server) workspaceEdit(changes []editor.Change) workspaceEdit {
	texts := s.newTexts()
	versioned := s.client.Capabilities.Workspace.WorkspaceEdit.DocumentChanges
	var edit workspaceEdit
	for _, c := range changes {
		edits := editsOf(texts.of(c.Path, c.Text), c.Edits)
		if !versioned {
			if edit.Changes == nil {
				edit.Changes = make(map[string][]textEdit)
			}
			edit.Changes[s.uri(c.Path)] = edits
			continue
		}
		d := documentEdit{Edits: edits}
		d.Document.URI = s.uri(c.Path)
		if open := s.documents[c.Path]; open != nil {
			d.Document.Version = open.version
		}
		edit.Documents = append(edit.Documents, d)
	}
	return edit
}

func editsOf(t *text, edits []toml.Edit) []textEdit {
	all := []textEdit{}
	for _, e := range edits {
		all = append(all, textEdit{t.span(e.At), e.Text})
	}
	return all
}

// document is an open file of which all is asked.
func (s *server) document(p documentParams) (string, *text) {
	path, _ := pathOf(p.Document.URI)
	if d := s.documents[path]; d != nil {
		return path, d.text
	}
	return path, newText("")
}

func (s *server) symbols(p documentParams) (any, error) {
	path, text := s.document(p)
	symbols := []symbol{}
	for _, o := range s.workspace.Outline(path) {
		symbols = append(symbols, symbol{o.Name, o.Detail, symbolKinds[o.Table], text.span(o.Whole), text.span(o.Header)})
	}
	return symbols, nil
}

func (s *server) folds(p documentParams) (any, error) {
	path, text := s.document(p)
	folds := []fold{}
	for _, at := range s.workspace.Folds(path) {
		if f := text.span(at); f.Start.Line < f.End.Line {
			folds = append(folds, fold{f.Start.Line, f.End.Line})
		}
	}
	return folds, nil
}

func (s *server) format(p documentParams) (any, error) {
	path, text := s.document(p)
	return editsOf(text, s.workspace.Tidy(path)), nil
}

func (s *server) lenses(p documentParams) (any, error) {
	path, text := s.document(p)
	lenses := []codeLens{}
	for _, l := range s.workspace.Lenses(path) {
		lenses = append(lenses, codeLens{text.span(l.At), command{Title: l.Title}})
	}
	return lenses, nil
}

func (s *server) actions(p rangeParams) (any, error) {
	path, text := s.document(documentParams{p.Document})
	texts := s.newTexts()
	actions := []codeAction{}
	for _, a := range s.workspace.Actions(path, text.offset(p.Range.Start), text.offset(p.Range.End)) {
		actions = append(actions, codeAction{
			a.Title, "quickfix", []diagnostic{s.diagnostic(texts, path, a.Finding)}, a.Sure, s.workspaceEdit([]editor.Change{a.Change}),
		})
	}
	return actions, nil
}
