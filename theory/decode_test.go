package theory

import (
	"fmt"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

// TestDecodeBySections holds that a text decoded section by section says what it says as a whole.
func TestDecodeBySections(t *testing.T) {
	var large strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&large, "[mechanism.m%d]\nlabel = \"M %d\"\n[[link]]\nfrom = \"m%d\"\nto = \"m%d\" # and on\n", i, i, i, i+1)
	}
	for name, text := range map[string]string{
		"empty":               "",
		"keys and no header":  "a = 1\nb = \"c\"\n",
		"tables and lists":    large.String(),
		"a header in a text":  "a = \"\"\"\n[not.a.table]\n\"\"\"\n[b]\nc = '''\n[[nor.this]]'''\n",
		"a header in a list":  "[a]\nb = [\n[1],\n[\"[c]\"],\n]\n[d]\n",
		"a header's comment":  "[a] # [b]\nc = 1 # [d]\n[e]#[f]\n",
		"a table and its sub": "[a]\nb = 1\n[a.c]\nd = 2\n[a.e.f]\ng = 3\n[a.e]\nh = 4\n",
		"a link and its sub":  "[[link]]\nfrom = \"a\"\n[link.accept]\nPT206 = \"r\"\n[[link]]\nfrom = \"b\"\n",
		"dotted keys":         "[a]\nb.c = 1\nb.d = {e = [{f = 2}, {g.h = 3}]}\n[a.i]\nj.k = 4\n",
		"escapes":             "[a]\n\"b\\u0063\" = \"d\\te\\\\\"\n'f g' = 'h\\i'\nj = \"k\"\nl = \"\"\"\nm\\\n  n\"\"\"\no = \"\"\n",
		"single values":       "[a]\nb = 0x1F\nc = -1.5e3\nd = true\ne = [1, 2.5, \"f\", [false]]\n",
		"a carriage return":   "[a]\r\nb = \"c\"\r\n[d]\r\ne = \"\"\"f\r\ng\"\"\"\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			d := newDocument(name, []byte(text))
			if d.fault != nil {
				t.Fatal(d.fault.Message)
			}
			want := make(map[string]any)
			if _, err := toml.Decode(text, &want); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(plainLists(want), values(d.outline)); diff != "" {
				t.Errorf("by sections it says something else:\n%.2000s", diff)
			}
		})
	}
}

// plainLists has all lists as lists of anything.
func plainLists(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name := range value {
			value[name] = plainLists(value[name])
		}
	case []map[string]any:
		list := []any{}
		for _, v := range value {
			list = append(list, plainLists(v))
		}
		return list
	case []any:
		for i := range value {
			value[i] = plainLists(value[i])
		}
	}
	return value
}
