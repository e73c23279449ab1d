package revision_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/table"
	"icamo/theory/theorytest"
	"icamo/theory/wording"
)

// counts are the numbers of nodes, configurations and links of each kind.
type counts map[revision.Kind]revision.Count

// TestAllOutputsCountTheSame reads the numbers back out of the text, the table, and the caption and alternative text of the
// figure.
func TestAllOutputsCountTheSame(t *testing.T) {
	for seed := range uint64(300) {
		r := random{rand.New(rand.NewPCG(seed, 11))}
		old := r.model()
		new := old.clone()
		for range r.IntN(9) {
			r.edit(new)
		}
		if r.chance(70) {
			new.theory["revises"] = "old.toml"
		}
		files := map[string]string{"old.toml": old.toml(r.Rand), "new.toml": new.toml(r.Rand)}
		rev := revision.Compare(theorytest.LoadFiles(t, files, "old.toml"), theorytest.LoadFiles(t, files, "new.toml"))
		if len(rev.Changes) == 0 {
			continue
		}
		want := make(counts)
		for _, k := range revision.Kinds {
			if n := rev.Count(k); n != (revision.Count{}) {
				want[k] = n
			}
		}
		drawn, err := scene.New(rev.New, scene.Options{Against: rev.Old, View: scene.View{Name: scene.Revised}, Revision: rev})
		if err != nil {
			t.Fatal(err)
		}
		inTable := countsOfTable(t, rev)
		if n := rev.Count(revision.KeptAsItWas); n != (revision.Count{}) { // of which the table has no rows
			inTable[revision.KeptAsItWas] = n
		}
		holdBoxes(t, rev, drawn)
		holdMarks(t, rev, drawn)
		for output, got := range map[string]counts{
			"text": countsOfText(t, rev), "table": inTable,
			"caption": countsOfFigure(rev, titles.ReplaceAllString(drawn.Frame.Caption, "")), "fuller caption": countsOfFigure(rev, titles.ReplaceAllString(drawn.Frame.Naming, "")), "alternative text": countsOfFigure(rev, drawn.Description()),
		} {
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("seed %d: the %s counts otherwise (-revision +%s):\n%s\nold:\n%s\nnew:\n%s", seed, output, output, diff, files["old.toml"], files["new.toml"])
			}
		}
	}
}

// titles are those that a caption names, which may have words that it counts by.
var titles = regexp.MustCompile(`\x{00a0}“[^”]*”`)

func (c counts) add(k revision.Kind, sort string, n int) {
	all := c[k]
	switch strings.TrimSuffix(sort, "s") {
	case "node":
		all.Nodes += n
	case "configuration":
		all.Configurations += n
	case "link":
		all.Links += n
	}
	c[k] = all
}

func countsOfText(t *testing.T, rev *revision.Revision) counts {
	var text strings.Builder
	if err := revision.Text(&text, rev, false); err != nil {
		t.Fatal(err)
	}
	found := make(counts)
	for _, k := range revision.Kinds {
		title := []rune(rev.Words(wording.English, k))
		title[0] = unicode.ToUpper(title[0])
		if k == revision.KeptAsItWas {
			title = []rune(map[bool]string{true: "Kept as they were", false: "The same in both"}[rev.Ordered])
		}
		line := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(string(title)) + `: (\d.*)$`).FindStringSubmatch(text.String())
		if line == nil {
			continue
		}
		for _, m := range regexp.MustCompile(`(\d+) (nodes?|configurations?|links?)(?: into (\d+))?`).FindAllStringSubmatch(line[1], -1) {
			n, _ := strconv.Atoi(m[1])
			if m[3] != "" {
				n, _ = strconv.Atoi(m[3])
			}
			found.add(k, m[2], n)
		}
	}
	return found
}

func countsOfTable(t *testing.T, rev *revision.Revision) counts {
	laid, err := table.Revision(rev)
	if err != nil {
		t.Fatal(err)
	}
	found := make(counts)
	for _, row := range laid.Rows {
		element := row[0].Lines[0].Text
		sort := "node"
		switch {
		case strings.HasPrefix(element, "Configuration"):
			sort = "configuration"
		case element == "Link":
			sort = "link"
		case theory.Kind(strings.ToLower(element)).Rank() < 0 || element == "Quote":
			continue // evidence
		}
		var kind revision.Kind
		for i, line := range row[3].Lines {
			var n int
			switch _, err := fmt.Sscanf(line.Text, "and %d link", &n); {
			case err != nil:
				for _, k := range revision.Kinds {
					if i == 0 && rev.Words(wording.English, k) == line.Text { // those below it say what changed besides
						kind = k
						found.add(k, sort, 1)
					}
				}
			case strings.Contains(line.Text, "within it"):
				found.add(revision.WasMerged, "link", n)
			default:
				found.add(kind, "link", n)
			}
		}
	}
	return found
}

