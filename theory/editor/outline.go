package editor

import (
	"strings"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/toml"
)

// Symbol is an element of a file, as an outline lists it.
type Symbol struct {
	Name   string // its label or title, or the ends of a link
	Detail string // what it is, and its id
	Table  string
	Whole  toml.Extent
	Header toml.Extent
}

// Outline lists the elements that a file defines, in its order.
func (w *Workspace) Outline(file string) []Symbol {
	q := w.at(file, 0)
	if q == nil {
		return nil
	}
	var t *theory.Theory
	var symbols []Symbol
	var from, to string
	for _, s := range statementsOf(q.text) {
		if s.header {
			table, id := s.table(), s.id()
			if n := len(symbols); n > 0 && len(s.names) > 2 && strings.HasSuffix(symbols[n-1].Detail, " "+id) {
				symbols[n-1].Whole.End = int32(s.to) // a part of the one above, such as [case.p1.attributes]
				continue
			}
			symbol := Symbol{Name: table, Detail: table, Table: table, Whole: extent(s.from, s.to), Header: extent(s.from, s.to)}
			if id != "" {
				symbol.Name, symbol.Detail = id, strings.ReplaceAll(table, "_", " ")+" "+id
			}
			from, to = "", ""
			symbols = append(symbols, symbol)
			continue
		}
		if len(symbols) == 0 {
			continue
		}
		symbol := &symbols[len(symbols)-1]
		symbol.Whole.End = int32(s.to)
		if s.value == 0 || len(s.names) != 1 || len(s.in.names) > 2 {
			continue
		}
		value := strings.Trim(q.text[s.value:s.to], "\"'\r\n\t ")
		switch s.key() {
		case "label", "title":
			if value != "" {
				symbol.Name = value
			}
		case "from", "to":
			if symbol.Table != string(theory.LinkSort) {
				continue
			}
			if t == nil {
				if t = q.theory(); t == nil {
					t = &theory.Theory{}
				}
			}
			if n := t.Node(value); n != nil {
				value = n.Label
			}
			if s.key() == "from" {
				from = value
			} else {
				to = value
			}
			symbol.Name = from + " → " + to
		case "effect":
			symbol.Name = strings.Replace(symbol.Name, "→", theory.Effect(value).Arrow(), 1)
		case "status":
			symbol.Detail = symbol.Table + ", " + value
		}
	}
	return symbols
}

func extent(from, to int) toml.Extent { return toml.Extent{Start: int32(from), End: int32(to)} }

// Folds are the runs of a file that can be folded: its tables, and values of several lines.
func (w *Workspace) Folds(file string) []toml.Extent {
	q := w.at(file, 0)
	if q == nil {
		return nil
	}
	var folds []toml.Extent
	table := -1 // the place of the last one
	for _, s := range statementsOf(q.text) {
		if s.header {
			table = len(folds)
			folds = append(folds, extent(s.from, s.to))
			continue
		}
		if table >= 0 {
			folds[table].End = int32(s.to)
		}
		if s.value > 0 && strings.Contains(q.text[s.value:s.to], "\n") {
			folds = append(folds, extent(s.from, s.to))
		}
	}
	return folds
}

// Tidy lays a file out as fmt does. The edit is of the part that differs. A file that cannot be read is left alone, and so is
// one that is tidy, or no theory's.
func (w *Workspace) Tidy(file string) []toml.Edit {
	q := w.at(file, 0)
	if q == nil || !load.IsTheoryFile([]byte(q.text)) {
		return nil
	}
	tidy, fault := load.Tidy(file, []byte(q.text))
	if fault != nil || string(tidy) == q.text {
		return nil
	}
	from, end := 0, len(q.text)
	for from < min(len(tidy), len(q.text)) && tidy[from] == q.text[from] {
		from++
	}
	from = strings.LastIndexByte(q.text[:from], '\n') + 1 // whole lines, so that no character is cut
	rest := len(tidy)
	for end > from && rest > from && tidy[rest-1] == q.text[end-1] {
		end--
		rest--
	}
	if n := strings.IndexByte(q.text[end:], '\n'); n >= 0 {
		end, rest = end+n+1, rest+n+1
	} else {
		end, rest = len(q.text), len(tidy)
	}
	return []toml.Edit{{At: extent(from, end), Text: string(tidy[from:rest])}}
}
