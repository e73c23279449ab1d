package toml

import (
	"fmt"
	"strings"
	"testing"
	"time"

	burntsushi "github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

// TestDecodeInBatches holds that values decoded in batches are those of the text decoded as a whole.
func TestDecodeInBatches(t *testing.T) {
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
		"single values":       "[a]\nb = 0x1F\nc = -1.5e3\nd = true\ne = [1, 2.5, \"f\", [false]]\nf = 2020-01-01 10:00:00\n",
		"a long text":         "a = \"" + strings.Repeat("b", 200_000) + "\"\nc = '[1, 2]'\n",
		"as in the file":      "a = [\"\\x61b\", \"ab\", \"\\\\\", '\\', '\\\\']\nb = \"\"\"b\"\"\"\nc = '''\nc'''\n",
		"a carriage return":   "[a]\r\nb = \"c\"\r\n[d]\r\ne = \"\"\"f\r\ng\"\"\"\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			d := Read([]byte(text))
			if d.Fault != nil {
				t.Fatal(d.Fault.Message)
			}
			want := make(map[string]any)
			if _, err := burntsushi.Decode(text, &want); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(plainLists(want), values(d.Root)); diff != "" {
				t.Errorf("in batches it says something else:\n%.2000s", diff)
			}
		})
	}
}

// plainLists has all lists as lists of anything, and all dates as one, as values has.
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
	case time.Time:
		return Date("")
	}
	return value
}

// TestDecodeFault holds that the first of two wrong values is reported with its place, whichever batch is done first.
func TestDecodeFault(t *testing.T) {
	var text strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&text, "k%d = \"some text\"\n", i)
		if i == 12_000 || i == 19_000 {
			fmt.Fprintf(&text, "d%d = [1, 2020-13-01]\n", i)
		}
	}
	d := Read([]byte(text.String()))
	if d.Fault == nil || !strings.Contains(d.Fault.Message, "no such date") {
		t.Fatalf("fault %+v", d.Fault)
	}
	if at, first := d.Fault.At, strings.Index(d.Text, "2020-13-01"); int(at.Start) != first || int(at.End) != first+len("2020-13-01") {
		t.Errorf("at %+v, want the first wrong date, at %d", at, first)
	}
}
