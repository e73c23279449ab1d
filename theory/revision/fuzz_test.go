package revision_test

import (
	"io"
	"os"
	"testing"
	"testing/fstest"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/revision"
)

// FuzzCompare compares any two texts as versions of which the second revises the first: no panic, nothing between a
// version and itself, and as many ties one way as the other.
func FuzzCompare(f *testing.F) {
	f.Add(three, three)
	f.Add("[mechanism.a]\nlabel=\"A\"", "[mechanism.b]\nlabel=\"B\"\nwas=[\"a\"]")
	f.Add("[mechanism]\na={label=\"A\"}\nb={label=\"B\"}\n[[link]]\nfrom=\"a\"\nto=\"b\"",
		"[mechanism]\na={label=\"A\",was=[\"b\"]}\nb={label=\"B\",was=[\"a\",\"a\"]}\n[[link]]\nfrom=\"a\"\nto=\"a\"")
	f.Add("[outcome.a]\nlabel=\"A\"\ndropped=\"x\"\n[[link]]\nfrom=\"a\"\nto=\"a\"\n[[link]]\nfrom=\"a\"\nto=\"a\"",
		"[configuration.a]\ntitle=\"A\"\noutcome=[\"a\",\"a\"]\nwas=[\"\"]\n[evidence.e]\ninterval=[1,2]")
	for _, name := range []string{"initial", "revised", "evidence"} {
		if text, err := os.ReadFile("../../theories/peer/" + name + ".toml"); err == nil {
			f.Add(string(text), three)
			f.Add(three, string(text))
		}
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		const head = "theory.id=\"t\"\ntheory.title=\"T\"\n"
		fsys := fstest.MapFS{
			"old.toml": {Data: []byte(head + first)},
			"new.toml": {Data: []byte(head + "theory.revises=\"old.toml\"\n" + second)},
		}
		shown := func(name string) string { return name }
		old, err := load.Theory(fsys, "old.toml", shown)
		if err != nil {
			t.Skip()
		}
		new, err := load.Theory(fsys, "new.toml", shown)
		if err != nil {
			t.Skip()
		}
		for _, version := range []*theory.Theory{old, new} {
			if r := revision.Compare(version, version); len(r.Changes) > 0 {
				t.Errorf("%s differs from itself: %s", version.File, told(r))
			}
		}
		there, back := revision.Compare(old, new), revision.Compare(new, old)
		if a, b := tied(there.Links)+tied(there.Nodes), tied(back.Links)+tied(back.Nodes); a != b {
			t.Errorf("%d ties one way, %d the other", a, b)
		}
		for _, tell := range []func() error{
			func() error { return revision.Text(io.Discard, there, true) },
			func() error { return revision.JSON(io.Discard, there) },
		} {
			if err := tell(); err != nil {
				t.Error(err)
			}
		}
	})
}

func tied[T any](matches []revision.Match[T]) int {
	n := 0
	for _, m := range matches {
		if m.New != nil {
			n += len(m.Old)
		}
	}
	return n
}
