package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/wording"
)

// worded are commands that write all kinds of figures, tables and documents of a theory for readers.
var worded = []string{
	"render -o whole.svg", "render -o whole.pptx", "render -o whole.drawio", "render -o whole.dot", "render -o whole.mmd",
	"render -o narrow.svg --width 120mm --lanes rows --palette grey",
	"render -o configuration.svg --view configuration=samvaer", "render -o dropped.svg --view configuration=sund-mad",
	"render -o panels.svg --view configurations --panels", "render -o overview.svg --view overview",
	"render -o rows.svg --view rows", "render -o rows.pptx --view rows",
	"render -o upstream.svg --view upstream=faellesskab", "render -o downstream.svg --view downstream=vaert",
	"render -o revision.svg --view revision", "render -o place.svg --view revision --dropped place", "render -o hide.svg --view revision --dropped hide",
	"render -o revision.mmd --view revision", "render -o revision.pptx --view revision", "render -o sides.svg --view revision --against other.toml",
	"render -o case.svg --case aase", "render -o part.svg --case noerregaard", "render -o cases.svg --case aase --case soevej",
	"render -o shared.svg --view configuration=samvaer --case soevej",
	"render -o badges.svg --badges cases", "render -o tags.svg --actors tags", "render -o none.svg --actors none",
	"render -o status.svg --link-labels status", "render -o sources.svg --link-labels sources", "render -o named.svg --link-labels cases",
	"render -o refuted.svg --only-status refuted", "render -o highlight.svg --highlight samvaer",
	"render -o page.html", "report -o report.docx",
	"table -o icamo.* --as icamo", "table -o statements.* --as statements", "table -o evidence.* --as evidence", "table -o cases.* --as cases",
	"table -o truth.* --as truth", "table -o fuzzy.* --as truth --fuzzy", "table -o revision.* --as revision",
}

// TestEveryWordFollowsTheLanguage has them write a theory in which every text, and in icamo.toml every word of the tool, is in letters
// that English has not: an English letter that is left is a word that no language and no project can set.
func TestEveryWordFollowsTheLanguage(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "cache"))
	t.Setenv("ICAMO_LAYOUT", "")
	left := leftIn(inOtherLetters(t, "../../theories/examples/faellesspisning", dir))
	t.Chdir(dir)
	for _, command := range worded {
		for _, format := range []string{"md", "csv", "html", "xlsx", "docx"} {
			args := strings.Fields(strings.Replace(command, "*", format, 1))
			name := args[2]
			args = slices.Insert(args, 1, "revideret.toml")
			var said bytes.Buffer
			if status := run(args, nil, &said, &said); status == 2 {
				t.Errorf("%q: %s", args, said.String())
				continue
			}
			for _, text := range readableTexts(t, name) {
				if strings.Contains(command, "--as truth") { // R reads the name of its first column
					text = strings.Replace(text, "case", "", 1)
				}
				if english := left(text); english != "" {
					t.Errorf("%s has %q, in %q", name, english, text)
				}
			}
			if !strings.Contains(command, "*") {
				break
			}
		}
	}
}

// inOtherLetters writes the Danish example, and a version of it that is no other's, with all texts in other letters, and an
// icamo.toml that has all words so. It gives the ids of the example, which stay.
func inOtherLetters(t *testing.T, examples, dir string) (ids []string) {
	t.Helper()
	named := regexp.MustCompile(`(?m)^\[\w+\.([\w-]+)\]`)
	for to, from := range map[string]string{"revideret.toml": "revideret.toml", "foreloebig.toml": "foreloebig.toml", "evidens.toml": "evidens.toml", "other.toml": "foreloebig.toml"} {
		text, err := os.ReadFile(filepath.Join(examples, from))
		must(t, err)
		for _, id := range named.FindAllSubmatch(text, -1) {
			ids = append(ids, string(id[1]))
		}
		if to != from {
			text = bytes.Replace(text, []byte(`"foreløbig"`), []byte(`"2"`), 1)
		}
		must(t, os.WriteFile(filepath.Join(dir, to), []byte(textsInOtherLetters(string(text))), 0o666))
	}
	words := "[words]\n"
	for _, g := range wording.Groups {
		for _, w := range g.Words {
			words += wording.KeyOf(w.English) + " = " + strconv.Quote(otherLetters(w.English)) + "\n"
		}
	}
	must(t, os.WriteFile(filepath.Join(dir, "icamo.toml"), []byte(words), 0o666))
	slices.Sort(ids)
	return slices.Compact(ids)
}

// ours are the keys whose texts are an evaluator's words; the other texts are ids, files and addresses.
var ours = func() map[string]bool {
	keys := make(map[string]bool)
	for _, table := range theory.Format {
		for _, k := range table.Keys {
			switch k.Type {
			case theory.Text, theory.Texts, theory.Attributes, theory.Acceptances:
				keys[k.Name] = !slices.Contains([]string{"id", "language", "revises", "include", "was", "doi", "url"}, k.Name)
			}
		}
	}
	return keys
}()

// textsInOtherLetters is the text of a theory file with the texts of an evaluator in other letters.
func textsInOtherLetters(text string) string {
	quoted := regexp.MustCompile(`"[^"]*"`)
	return regexp.MustCompile(`(?m)^(\w+) *=.*$`).ReplaceAllStringFunc(text, func(line string) string {
		key, _, _ := strings.Cut(line, "=")
		if !ours[strings.TrimSpace(key)] {
			return line
		}
		return quoted.ReplaceAllStringFunc(line, otherLetters)
	})
}

// otherLetters has Cyrillic letters in place of those of English.
func otherLetters(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'а' + r - 'a'
		case r >= 'A' && r <= 'Z':
			return 'А' + r - 'A'
		}
		return r
	}, text)
}

// leftIn gives what a text has of English letters, and decimal points, which Danish has not. Ids, those of links with what tells two
// apart, places in files, codes of rules, addresses, p values, the letters that number things and the sign of what is only annotated are
// the same in all languages.
func leftIn(ids []string) func(string) string {
	longestFirst := slices.SortedFunc(slices.Values(ids), func(a, b string) int { return len(b) - len(a) })
	same := regexp.MustCompile(`\S+\.toml(:[\d:]+)?|\bPT\d+|https?:\S+|\bp [=<>≤≥]|\([a-z]\)|\(inhibits\)|^i(?: |$)|\b(` + strings.Join(longestFirst, "|") + `)\b`)
	letters := regexp.MustCompile(`[A-Za-z]+( [A-Za-z]+)*|\d\.\d`)
	return func(text string) string { return letters.FindString(same.ReplaceAllString(text, "")) }
}
