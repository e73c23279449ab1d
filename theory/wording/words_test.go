package wording

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"icamo/theory"
)

// TestWordsComplete holds that every word has its Danish, with the same places, and a key of its own.
func TestWordsComplete(t *testing.T) {
	keys := make(map[string]string)
	for _, g := range Groups {
		for _, w := range g.Words {
			key := KeyOf(w.English)
			if other, taken := keys[key]; taken {
				t.Errorf("%q and %q have one key, %q", w.English, other, key)
			}
			keys[key] = w.English
			if w.Danish == "" || w.Lacks(w.Danish) != "" || strings.Count(w.Danish, "{") != strings.Count(w.English, "{") {
				t.Errorf("the Danish of %q is %q", w.English, w.Danish)
			}
		}
	}
	for _, table := range theory.Format {
		if _, known := Find(KeyOf(table.Name)); !known {
			t.Errorf("the table %q has no word", table.Name)
		}
		for _, k := range table.Keys {
			for _, word := range append(k.Words, k.Name) {
				if _, known := Find(KeyOf(word)); !known {
					t.Errorf("%q of [%s] has no word", word, table.Name)
				}
			}
		}
	}
}

// TestWordsUsed holds that each word that the sources ask for is listed, and that each that is listed is in them.
func TestWordsUsed(t *testing.T) {
	used := make(map[string]bool)
	for _, table := range theory.Format {
		used[KeyOf(table.Name)] = true
		for _, k := range table.Keys {
			for _, word := range append(k.Words, k.Name) {
				used[KeyOf(word)] = true
			}
		}
	}
	for _, kind := range theory.Kinds {
		used[KeyOf(plural(string(kind)))] = true
	}
	asked := func(where, text string) {
		if _, known := Find(KeyOf(text)); !known {
			t.Errorf("%s: %q is not listed", where, text)
		}
	}
	for _, folder := range []string{"../../theory", "../../render"} {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || d.Name() == "wasm"):
				return fs.SkipDir
			case strings.HasSuffix(name, ".html"):
				text, err := os.ReadFile(name)
				for _, said := range regexp.MustCompile(`\{\{say "([^"]*)"`).FindAllSubmatch(text, -1) {
					used[KeyOf(string(said[1]))] = true
					asked(name, string(said[1]))
				}
				return err
			case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && !strings.Contains(filepath.Base(name), "words"):
				return literals(name, func(text string, said bool) {
					used[KeyOf(text)], used[KeyOf(plural(text))] = true, true
					if said {
						asked(name, text)
					}
				})
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range Keys() {
		if !used[key] {
			t.Errorf("nothing asks for %q", key)
		}
	}
}

// literals gives the texts of a Go file, and whether each is a word that a Language is asked for.
func literals(name string, each func(text string, said bool)) error {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	said := make(map[ast.Expr]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if f, is := n.Fun.(*ast.SelectorExpr); is && f.Sel.Name == "Say" && len(n.Args) > 0 {
				said[n.Args[0]] = true
			}
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
				each(text, said[n])
			}
		}
		return true
	})
	return nil
}

// TestWordsSet holds that a project's word stands in place of the tool's, and what is put in is never taken for a place.
func TestWordsSet(t *testing.T) {
	english := &theory.Theory{Words: map[string]string{"outcome": "result", "and-1-more": "+{1}"}}
	danish := &theory.Theory{Language: "da-DK", Words: map[string]string{"outcome": "resultat"}}
	got := []string{Of(english).Word("outcome"), Of(english).Say("Outcome"), Of(english).More(3), Of(danish).Word("outcome"), Of(danish).More(3), Of(danish).Decimal(0.5),
		Of(danish).List([]string{"a", "b"}), Of(danish).Counted(2, "piece of evidence"), Of(&theory.Theory{Language: "de"}).Word("not-tested"),
		English.Say("{1} to {2}", "{2}", "b")}
	want := []string{"result", "Result", "+3", "resultat", "og 3 flere", "0,5", "a og b", "2 belæg", "not tested", "{2} to b"}
	if !slices.Equal(got, want) {
		t.Errorf("worded as %q, want %q", got, want)
	}
}

// TestVersionsAreNamed holds that a version is named so that a line reads well, whatever it is called.
func TestVersionsAreNamed(t *testing.T) {
	danish := Of(&theory.Theory{Language: "da"})
	for _, v := range []struct {
		words                *Language
		version, title, head string
	}{
		{English, "initial", "PEER: programme theory, initial", "Initial"},
		{English, "found", "PEER: programme theory, found", "Found"},
		{English, "final draft", "PEER: programme theory, final draft", "Final draft"},
		{English, "2", "PEER: programme theory, version 2", "Version 2"},
		{English, "2026-11", "PEER: programme theory, version 2026-11", "Version 2026-11"},
		{English, "v1.2", "PEER: programme theory, v1.2", "v1.2"},
		{English, "Revised", "PEER: programme theory, Revised", "Revised"},
		{English, "", "PEER: programme theory, ", ""},
		{danish, "fundet", "PEER: programteori, fundet", "Fundet"},
		{danish, "2. udkast", "PEER: programteori, 2. udkast", "2. udkast"},
		{danish, "2", "PEER: programteori, version 2", "Version 2"},
		{danish, "øvet", "PEER: programteori, øvet", "Øvet"},
	} {
		title := v.words.Say("{1}: programme theory, {2}", "PEER", v.words.Version(v.version))
		if head := v.words.VersionHead(v.version); title != v.title || head != v.head {
			t.Errorf("the version %q is named as %q and %q", v.version, title, head)
		}
	}
}
