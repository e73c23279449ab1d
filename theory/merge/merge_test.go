package merge

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/rename"
	"icamo/theory/toml"
)

// merged joins three texts.
func merged(t *testing.T, base, ours, theirs string) (string, []Conflict) {
	t.Helper()
	text, conflicts, err := Merge(Side{"base", []byte(base)}, Side{"ours", []byte(ours)}, Side{"theirs", []byte(theirs)})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return string(text), conflicts
}

// TestWhatIsJoined tells, case by case, what two people did and what becomes of it.
func TestWhatIsJoined(t *testing.T) {
	const hope = "[outcome.hope]\nlabel = \"Hope\"\n"
	for _, c := range []struct {
		name, base, ours, theirs, want string
		conflicts                      []string
	}{
		{name: "two additions at one place", base: "[theory]\nid = \"a\"\n", ours: "[theory]\nid = \"a\"\n\n[outcome.x]\nlabel = \"X\"\n",
			theirs: "[theory]\nid = \"a\"\n\n# Why.\n[outcome.y]\nlabel = \"Y\"\n",
			want:   "[theory]\nid = \"a\"\n\n[outcome.x]\nlabel = \"X\"\n\n# Why.\n[outcome.y]\nlabel = \"Y\"\n"},
		{name: "two keys of one element", base: hope, ours: "[outcome.hope]\nlabel = \"More hope\"\n", theirs: hope + "horizon = \"distal\"\n",
			want: "[outcome.hope]\nlabel = \"More hope\"\nhorizon = \"distal\"\n"},
		{name: "one key, both ways", base: hope, ours: "[outcome.hope]\nlabel = \"More hope\"\n", theirs: "[outcome.hope]\nlabel = \"Some hope\"\n",
			want:      "[outcome.hope]\n<<<<<<< ours\nlabel = \"More hope\"\n=======\nlabel = \"Some hope\"\n>>>>>>> theirs\n",
			conflicts: []string{`outcome "hope", label: changed by both`}},
		{name: "one key, alike", base: hope, ours: "[outcome.hope]\nlabel = \"Hopes\"\n", theirs: "[outcome.hope]\nlabel  =  'Hopes'\n", want: "[outcome.hope]\nlabel = \"Hopes\"\n"},
		{name: "a list is a set", base: "[configuration.c]\ncontext = [\"a\", \"b\"]\n", ours: "[configuration.c]\ncontext = [\"a\", \"b\", \"c\"]\n",
			theirs: "[configuration.c]\ncontext = [\"b\", \"d\"]\n", want: "[configuration.c]\ncontext = [\"b\", \"c\", \"d\"]\n"},
		{name: "acceptances by code", base: hope, ours: hope + "accept = { PT206 = \"few\" }\n", theirs: hope + "accept = { PT404 = \"whose\" }\n",
			want: hope + "accept = { PT206 = \"few\", PT404 = \"whose\" }\n"},
		{name: "taken out and left alone", base: hope + "\n[outcome.x]\nlabel = \"X\"\n", ours: hope, theirs: hope + "\n[outcome.x]\nlabel = \"X\"\n", want: hope},
		{name: "taken out and edited", base: hope, ours: "", theirs: "[outcome.hope]\nlabel = \"Hopes\"\n",
			want:      "<<<<<<< ours\n=======\n[outcome.hope]\nlabel = \"Hopes\"\n>>>>>>> theirs\n",
			conflicts: []string{`outcome "hope": taken out by ours, changed by theirs`}},
		{name: "a link's evidence and its reason", base: "[[link]]\nfrom = \"a\"\nto = \"b\"\n\n[[link]]\nfrom = \"b\"\nto = \"c\"\n",
			ours:   "[[link]]\nfrom = \"b\"\nto = \"c\"\nstatus = \"mixed\"\n\n[[link]]\nfrom = \"a\"\nto = \"b\"\n",
			theirs: "[[link]]\nfrom = \"a\"\nto = \"b\"\n\n[[link]]\nfrom = \"b\"\nto = \"c\"\nbecause = \"so\"\n",
			want:   "[[link]]\nfrom = \"b\"\nto = \"c\"\nstatus = \"mixed\"\nbecause = \"so\"\n\n[[link]]\nfrom = \"a\"\nto = \"b\"\n"},
		{name: "renamed and edited", base: hope + "\n[[link]]\nfrom = \"x\"\nto = \"hope\"\n",
			ours:   "[outcome.trust]\nlabel = \"Hope\"\n\n[[link]]\nfrom = \"x\"\nto = \"trust\"\n",
			theirs: hope + "horizon = \"distal\"\n\n[[link]]\nfrom = \"x\"\nto = \"hope\"\nbecause = \"so\"\n",
			want:   "[outcome.trust]\nlabel = \"Hope\"\nhorizon = \"distal\"\n\n[[link]]\nfrom = \"x\"\nto = \"trust\"\nbecause = \"so\"\n"},
		{name: "renamed both ways", base: hope, ours: "[outcome.trust]\nlabel = \"Hope\"\n", theirs: "[outcome.faith]\nlabel = \"Hope\"\n",
			want:      "<<<<<<< ours\n[outcome.trust]\n=======\n[outcome.faith]\n>>>>>>> theirs\nlabel = \"Hope\"\n",
			conflicts: []string{`outcome "trust", id: renamed to "trust" by ours and to "faith" by theirs`}},
		{name: "comments", base: "# One.\n" + hope, ours: "# One.\n# Two.\n" + hope, theirs: "# One.\n" + hope + "# Of its horizon.\nhorizon = \"distal\" # far\n",
			want: "# One.\n# Two.\n" + hope + "# Of its horizon.\nhorizon = \"distal\" # far\n"},
		{name: "lines of another system", base: hope, ours: "[outcome.hope]\r\nlabel = \"Hope\"\r\n", theirs: hope + "horizon = \"distal\"\n",
			want: "[outcome.hope]\r\nlabel = \"Hope\"\r\nhorizon = \"distal\"\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, conflicts := merged(t, c.base, c.ours, c.theirs)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var said []string
			for _, conflict := range conflicts {
				said = append(said, conflict.String())
			}
			if diff := cmp.Diff(c.conflicts, said); diff != "" {
				t.Errorf("conflicts (-want +got):\n%s", diff)
			}
		})
	}
}

