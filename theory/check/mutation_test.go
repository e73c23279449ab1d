package check

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// change is what stands in the place of a part of a file.
type change struct {
	at    theory.Span
	with  string
	whole bool // from the start of its first line
}

// mutations break one claim of a theory each; none where the theory has nothing to break so.
var mutations = []struct {
	name string
	make func(r *rand.Rand, t *theory.Theory) []change
}{
	{"take the evidence away", func(r *rand.Rand, t *theory.Theory) []change {
		l := oneOf(r, t.Links, func(l *theory.Link) bool { return l.Live() && l.Status.ClaimsSupport() && len(l.SupportedBy) > 0 })
		if l == nil {
			return nil
		}
		return []change{{at: l.Key("supported_by"), with: "[]"}}
	}},
	{"empty a text", func(r *rand.Rand, t *theory.Theory) []change {
		cited := citedIn(t)
		e := oneOf(r, t.Evidence, func(e *theory.Evidence) bool { return e.Text != "" && cited[e.ID].Known() })
		if e == nil {
			return nil
		}
		return []change{{at: e.Key("text"), with: `" "`}}
	}},
	{"give evidence another id", func(r *rand.Rand, t *theory.Theory) []change {
		cited := citedIn(t)
		e := oneOf(r, t.Evidence, func(e *theory.Evidence) bool { return cited[e.ID].Known() })
		if e == nil {
			return nil
		}
		return []change{{at: e.At, with: e.ID + "-again"}}
	}},
	{"put an estimate outside its interval", func(r *rand.Rand, t *theory.Theory) []change {
		e := oneOf(r, t.Evidence, func(e *theory.Evidence) bool { return e.Estimate != nil && e.Interval != nil })
		if e == nil {
			return nil
		}
		return []change{{at: e.Key("estimate"), with: fmt.Sprint(e.Interval[1] + 1)}}
	}},
	{"turn evidence round", func(r *rand.Rand, t *theory.Theory) []change {
		l := oneOf(r, t.Links, func(l *theory.Link) bool {
			return l.Live() && len(l.SupportedBy) > 0 && t.Counts(l.ContradictedBy)
		})
		if l == nil {
			return nil
		}
		return []change{
			{at: l.Key("supported_by"), with: quotedList(append(l.SupportedBy, l.ContradictedBy...))},
			{at: l.Key("contradicted_by"), with: "[]"},
		}
	}},
	{"leave out what speaks against", func(r *rand.Rand, t *theory.Theory) []change {
		l := oneOf(r, t.Links, func(l *theory.Link) bool { return l.Live() && t.Counts(l.ContradictedBy) })
		if l == nil {
			return nil
		}
		return []change{{at: l.Key("contradicted_by"), with: "[]"}}
	}},
	{"drop a link without a reason", func(r *rand.Rand, t *theory.Theory) []change {
		l := oneOf(r, t.Links, func(l *theory.Link) bool { return l.Live() && l.Onto == nil && len(t.Graph().Onto(l)) == 0 })
		if l == nil {
			return nil
		}
		return []change{{at: l.Whole(), whole: true}}
	}},
}

// TestBrokenClaimsAreFound breaks one claim of the project's theories at a time, in a version that revises the theory as it
// is, and holds that something is found that was not before. ICAMO_MUTATIONS says how often; 100 times each unless it does.
func TestBrokenClaimsAreFound(t *testing.T) {
	times := 100
	if n, err := strconv.Atoi(os.Getenv("ICAMO_MUTATIONS")); err == nil {
		times = n
	}
	r := rand.New(rand.NewPCG(16, 5))
	made := make(map[string]int)
	for _, name := range []string{"peer/revised.toml", "youth-peer-support/theory.toml"} {
		files, main := revisionOf(t, name)
		before := told(Run(theorytest.LoadFiles(t, files, main), Settings{}))
		for range times {
			m := mutations[r.IntN(len(mutations))]
			changes := m.make(r, theorytest.LoadFiles(t, files, main))
			if changes == nil {
				continue
			}
			made[m.name]++
			mutated := make(map[string]string)
			for file, text := range files {
				mutated[file] = text
			}
			for i := len(changes) - 1; i >= 0; i-- { // the last first, so that places hold
				c := changes[i]
				mutated[c.at.File.Name] = with(mutated[c.at.File.Name], c)
			}
			fresh := false
			for finding := range told(Run(theorytest.LoadFiles(t, mutated, main), Settings{})) {
				fresh = fresh || !before[finding]
				if strings.HasPrefix(finding, Syntax.Code) {
					t.Fatalf("to %s made no TOML: %s", m.name, finding)
				}
			}
			if !fresh {
				t.Errorf("%s: nothing is found where I %s: %s", name, m.name, report(Finding{Rule: &Rule{}, At: changes[0].at}))
			}
		}
	}
	for _, m := range mutations {
		if made[m.name] == 0 {
			t.Errorf("the project's theories have nothing to %s", m.name)
		}
	}
}

// revisionOf are the files of one of the project's theories, and of a version that says the same and revises it.
func revisionOf(t *testing.T, name string) (files map[string]string, main string) {
	t.Helper()
	files = make(map[string]string)
	folder := filepath.Join(theorytest.Folder(t), filepath.FromSlash(path.Dir(name)))
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[entry.Name()], files["before/"+entry.Name()] = string(text), string(text)
	}
	main = path.Base(name)
	loaded := theorytest.LoadFiles(t, files, main)
	revises := fmt.Sprintf("%q", "before/"+main)
	if loaded.Revises.ID != "" {
		files[main] = with(files[main], change{at: loaded.Revises.At, with: revises})
	} else {
		files[main] = strings.Replace(files[main], "[theory]\n", "[theory]\nrevises = "+revises+"\n", 1)
	}
	return files, main
}

// with is a text with a change.
func with(text string, c change) string {
	at := c.at.Range()
	if c.whole {
		at.Col = 1
	}
	start, end := offset(text, at.Line, at.Col), offset(text, at.EndLine, at.EndCol)
	return text[:start] + c.with + text[end:]
}

// offset is where a line and column are; columns count characters.
func offset(text string, line, col int) int {
	start := 0
	for ; line > 1; line-- {
		start += strings.IndexByte(text[start:], '\n') + 1
	}
	return start + firstCharacters(text[start:], col-1)
}

// told are the findings that count, by what they say and of what, not by their line.
func told(findings []Finding) map[string]bool {
	all := make(map[string]bool)
	for _, f := range findings {
		if f.Accepted == "" {
			all[f.Rule.Code+" "+f.Message] = true
		}
	}
	return all
}

// oneOf picks one of some elements for which a condition holds; nil where there is none.
func oneOf[T any](r *rand.Rand, all []*T, holds func(*T) bool) *T {
	var fit []*T
	for _, x := range all {
		if holds(x) {
			fit = append(fit, x)
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return fit[r.IntN(len(fit))]
}

func quotedList(refs []theory.Ref) string {
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = strconv.Quote(ref.ID)
	}
	return "[" + strings.Join(ids, ", ") + "]"
}
