package theory

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

// TestDecodeInParts holds that a text decoded in parts says what it says as a whole, also where a cut falls badly.
func TestDecodeInParts(t *testing.T) {
	filler := func(name string) string {
		return "\n[source." + name + "]\ncitation = \"" + strings.Repeat("x", 2*smallPart) + "\"\n"
	}
	for name, text := range map[string]string{
		"small":               "[outcome.hope]\nlabel = \"Hope\"\n",
		"tables and lists":    filler("a") + strings.Repeat("[[link]]\nfrom = \"a\"\n", 20_000) + filler("b"),
		"a header in a text":  "a = \"\"\"" + strings.Repeat("\n[not.a.table]", 20_000) + "\"\"\"\n[b]\nc = 1\n",
		"a header in a list":  "a = [" + strings.Repeat("\n[1],", 60_000) + "]\n[b]\nc = 1\n",
		"a table and its sub": filler("a") + "[case.one]\nlabel = \"one\"\n" + filler("b") + "[case.one.attributes]\nage = 1\n" + filler("c"),
		"a link and its sub":  filler("a") + "[[link]]\nfrom = \"a\"\n" + filler("b") + "[link.accept]\nPT206 = \"r\"\n" + filler("c") + "[[link]]\nfrom = \"b\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			if _, fault := newOutline(text, []byte(text)); fault != nil {
				t.Fatal(fault.message)
			}
			want := make(map[string]any)
			if _, err := toml.Decode(text, &want); err != nil {
				t.Fatal(err)
			}
			got, err := decode(text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("in parts it says something else:\n%.2000s", diff)
			}
		})
	}
}
