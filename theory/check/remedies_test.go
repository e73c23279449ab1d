package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"icamo/theory/theorytest"
)

// remedies are what messages propose and a program can do as it is worded: an edit of the line that a finding points at, or a
// line to be added below the header of the element that it speaks of.
var remedies = []struct {
	worded *regexp.Regexp
	edit   func(f Finding, lines []string, words string)
}{
	{regexp.MustCompile(`did you mean "([^"]+)"\?`), replace},
	{regexp.MustCompile(`; write "([^"]+)"`), replace},
	{regexp.MustCompile(`; write (\[[a-z]+\.[a-z-]+\])`), func(f Finding, lines []string, words string) { lines[f.At.Range().Line-1] = words }},
	{regexp.MustCompile(`write (\["[^\]]+\]|true|false|[0-9.]+)(?:$|, )`), value},
	{regexp.MustCompile(`(was = \["[a-z-]+"\])`), below},
	{regexp.MustCompile(`write (accept = \{.*\})`), below},
	{regexp.MustCompile(`(?:accept (?:this|it)|or accept)`), func(f Finding, lines []string, _ string) {
		below(f, lines, fmt.Sprintf("accept = { %s = \"It is known.\" }", f.Rule.Code))
	}},
	{regexp.MustCompile(`write (the link from "[^"]+" to "[^"]+" here with dropped = "the reason")`), func(_ Finding, lines []string, words string) {
		named := regexp.MustCompile(`"([^"]+)"`).FindAllString(words, -1)
		lines[len(lines)-1] += fmt.Sprintf("\n[[link]]\nfrom = %s\nto = %s\ndropped = %s\n", named[0], named[1], named[2])
	}},
	{regexp.MustCompile(`(names nothing; take it out)`), remove},
	{regexp.MustCompile(`(which was dropped; take that out)`), remove},
	{regexp.MustCompile(`(requires itself, so it could never start; take that out)`), remove},
	{regexp.MustCompile(`cite it in (contradicted_by)`), func(f Finding, lines []string, key string) {
		_, ref, _ := f.At.Line()
		remove(f, lines, "")
		if !f.Of.Has(key) {
			below(f, lines, fmt.Sprintf("%s = [%s]", key, ref))
		}
	}},
	{regexp.MustCompile(`with (effect = "inhibits")`), func(_ Finding, lines []string, words string) {
		lines[len(lines)-1] += "\n[context.mistrust]\nlabel = \"Mistrust of services\"\n[[link]]\nfrom = \"mistrust\"\nto = \"sharing\"\n" + words + "\n"
	}},
	{regexp.MustCompile(`set (lower_is_better)`), func(f Finding, lines []string, key string) { below(f, lines, key+" = true") }},
	{regexp.MustCompile(`(take the acceptance out|take out unreviewed)`), func(f Finding, lines []string, _ string) { lines[f.At.Range().Line-1] = "" }},
	{regexp.MustCompile(`it is one of ([a-z-]+)`), replace},
	{regexp.MustCompile(`give (one of them another id)`), func(f Finding, lines []string, _ string) { replace(f, lines, "another-id") }},
	{regexp.MustCompile(`has no "([a-z_]+)"; add it`), func(f Finding, lines []string, key string) { below(f, lines, key+` = "Other words"`) }},
	{regexp.MustCompile(`(is empty); fill it in`), func(f Finding, lines []string, _ string) { value(f, lines, `"Other words"`) }},
	{regexp.MustCompile(`declare it ([a-z-]+)`), status},
	{regexp.MustCompile(`declare the status it (warrants)`), func(f Finding, lines []string, _ string) { status(f, lines, "supported") }},
	{regexp.MustCompile(`drop it (with the reason)|or drop it$`), func(f Finding, lines []string, _ string) { below(f, lines, `dropped = "A reason."`) }},
	{regexp.MustCompile(`the ([a-z]+ "[^"]+") of the earlier version is not here; keep it with dropped`), func(_ Finding, lines []string, named string) {
		table, id, _ := strings.Cut(named, " ")
		name := "label"
		if table == "configuration" {
			name = "title"
		}
		lines[len(lines)-1] += fmt.Sprintf("\n[%s.%s]\n%s = \"Gone\"\ndropped = \"A reason.\"\n", table, strings.Trim(id, `"`), name)
	}},
	{regexp.MustCompile(`nothing refers to .*(take it out)`), func(f Finding, lines []string, _ string) {
		for at := f.Of.Whole().Range(); at.Line <= at.EndLine; at.Line++ {
			lines[at.Line-1] = ""
		}
	}},
	{regexp.MustCompile(`or (take this out)`), remove},
	{regexp.MustCompile(`name the actors in (beneficiary)`), func(f Finding, lines []string, key string) { below(f, lines, key+` = ["participants"]`) }},
	{regexp.MustCompile(`say in (because)|with no because .* (say when)`), func(f Finding, lines []string, _ string) { below(f, lines, `because = "It depends."`) }},
	{regexp.MustCompile(`write in (text) what was said`), func(f Finding, lines []string, key string) {
		below(f, lines, key+` = "They spoke freely from the first evening on."`)
	}},
	{regexp.MustCompile(`has no (locator); say where`), func(f Finding, lines []string, key string) { below(f, lines, key+` = "Results"`) }},
	{regexp.MustCompile(`(say in measure that it is a ratio)`), func(f Finding, lines []string, _ string) { below(f, lines, `measure = "Rate ratio"`) }},
	{regexp.MustCompile(`(finish the merge, and take out the lines)`), func(f Finding, lines []string, _ string) {
		from := f.At.Range().Line - 1
		middle := from + slices.Index(lines[from:], "=======")
		to := from + slices.Index(lines[from:], ">>>>>>> theirs")
		lines[from], lines[to] = "", ""
		clear(lines[middle:to])
	}},
}

