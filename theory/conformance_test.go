package theory

import (
	"bufio"
	"io/fs"
	"strings"
	"testing"

	tomltest "github.com/toml-lang/toml-test/v2"
)

// TestTOML reads the language's own test files: what is TOML 1.1 is read, what is not is one fault with its place.
func TestTOML(t *testing.T) {
	cases := tomltest.TestCases()
	list, err := cases.Open("files-toml-1.1.0")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	valid, invalid := 0, 0
	for lines := bufio.NewScanner(list); lines.Scan(); {
		name := lines.Text()
		if !strings.HasSuffix(name, ".toml") {
			continue
		}
		text, err := fs.ReadFile(cases, name)
		if err != nil {
			t.Fatal(err)
		}
		d := newDocument(name, text)
		switch {
		case strings.HasPrefix(name, "valid/"):
			valid++
			if d.fault != nil {
				t.Errorf("%s: %s", name, d.fault.Message)
			}
		default:
			invalid++
			if d.fault == nil {
				t.Errorf("%s: read, though it is not TOML", name)
			} else if r := d.fault.At.Range(); r.File != name || r.Line < 1 || r.Col < 1 {
				t.Errorf("%s: a fault without a place: %+v", name, r)
			}
		}
	}
	if valid < 200 || invalid < 400 {
		t.Errorf("only %d valid and %d invalid files", valid, invalid)
	}
}
