package editor

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/theorytest"
	"icamo/theory/toml"
)

// hold compares the statements of a text that is TOML with those of the language's own parser.
func hold(t *testing.T, text string) {
	t.Helper()
	d := toml.Read([]byte(text))
	if d.Fault != nil {
		return
	}
	type told struct {
		Header bool
		Names  []string
		Starts int32
	}
	tell := func(header bool, names []toml.Name) told {
		s := told{Header: header}
		for i, n := range names {
			if i == 0 {
				s.Starts = n.At.Start
			}
			s.Names = append(s.Names, d.Text[n.At.Start:n.At.End])
		}
		return s
	}
	var want, got []told
	for s := range toml.Statements(d.Text) {
		want = append(want, tell(s.Header, s.Path[s.Own:]))
	}
	for _, s := range statementsOf(d.Text) {
		got = append(got, tell(s.header, s.names))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the statements of\n%s\nare (-TOML +editor):\n%s", text, diff)
	}
}

// theories are the texts of the project's theories.
func theories(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(theorytest.Folder(t), "*", "*.toml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no theories: %v", err)
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}

func TestStatementsAreThoseOfTOML(t *testing.T) {
	for _, text := range theories(t) {
		hold(t, text)
	}
}

// TestStatementsOfBrokenText holds what is told of texts that are being written: what comes below is not swallowed.
func TestStatementsOfBrokenText(t *testing.T) {
	const below = "\n[outcome.hope]\nlabel = \"Hope\"\n"
	for _, typed := range []string{
		"[", "[mechanism", "[mechanism.", "[[link", "x", "x =", "x = \"", "x = 'a", "x = \"\"\"", "x = [", "x = [\"a\", ", "x = [\n  \"a\",", "x = { ", "x = { a = [", "x = \"a\\", "=", "]", "x = }",
	} {
		text := typed + below
		all := statementsOf(text)
		if n := len(all); n < 2 || !all[n-2].header || all[n-2].id() != "hope" || all[n-1].key() != "label" || all[n-1].in != all[n-2] {
			t.Errorf("below %q the outcome is not seen", typed)
		}
	}
}

func FuzzPlace(f *testing.F) {
	const most = 400 // bytes: each is asked of
	for _, text := range theories(f) {
		f.Add(text[:min(len(text), most)])
	}
	f.Add("[mechanism.x.accept]\nPT206 = \"\"\n[a.\"b.c\"]\n'd' . e = { f = \"\"\"\n\"\"\", g = [ '''x''' ] } # h\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > most {
			return
		}
		hold(t, text)
		for offset := range len(text) + 1 {
			for _, settings := range []bool{false, true} {
				p := placeAt(text, offset, settings)
				if start, end := int(p.at.Start), int(p.at.End); p.word != "" && (text[start:end] != p.word || offset < start || offset > end) {
					t.Fatalf("at byte %d of %q is %q, from %d to %d", offset, text, p.word, start, end)
				}
			}
		}
	})
}
