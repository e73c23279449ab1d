package rows_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/rows"
	"icamo/theory/exchange/sheet"
	"icamo/theory/table"
	"icamo/theory/theorytest"
)

// workbook is the bytes of a workbook of exported sheets, with what they held when they were exported.
func workbook(t *testing.T, shown, before []rows.Exported) []byte {
	t.Helper()
	var sheets []table.Sheet
	add := func(of []rows.Exported, suffix string, hidden bool) {
		for _, s := range of {
			laid := &table.Table{Title: s.Name, Columns: s.Columns}
			for _, row := range s.Rows {
				cells := make([]table.Cell, len(row))
				for i, text := range row {
					if text != "" {
						cells[i] = table.Cell{Lines: []table.Line{{Text: text}}}
					}
				}
				laid.Rows = append(laid.Rows, cells)
			}
			sheets = append(sheets, table.Sheet{Name: s.Name + suffix, Table: laid, Hidden: hidden})
		}
	}
	add(shown, "", false)
	add(before, sheet.HistorySuffix, true)
	var b bytes.Buffer
	if err := table.Workbook(&b, sheets); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// into brings a workbook into a theory, and gives the texts of its files and what was left.
func into(t *testing.T, th *theory.Theory, book []byte) (map[string]string, []draft.Left) {
	t.Helper()
	sheets, err := sheet.Read("xlsx", book)
	if err != nil {
		t.Fatal(err)
	}
	d := draft.FromTheory(th)
	rows.Import(d, []rows.File{{Name: "edited.xlsx", Sheets: sheets}}, rows.Options{})
	edited, err := d.Edit(th)
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]string)
	for _, f := range th.Files {
		texts[f.Name] = f.Text
	}
	for _, f := range edited {
		texts[f.File.Name] = f.Text
	}
	return texts, d.Left
}

// edits changes some cells of exported sheets at random: texts to others, lists to shorter ones, and some to nothing.
func edits(r *rand.Rand, exported []rows.Exported, required map[string]bool) []rows.Exported {
	changed := make([]rows.Exported, len(exported))
	for i, s := range exported {
		changed[i] = rows.Exported{Name: s.Name, Columns: s.Columns}
		for _, row := range s.Rows {
			row = slices.Clone(row)
			for c, column := range s.Columns {
				if r.IntN(12) > 0 || fixed[column] || s.Name == "nodes" && theory.TableNamed(row[1]).Key(column) == nil {
					continue
				}
				list := strings.Split(row[c], "; ")
				switch {
				case listed[column] && len(list) > 1:
					row[c] = strings.Join(list[1:], "; ")
				case prose[column] && r.IntN(3) > 0:
					row[c] = words[r.IntN(len(words))]
				case !required[column] && !listed[column]:
					row[c] = ""
				}
			}
			changed[i].Rows = append(changed[i].Rows, row)
		}
	}
	return changed
}

// Columns whose cells are not edited: ids and what refers by ids, and the claims of a quote, which other sheets say, too.
var (
	fixed  = map[string]bool{"id": true, "from": true, "to": true, "effect": true, "type": true, "for": true, "against": true, "interval": true, "estimate": true}
	listed = map[string]bool{"supported_by": true, "contradicted_by": true, "was": true, "intervention": true, "context": true, "actor": true, "mechanism": true, "outcome": true,
		"beneficiary": true, "requires": true, "influences": true, "active_in": true, "not_active_in": true, "cases": true, "formal_theory": true}
	prose = map[string]bool{"label": true, "title": true, "description": true, "because": true, "text": true, "citation": true, "locator": true, "resource": true, "reasoning": true, "dropped": true}
	words = []string{"Another “word”", "two\nlines", `a "quoted" \ text`, "=1+1", "ø", "# not a comment", "'''", `"""`, " _x000D_ "}
)