// status declares another status of a link.
func status(f Finding, lines []string, status string) {
	if line := f.Of.Key("status").Range().Line - 1; f.Of.Has("status") {
		lines[line] = fmt.Sprintf("status = %q", status)
		return
	}
	below(f, lines, fmt.Sprintf("status = %q", status))
}

// replace puts a word where the finding points, in quotation marks where there are any.
func replace(f Finding, lines []string, word string) {
	before, at, after := f.At.Line()
	if strings.HasPrefix(at, `"`) {
		word = `"` + word + `"`
	}
	lines[f.At.Range().Line-1] = before + word + after
}

// value puts a value in the place of that of the line.
func value(f Finding, lines []string, value string) {
	line := &lines[f.At.Range().Line-1]
	key, _, _ := strings.Cut(*line, "=")
	*line = key + "= " + value
}

// below adds a line below the header of what the finding speaks of.
func below(f Finding, lines []string, line string) { lines[f.Of.At.Range().Line-1] += "\n" + line }

// remove takes out of its list, or with its key, what the finding points at.
func remove(f Finding, lines []string, _ string) {
	before, at, after := f.At.Line()
	switch rest, listed := strings.CutSuffix(strings.TrimSpace(before), ","); {
	case !strings.Contains(before, "["):
		key, _, _ := strings.Cut(before, "=")
		if strings.HasPrefix(at, "[") {
			lines[f.At.Range().Line-1] = key + "= []" + after
			return
		}
		lines[f.At.Range().Line-1] = ""
	case listed:
		lines[f.At.Range().Line-1] = rest + after
	default:
		lines[f.At.Range().Line-1] = before + strings.TrimPrefix(after, ", ")
	}
}

// slips are inputs whose messages propose what to write, beside the bad examples of the rules.
var slips = []string{
	"[outcome.hope]\nlabel = \"Hope\"\nbeneficiary = [\"participants\"]\nunintended = yes\n",
	"[outcome.hope]\nlabel = \"Hope\"\nbeneficiary = [\"participants\"]\nunintended = \"yes\"\n",
	"[outcome.hope]\nlabel = \"Hope\"\nbeneficiary = \"participants\"\n",
	"[outcome.hope]\nlabel = \"Hope\"\nbenificiary = [\"participants\"]\n",
	"[outcome.hope]\nlabel = \"Hope\"\nbeneficiary = [\"participant\"]\n",
	"[outcome.hope]\nlabel = \"Hope\"\nsupported_by = [\"p1-pain\", \"\"]\n",
	"[mechanism.Being_Heard]\nlabel = \"Being heard\"\n",
	"[mechanism.mécanisme]\nlabel = \"Un mécanisme\"\n",
	"[mechanism.\"mécanisme\"]\nlabel = \"Un mécanisme\"\n",
	"[evidence.rct]\ntype = \"effect\"\nestimate = \"3.6\"\n",
	"[evidence.rct]\ntype = \"effect\"\nestimate = 3.6\nfinding = \"worsened\"\n",
	"[evidence.rct]\ntype = \"effect\"\nestimate = 0.6\nfinding = \"worsened\"\n",
	"[outcome.hope]\n<<<<<<< ours\nlabel = \"Hope\"\n=======\nlabel = \"Hoping\"\n>>>>>>> theirs\n",
	"[outcome.hope]\nlabel = \"\\u200B\\u2060\"\n",
	"-- initial.toml --\n[[link]]\nfrom = \"feeling-safe\"\nto = \"sharing\"\n-- revised.toml --\n",
	"[configuration.one]\ntitle = \"One\"\nrequires = [\"one\"]\n",
}

