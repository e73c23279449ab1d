package toml

import (
	"iter"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Statement is the header of a table, or a key with its value, as a file has them one below the other.
type Statement struct {
	Path     []Name // that of a key starts with the path of its table
	Own      int    // how many parts of the path are not written here: those of a key's table
	Header   bool
	Repeated bool // the header is that of one table of a list: [[link]]
}

// Name is a part of a key or of a header, where it stands.
type Name struct {
	Text string
	At   Extent
}

// Statements goes through the headers and keys of a text. A table that is named in several headers comes as often. Keys
// inside inline tables do not come; the text must be one that Read reads.
func Statements(text string) iter.Seq[Statement] {
	return func(yield func(Statement) bool) {
		var p unstable.Parser
		p.Reset([]byte(text))
		var table []Name
		for p.NextExpression() {
			expr := p.Expression()
			switch expr.Kind {
			case unstable.Table, unstable.ArrayTable:
				table = names(nil, expr.Key())
				if !yield(Statement{Path: table, Header: true, Repeated: expr.Kind == unstable.ArrayTable}) {
					return
				}
			case unstable.KeyValue:
				if !yield(Statement{Path: names(table[:len(table):len(table)], expr.Key()), Own: len(table)}) {
					return
				}
			}
		}
	}
}

func names(path []Name, it unstable.Iterator) []Name {
	for it.Next() {
		node := it.Node()
		path = append(path, Name{string(node.Data), extentOf(node.Raw)})
	}
	return path
}