// TestRoundTrip holds that an exported workbook that is edited at random gives the edited theory, and one that is not, not a byte
// of another.
func TestRoundTrip(t *testing.T) {
	required := map[string]bool{"label": true, "title": true, "citation": true}
	for _, name := range []string{"minimal.toml", "peer/initial.toml", "peer/revised.toml", "youth-peer-support/theory.toml"} {
		th := theorytest.Open(t, name)
		exported := rows.Export(th)
		texts, left := into(t, th, workbook(t, exported, exported))
		for _, f := range th.Files {
			if diff := cmp.Diff(f.Text, texts[f.Name]); diff != "" {
				t.Errorf("%s: not edited, yet changed:\n%s", f.Name, diff)
			}
		}
		if len(left) > 0 {
			t.Errorf("%s: not edited, yet something is left: %v", name, left)
		}
		for seed := range uint64(10) {
			changed := edits(rand.New(rand.NewPCG(seed, 0)), exported, required)
			texts, left := into(t, th, workbook(t, changed, exported))
			if len(left) > 0 {
				t.Fatalf("%s, seed %d: left: %v", name, seed, left)
			}
			again := rows.Export(reloaded(t, th, texts))
			for i := range changed {
				for _, row := range changed[i].Rows {
					for c := range row {
						row[c] = sheet.Tidy(row[c])
					}
				}
				withoutClaims(changed[i])
				withoutClaims(again[i])
			}
			if diff := cmp.Diff(changed, again); diff != "" {
				t.Fatalf("%s, seed %d: (-edited +imported)\n%s", name, seed, diff)
			}
		}
	}
}

// withoutClaims leaves out which claims cite a quote, as the sheets of the claims say that.
func withoutClaims(s rows.Exported) {
	for c, column := range s.Columns {
		if column == "for" || column == "against" {
			for _, row := range s.Rows {
				row[c] = ""
			}
		}
	}
}

// reloaded is a theory read from its files as they were changed.
func reloaded(t *testing.T, th *theory.Theory, texts map[string]string) *theory.Theory {
	t.Helper()
	files := make(map[string]string)
	names := slices.Sorted(maps.Keys(texts))
	dir := names[0][:strings.LastIndexByte(names[0], '/')+1]
	for name, text := range texts {
		files[strings.TrimPrefix(name, dir)] = text
	}
	return theorytest.LoadFiles(t, files, strings.TrimPrefix(th.File, dir))
}

