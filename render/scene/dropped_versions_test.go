package scene

import (
	"strconv"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestDroppedInBoth holds that the strip of two versions side by side says of each kind what became of it, and that the description
// names what was dropped in both.
func TestDroppedInBoth(t *testing.T) {
	const rest = "[intervention.meal]\nlabel = \"Meal\"\n[outcome.marks]\nlabel = \"Marks\"\n"
	load := func(version, old, food string) *theory.Theory {
		text := "[theory]\nid = \"t\"\nversion = \"" + version + "\"\n" + rest
		if old != "" {
			text += "[mechanism.old]\nlabel = \"Old\"\n" + old
		}
		return theorytest.Load(t, text+food)
	}
	const dropped, live, food = "dropped = \"No.\"\n", "\n", "[mechanism.food]\nlabel = \"Food\"\n"
	for _, c := range []struct {
		north, south *theory.Theory
		title        string
		inBoth       bool
	}{
		{load("north", dropped, ""), load("south", dropped, ""), "Dropped in both", true},
		{load("north", live, ""), load("south", "", ""), "Only in north", false},
		{load("north", live, ""), load("south", dropped, ""), "Dropped in south", false},
		{load("north", dropped, food), load("south", dropped, ""), "Only in north and dropped in both", true},
	} {
		s, err := New(c.south, Options{View: View{Name: Revised}, Against: c.north})
		if err != nil {
			t.Fatal(err)
		}
		if s.Strip.Title != c.title {
			t.Errorf("the strip is headed %q, not %q", s.Strip.Title, c.title)
		}
		if named := strings.Contains(s.Description(), "Nodes dropped in both versions: Old."); named != c.inBoth {
			t.Errorf("%s: %q", c.title, s.Description())
		}
	}
}

// TestTallyAgreesWithStrip holds that the caption of an overlay counts as dropped with their nodes the links that the strip tells of
// with a node, and none besides.
func TestTallyAgreesWithStrip(t *testing.T) {
	for _, files := range [][2]string{{"peer/initial.toml", "peer/revised.toml"}} {
		s, err := New(theorytest.Open(t, files[1]), Options{View: View{Name: Revised}, Against: theorytest.Open(t, files[0])})
		if err != nil {
			t.Fatal(err)
		}
		all, alone := len(s.Fallen), 0
		for _, item := range s.Strip.Items {
			if item.Line != nil {
				alone++
			}
		}
		want := strconv.Itoa(all) + " dropped, " + strconv.Itoa(all-alone) + " with their nodes"
		if caption := strings.ReplaceAll(s.Frame.Caption, nonBreaking, " "); !strings.Contains(caption, want) {
			t.Errorf("%s: the strip has %s, and the caption is %q", files[1], want, caption)
		}
	}
}
