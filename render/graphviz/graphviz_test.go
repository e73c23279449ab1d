package graphviz

import (
	"strings"
	"testing"
)

func TestRefusals(t *testing.T) {
	for _, test := range []struct{ dot, want string }{
		{"", "read DOT: empty input"},
		{"digraph { a -> ", "read DOT: "},
		{"digraph { \x00 }", "read DOT: it holds a zero byte"},
		{strings.Repeat("subgraph {", 300), "read DOT: it nests deeper than 200 levels"},
	} {
		_, err := Layout([]byte(test.dot))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want one line with %q", test.dot, err, test.want)
		}
	}
}