// TestStepsAreBroughtBack holds that links onto links are exported and known again.
func TestStepsAreBroughtBack(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id = "t"
title = "T"
[context.ice]
label = "Ice"
[mechanism.missed]
label = "Missed"
[outcome.out]
label = "Out"
[[link]]
from = "ice"
to = "missed -> out"
effect = "inhibits"
[[link]]
from = "missed"
to = "out"
`)
	exported := rows.Export(th)
	texts, left := into(t, th, workbook(t, exported, exported))
	if texts["t.toml"] != th.Files[0].Text || len(left) > 0 {
		t.Errorf("not edited, yet changed: %v\n%s", left, texts["t.toml"])
	}
}

// TestBroughtBack holds what becomes of rows that are new or gone, of claims, and of what was changed on both sides.
func TestBroughtBack(t *testing.T) {
	const text = `[theory]
id    = "walks" # the id
title = "Walks"

# What is offered
[intervention.walks]
label = "Walks"

[mechanism.being-missed]
label        = "Being missed"  # as Lone says
supported_by = ["q"]

[outcome.going-out]
label = "Going out"

[[link]]
from = "walks"
to   = "being-missed"

[evidence.q]
type = "quote"
case = "lone"
text = "they ring"

[case.lone]
label = "Lone"

[case.per]
label = "Per"
`
	th := theorytest.Faultless(t, text)
	before := rows.Export(th)
	set := func(sheets []rows.Exported, name, id, column, says string) {
		for _, s := range sheets {
			for _, row := range s.Rows {
				if s.Name == name && (row[0] == id) {
					row[slices.Index(s.Columns, column)] = says
				}
			}
		}
	}
	edited := rows.Export(th)
	set(edited, "nodes", "being-missed", "label", "Being missed by others")
	set(edited, "nodes", "being-missed", "reasoning", "They wait")
	set(edited, "nodes", "walks", "label", "Long walks")
	set(edited, "quotes", "q", "for", "walks -> being-missed")
	set(edited, "quotes", "q", "cases", "Lone; Per")
	for i := range edited {
		switch edited[i].Name {
		case "nodes":
			edited[i].Rows = slices.DeleteFunc(edited[i].Rows, func(row []string) bool { return row[0] == "going-out" })
			row := make([]string, len(edited[i].Columns))
			copy(row, []string{"", "context", "No number"})
			edited[i].Rows = append(edited[i].Rows, row)
		case "links":
			row := make([]string, len(edited[i].Columns))
			copy(row, []string{"No number", "being-missed", "inhibits"})
			edited[i].Rows = append(edited[i].Rows, row)
		}
	}
	now := theorytest.Faultless(t, strings.Replace(text, `label = "Walks"`, `label = "Weekly walks"`, 1))
	texts, left := into(t, now, workbook(t, edited, before))
	want := strings.NewReplacer(
		`label = "Walks"`, `label = "Weekly walks"`,
		`"Being missed"  # as Lone says`, `"Being missed by others"  # as Lone says`+"\n"+`reasoning    = "They wait"`,
		`supported_by = ["q"]`+"\n", "",
		`to   = "being-missed"`, `to   = "being-missed"`+"\n"+`supported_by = ["q"]`,
		`case = "lone"`+"\n", "",
		`text = "they ring"`, `cases = ["lone", "per"]`+"\n"+`text = "they ring"`,
	).Replace(text) + `
[context.no-number]
label = "No number"

[[link]]
from   = "no-number"
to     = "being-missed"
effect = "inhibits"
`
	if diff := cmp.Diff(want, texts["t.toml"]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var says []string
	for _, l := range left {
		says = append(says, fmt.Sprintf("%s: %s", l.At, l.Says))
	}
	wantLeft := []string{
		`edited.xlsx, sheet "nodes", row 2, column C: conflict: it was "Walks", is "Long walks" in the sheet and "Weekly walks" in the theory; the theory was left as it is`,
		`edited.xlsx, sheet "nodes": the outcome "going-out" has no row any more; to drop it, write why under dropped in the theory`,
	}
	if diff := cmp.Diff(wantLeft, says); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
}

// TestSheetsToRead holds that a sheet that is made to be read gives no element, and that what was changed in it is told.
func TestSheetsToRead(t *testing.T) {
	th := theorytest.Open(t, "minimal.toml")
	before, err := table.ICAMO(th)
	if err != nil {
		t.Fatal(err)
	}
	edited := &table.Table{Columns: before.Columns, Rows: slices.Clone(before.Rows)}
	edited.Rows[0] = slices.Clone(before.Rows[0])
	edited.Rows[0][1] = table.Cell{Lines: []table.Line{{Text: "Another title"}}}
	name := rows.ReadingSheet("matrix")
	for _, c := range []struct {
		what  string
		shown *table.Table
		known bool
		want  []string
	}{
		{"as exported", before, true, nil},
		{"edited", edited, true, []string{"edited.xlsx, sheet \"" + name + "\", row 2: what changed in it (1 row) was not taken in, as it is made to be read; edit the other sheets"}},
		{"not known as exported", before, false, []string{"edited.xlsx, sheet \"" + name + "\": it is made to be read, and was not taken in; edit the other sheets"}},
	} {
		sheets := []table.Sheet{{Name: name, Table: c.shown}}
		if c.known {
			sheets = append(sheets, table.Sheet{Name: name + sheet.HistorySuffix, Table: before, Hidden: true})
		}
		var book bytes.Buffer
		if err := table.Workbook(&book, sheets); err != nil {
			t.Fatal(err)
		}
		texts, left := into(t, th, book.Bytes())
		var said []string
		for _, l := range left {
			said = append(said, l.At.String()+": "+l.Says)
		}
		if diff := cmp.Diff(c.want, said); diff != "" {
			t.Errorf("%s: what is left (-want +got):\n%s", c.what, diff)
		}
		if texts[th.File] != th.Files[0].Text {
			t.Errorf("%s: the theory changed", c.what)
		}
	}
}
