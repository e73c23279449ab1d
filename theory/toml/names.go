package toml

import (
	"iter"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Name is a part of a key or of a table's header, where it stands.
type Name struct {
	Text string
	At   Extent
}

// Names goes through the headers and the keys of a text, each with its full path: that of a key starts with the path of its
// table. A table that is named in several headers comes as often. Keys inside inline tables do not come; the text must be
// one that Read reads.
func Names(text string) iter.Seq[[]Name] {
	return func(yield func([]Name) bool) {
		data := []byte(text)
		var p unstable.Parser
		p.Reset(data)
		var table []Name
		for p.NextExpression() {
			expr := p.Expression()
			switch expr.Kind {
			case unstable.Table, unstable.ArrayTable:
				table = names(nil, expr.Key())
				if !yield(table) {
					return
				}
			case unstable.KeyValue:
				if !yield(names(table[:len(table):len(table)], expr.Key())) {
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