// holdBoxes holds that the figure has a box for each node that something happened to, marked as what it was, and that no line
// ends where no box is shown.
func holdBoxes(t *testing.T, rev *revision.Revision, drawn *scene.Scene) {
	t.Helper()
	boxes := make(map[string]int)
	for _, b := range drawn.ShownBoxes() {
		boxes[b.Change]++
	}
	for _, k := range revision.Kinds {
		words := rev.Words(wording.English, k)
		if k == revision.KeptAsItWas {
			words = ""
		}
		if n := rev.Count(k).Nodes; boxes[words] != n {
			t.Fatalf("the figure has %d boxes that are %q, the revision %d nodes", boxes[words], words, n)
		}
	}
	for _, l := range drawn.ShownLines() {
		if l.From.Hidden || l.To.Hidden {
			t.Fatalf("the line of %s ends at no box", l.Link.ID)
		}
	}
}

// holdMarks holds that the legend has just the kinds of change that are marked: each that any node or any link of its own has; and
// that a line whose status was raised or lowered is marked so.
func holdMarks(t *testing.T, rev *revision.Revision, drawn *scene.Scene) {
	t.Helper()
	inLegend := make(map[string]bool)
	for _, key := range drawn.Frame.Keys {
		means, _, _ := strings.Cut(key.Means, "; ")
		inLegend[means] = true
	}
	marked := func(k revision.Kind) bool {
		return slices.ContainsFunc(drawn.Marks(), func(m scene.Mark) bool { return m.Has(k) })
	}
	for _, k := range revision.Kinds {
		if k == revision.KeptAsItWas {
			continue
		}
		if words := rev.Words(wording.English, k); inLegend[words] != marked(k) {
			t.Fatalf("%q is marked: %v, is in the legend: %v", words, marked(k), inLegend[words])
		}
		if rev.Count(k).Nodes > 0 && !marked(k) {
			t.Fatalf("no node is marked as %s", k)
		}
	}
	for _, m := range rev.Links {
		for _, l := range drawn.DrawnLines() {
			if m.New != l.Link || m.New == nil || m.Change == nil || m.Change.Status() == 0 || l.Dropped() {
				continue
			}
			raised := l.Mark.Has(revision.WasRaised) || l.Mark.Has(revision.NowMixed)
			if !l.Mark.Has(revision.NowSupported) && raised != (m.Change.Status() > 0) || l.Mark.Has(revision.NowMixed) != m.Change.BecameMixed() ||
				l.Mark.Has(revision.WasLowered) != (m.Change.Status() < 0) {
				t.Fatalf("the status of %s changed by %d, and its mark is %q", l.Link.ID, m.Change.Status(), l.Mark)
			}
		}
	}
}

func countsOfFigure(rev *revision.Revision, text string) counts {
	found := make(counts)
	text = strings.ReplaceAll(text, "\u00a0", " ") // within a count no line breaks
	for _, sort := range []string{"Nodes", "Links", "Configurations"} {
		sentence := regexp.MustCompile(sort + `: (.*?)\.(?: |$)`).FindStringSubmatch(text)
		if sentence == nil {
			continue
		}
		for _, one := range strings.Split(sentence[1], "; ") {
			for _, k := range revision.Kinds {
				m := regexp.MustCompile(`^(\d+) ` + regexp.QuoteMeta(rev.Words(wording.English, k)) + `(?: into (\d+))?(?:, (?:(?:\d+|all) with their nodes|with its node))?(?: \([\d, ]+\))?$`).FindStringSubmatch(one)
				if m == nil {
					continue
				}
				n, _ := strconv.Atoi(m[1])
				if m[2] != "" {
					n, _ = strconv.Atoi(m[2])
				}
				found.add(k, strings.ToLower(sort), n)
			}
		}
	}
	return found
}