// TestRemediesWork does what messages propose, where that can be done as it is worded, and holds that the finding is gone
// then, or accepted.
func TestRemediesWork(t *testing.T) {
	tried := make(map[int]bool)
	examples := slices.Clone(slips)
	for _, r := range Rules {
		examples = append(examples, r.Bad)
	}
	for _, example := range examples {
		findings := checkExample(t, example)
		before := told(findings)
		for _, f := range findings {
			for i, remedy := range remedies {
				m := remedy.worded.FindStringSubmatch(f.Message)
				if m == nil || f.Rule.Code == "PT212" {
					continue
				}
				tried[i] = true
				mended := strings.Split(f.At.File.Text, "\n")
				remedy.edit(f, mended, m[len(m)-1])
				files := exampleFiles(example)
				files[f.At.File.Name] = strings.Join(mended, "\n")
				for _, left := range Run(theorytest.LoadFiles(t, files, mainFile(files)), Settings{}) {
					sameThing := left.Of != nil && f.Of != nil && left.Of.ID == f.Of.ID
					if left.Accepted == "" && left.Rule.Code == f.Rule.Code && (left.Message == f.Message || sameThing) || left.Rule.reading && left.Severity == Error && !before[left.Rule.Code+" "+left.Message] {
						t.Errorf("%s\nis mended as it says, and found is\n%s\nin:\n%s", report(f), report(left), files[f.At.File.Name])
					}
				}
			}
		}
	}
	for i, remedy := range remedies {
		if !tried[i] {
			t.Errorf("no message proposes %q", remedy.worded)
		}
	}
}

// exampleFiles are the files of the theory that an example stands for.
func exampleFiles(example string) map[string]string {
	archive := txtar.Parse([]byte(example))
	if len(archive.Files) == 0 {
		archive.Files = []txtar.File{{Name: "theory.toml", Data: []byte(example)}}
	}
	files := make(map[string]string)
	for _, f := range archive.Files {
		files[f.Name] = completed(f.Name, string(f.Data))
	}
	return files
}

// mainFile is the file of an example that is checked.
func mainFile(files map[string]string) string {
	if files["revised.toml"] != "" {
		return "revised.toml"
	}
	return "theory.toml"
}

// TestProposalsWork makes the edits that findings propose, and holds that the finding is gone then and that the text can be read.
func TestProposalsWork(t *testing.T) {
	tried := make(map[string]bool)
	examples := slices.Clone(slips)
	for _, r := range Rules {
		examples = append(examples, r.Bad)
	}
	for _, example := range examples {
		for _, f := range checkExample(t, example) {
			p, proposes := f.Proposal()
			if !proposes {
				continue
			}
			tried[f.Rule.Code] = true
			start, end := p.At.Offsets()
			files := exampleFiles(example)
			text := p.At.File.Text
			files[p.At.File.Name] = text[:start] + p.Text + text[end:]
			for _, left := range Run(theorytest.LoadFiles(t, files, mainFile(files)), Settings{}) {
				if left.Message == f.Message || left.Rule.Code == Syntax.Code {
					t.Errorf("%s\nis mended by %s, and found is\n%s", report(f), p.Does, report(left))
				}
			}
		}
	}
	for _, code := range []string{UnknownKey.Code, InvalidValue.Code, UnknownReference.Code, UnknownLineage.Code} {
		if !tried[code] {
			t.Errorf("no finding of %s proposes an edit", code)
		}
	}
}