// peer is the text of a published theory.
func peer(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../theories/peer/revised.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// edited is a text with some random edits of the elements that may be touched: texts reworded, ids added to lists and taken
// out of them, keys, comments and elements added and taken out, ids changed.
func edited(r *rand.Rand, text, tag string, may func(element string) bool) string {
	for n := range 1 + r.IntN(5) {
		d := toml.Read([]byte(text))
		var blocks []*block
		for _, b := range cut(d, nil).blocks {
			if b.id != "" && b.id != "theory" && may(b.id) {
				blocks = append(blocks, b)
			}
		}
		b := blocks[r.IntN(len(blocks))]
		whole := b.header + b.body()
		after := whole
		e := b.entries[r.IntN(len(b.entries))]
		switch r.IntN(7) {
		case 0:
			if value, isText := e.value.Says.(string); isText && strings.Contains(value, " ") {
				after = strings.Replace(whole, value, value+" "+tag, 1)
			}
		case 1:
			if e.value.Form == toml.List {
				after = strings.Replace(whole, e.text, strings.Replace(e.text, "[", fmt.Sprintf("[%q, ", tag), 1), 1)
			}
		case 2:
			if e.value.Form == toml.List && e.value.Count > 1 {
				after = strings.Replace(whole, e.text, strings.Replace(e.text, e.raw(e.value.First)+", ", "", 1), 1)
			}
		case 3:
			if b.entry("description") == nil {
				after = whole + fmt.Sprintf("description = \"New %s\"\n", tag)
			}
		case 4:
			after = fmt.Sprintf("# A comment %s\n", tag) + whole
		case 5:
			after = whole + fmt.Sprintf("\n[outcome.new-%s-%d]\nlabel = \"New %s\"\n", tag, n, tag)
		case 6:
			if table, id, has := strings.Cut(b.id, "."); has && !strings.Contains(id, ".") {
				target := rename.Node
				if table == "configuration" {
					target = "configuration"
				}
				text = toml.Apply(text, rename.File(d, target, id, fmt.Sprintf("%s-%s-%d", id, tag, n)))
				continue
			}
		}
		text = strings.Replace(text, whole, after, 1)
	}
	return text
}

// TestProperties holds, over random edits of a published theory, what any merge must: an unchanged side gives the other, what
// both did alike is no conflict, the sides' order matters only in conflicts, edits of different elements are all there, and
// nothing is there that neither side had.
func TestProperties(t *testing.T) {
	base := peer(t)
	rounds := 100
	if testing.Short() {
		rounds = 10
	}
	apart := 0
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		ours := edited(r, base, "ours", func(string) bool { return true })
		if got, conflicts := merged(t, base, ours, base); got != ours || conflicts != nil {
			t.Fatalf("seed %d: theirs unchanged, and not ours (%v):\n%s", seed, conflicts, cmp.Diff(ours, got))
		}
		if got, conflicts := merged(t, base, base, ours); got != ours || conflicts != nil {
			t.Fatalf("seed %d: ours unchanged, and not theirs (%v):\n%s", seed, conflicts, cmp.Diff(ours, got))
		}
		if got, conflicts := merged(t, base, ours, ours); got != ours || conflicts != nil {
			t.Fatalf("seed %d: both alike, and not that (%v):\n%s", seed, conflicts, cmp.Diff(ours, got))
		}
		theirs := edited(r, base, "theirs", func(string) bool { return true })
		one, conflicts := merged(t, base, ours, theirs)
		other, swapped := merged(t, base, theirs, ours)
		if len(conflicts) != len(swapped) {
			t.Fatalf("seed %d: %d conflicts one way and %d the other:\n%v\n%v", seed, len(conflicts), len(swapped), conflicts, swapped)
		}
		if len(conflicts) == 0 {
			if diff := cmp.Diff(contents(one), contents(other)); diff != "" {
				t.Fatalf("seed %d: the order of the sides matters without a conflict:\n%s", seed, diff)
			}
		}
		if len(conflicts) == 0 {
			sides := []map[string]string{contents(base), contents(ours), contents(theirs)}
			for id := range contents(one) {
				had := slices.ContainsFunc(sides, func(side map[string]string) bool { _, has := side[id]; return has })
				if !had && !strings.Contains(id, " ") { // links and keys of what one side renamed have a new name
					t.Fatalf("seed %d: %s is in neither side", seed, id)
				}
			}
		}
		even := edited(r, base, "ours", func(id string) bool { return len(id)%2 == 0 && !strings.HasPrefix(id, "link") })
		odd := edited(r, base, "theirs", func(id string) bool { return len(id)%2 == 1 && !strings.HasPrefix(id, "link") })
		joined, conflicts := merged(t, base, even, odd)
		if len(conflicts) > 0 {
			t.Fatalf("seed %d: edits of different elements, and a conflict: %v", seed, conflicts)
		}
		if toml.Read([]byte(joined)).Fault != nil {
			t.Fatalf("seed %d: the merged text is not TOML", seed)
		}
		for _, side := range []string{"ours", "theirs"} {
			text := map[string]string{"ours": even, "theirs": odd}[side]
			if n, want := strings.Count(joined, side), strings.Count(text, side); n < want {
				t.Fatalf("seed %d: %d of %d edits by %s are there", seed, n, want, side)
			}
		}
		apart++
	}
	if apart != rounds {
		t.Errorf("only %d rounds", apart)
	}
}

// contents are what a text says, by element and key, whatever its order and layout.
func contents(text string) map[string]string {
	said := make(map[string]string)
	d := toml.Read([]byte(text))
	if d.Fault != nil {
		return said
	}
	for _, b := range cut(d, nil).blocks {
		said[b.id] = ""
		for _, e := range b.entries {
			value := e.text[e.at:e.end]
			if e.value.Form == toml.List {
				var items []string
				for item := range e.value.Items() {
					items = append(items, e.raw(item))
				}
				slices.Sort(items)
				value = strings.Join(items, ",")
			}
			said[b.id+" "+e.key] = squeezed(value)
		}
	}
	return said
}

// TestUnreadable names the side that is not TOML.
func TestUnreadable(t *testing.T) {
	_, _, err := Merge(Side{"base", nil}, Side{"ours", []byte("[theory]\n")}, Side{"theirs", []byte("[theory\n")})
	if err == nil || !strings.HasPrefix(err.Error(), "theirs: this is not TOML") {
		t.Errorf("%v", err)
	}
}
