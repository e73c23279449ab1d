package toml

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	tomltest "github.com/toml-lang/toml-test/v2"
)

// TestTOML reads the language's own test files: what is TOML 1.1 says what the tests say, what is not is one fault with
// its place.
func TestTOML(t *testing.T) {
	cases := tomltest.TestCases()
	list, err := cases.Open("files-toml-1.1.0")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	valid, invalid := 0, 0
	for lines := bufio.NewScanner(list); lines.Scan(); {
		base, isTOML := strings.CutSuffix(lines.Text(), ".toml")
		if !isTOML {
			continue
		}
		name := base + ".toml"
		text, err := fs.ReadFile(cases, name)
		if err != nil {
			t.Fatal(err)
		}
		d := Read(text)
		switch {
		case strings.HasPrefix(name, "valid/"):
			valid++
			if d.Fault != nil {
				t.Errorf("%s: %s", name, d.Fault.Message)
				continue
			}
			data, err := fs.ReadFile(cases, base+".json")
			if err != nil {
				t.Fatal(err)
			}
			var want any
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(untagged(t, want), values(d.Root), cmpopts.EquateNaNs()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		default:
			invalid++
			if d.Fault == nil {
				t.Errorf("%s: read, though it is not TOML", name)
			} else if at := d.Fault.At; at.Start < 0 || at.End < at.Start || int(at.End) > len(d.Text) {
				t.Errorf("%s: a fault outside of the file: %+v", name, at)
			}
		}
	}
	if valid < 200 || invalid < 400 {
		t.Errorf("only %d valid and %d invalid files", valid, invalid)
	}
}

// values are what an item says, as maps, lists and single values. All dates are one: nothing looks into them.
func values(o *Item) any {
	switch o.Form {
	case Table:
		table := make(map[string]any)
		for item := range o.Items() {
			table[item.Name] = values(item)
		}
		return table
	case List:
		list := []any{}
		for item := range o.Items() {
			list = append(list, values(item))
		}
		return list
	}
	if _, ok := o.Says.(Date); ok {
		return Date("")
	}
	return o.Says
}

// untagged is what a test's JSON wants, in which a single value is written {"type": …, "value": …}.
func untagged(t *testing.T, want any) any {
	switch want := want.(type) {
	case []any:
		for i := range want {
			want[i] = untagged(t, want[i])
		}
	case map[string]any:
		kind, isKind := want["type"].(string)
		text, isText := want["value"].(string)
		if isKind && isText && len(want) == 2 {
			return single(t, kind, text)
		}
		for name := range want {
			want[name] = untagged(t, want[name])
		}
	}
	return want
}

func single(t *testing.T, kind, text string) (value any) {
	var err error
	switch kind {
	case "string":
		return text
	case "integer":
		value, err = strconv.ParseInt(text, 10, 64)
	case "float":
		value, err = strconv.ParseFloat(text, 64)
	case "bool":
		value, err = strconv.ParseBool(text)
	default:
		return Date("")
	}
	if err != nil {
		t.Fatal(err)
	}
	return value
}
