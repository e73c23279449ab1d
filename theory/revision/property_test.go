package revision_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// TestAppliedChangesGiveTheNewVersion holds that the changes say everything: applied to the old version they give the
// new one, whatever the edits and whatever the order of either file, with the versions known to be versions or not.
func TestAppliedChangesGiveTheNewVersion(t *testing.T) {
	for seed := range uint64(800) {
		r := random{rand.New(rand.NewPCG(seed, 4))}
		old := r.model()
		new := old.clone()
		edits := r.IntN(8)
		for range edits {
			r.edit(new)
		}
		if r.chance(70) {
			new.theory["revises"] = "old.toml"
		}
		files := map[string]string{"old.toml": old.toml(r.Rand), "new.toml": new.toml(r.Rand)}
		rev := revision.Compare(theorytest.LoadFiles(t, files, "old.toml"), theorytest.LoadFiles(t, files, "new.toml"))
		got := apply(old, rev.Changes)
		if edits == 0 && len(new.theory) == len(old.theory) && len(rev.Changes) > 0 {
			t.Errorf("seed %d: the same theory in another order has changes: %v", seed, rev.Changes[0])
		}
		for name, pair := range map[string][2]any{"theory": {new.theory, got.theory}, "nodes": {new.nodes, got.nodes},
			"links": {new.links, got.links}, "configurations": {new.configurations, got.configurations}, "evidence": {new.pieces, got.pieces}} {
			if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
				t.Fatalf("seed %d: %s (-new +applied):\n%s\nchanges:\n%s\nold:\n%s\nnew:\n%s", seed, name, diff, told(rev), files["old.toml"], files["new.toml"])
			}
		}
	}
}

// TestComparisonIsSymmetric holds that both ways round tell of the same ties: what came of what, by which values they
// differ where one came of one, and that what is added one way is gone the other.
func TestComparisonIsSymmetric(t *testing.T) {
	for seed := range uint64(400) {
		r := random{rand.New(rand.NewPCG(seed, 5))}
		old := r.model()
		new := old.clone()
		for range r.IntN(8) {
			r.edit(new)
		}
		if r.chance(70) {
			new.theory["revises"] = "old.toml"
		}
		files := map[string]string{"old.toml": old.toml(r.Rand), "new.toml": new.toml(r.Rand)}
		a, b := theorytest.LoadFiles(t, files, "old.toml"), theorytest.LoadFiles(t, files, "new.toml")
		there, back := revision.Compare(a, b), revision.Compare(b, a)
		if (len(there.Changes) == 0) != (len(back.Changes) == 0) {
			t.Fatalf("seed %d: one way there are changes, the other way none:\n%s%s", seed, told(there), told(back))
		}
		for name, sides := range map[string][2][]string{
			"nodes":          {ties(there.Nodes, false, nodeID, (*theory.Node).Live), ties(back.Nodes, true, nodeID, (*theory.Node).Live)},
			"links":          {ties(there.Links, false, theLinkID, nil), ties(back.Links, true, theLinkID, nil)},
			"configurations": {ties(there.Configurations, false, configurationID, (*theory.Configuration).Live), ties(back.Configurations, true, configurationID, (*theory.Configuration).Live)},
			"evidence":       {ties(there.Evidence, false, pieceID, nil), ties(back.Evidence, true, pieceID, nil)},
		} {
			if diff := cmp.Diff(sides[0], sides[1]); diff != "" {
				t.Fatalf("seed %d: %s (-there +back):\n%s\nold:\n%s\nnew:\n%s", seed, name, diff, files["old.toml"], files["new.toml"])
			}
		}
	}
}

func nodeID(n *theory.Node) string                   { return n.ID }
func theLinkID(l *theory.Link) string                { return l.ID }
func configurationID(c *theory.Configuration) string { return c.ID }
func pieceID(e *theory.Evidence) string              { return e.ID }

// ties tells who came of whom as pairs, sorted; of one that came of one alone also the single values that differ, and
// whether it was dropped or restored. Told of the way back, sides are swapped.
func ties[T any](matches []revision.Match[T], back bool, id func(*T) string, live func(*T) bool) []string {
	heirs := make(map[*T]int)
	for _, m := range matches {
		for _, o := range m.Old {
			heirs[o]++
		}
	}
	var all []string
	tie := func(old, new, what string) {
		if back {
			old, new = new, old
		}
		all = append(all, old+" to "+new+what)
	}
	for _, m := range matches {
		switch {
		case len(m.Old) == 0:
			tie("", id(m.New), "")
		case m.New == nil:
			tie(id(m.Old[0]), "", "")
		case len(m.Old) > 1 || heirs[m.Old[0]] > 1:
			for _, o := range m.Old {
				tie(id(o), id(m.New), "")
			}
		default:
			what := ""
			if m.Change != nil {
				for _, f := range m.Change.Fields {
					if _, isList := cmpOr(f.Old, f.New).([]string); isList || f.Name == "from" || f.Name == "to" {
						continue
					}
					old, new := f.Old, f.New
					if back {
						old, new = new, old
					}
					what += fmt.Sprintf("; %s %v to %v", f.Name, old, new)
				}
				if live != nil {
					was, is := live(m.Old[0]), live(m.New)
					if want := map[[2]bool]revision.Verb{{true, false}: revision.Dropped, {false, true}: revision.Restored}[[2]bool{was, is}]; want != "" && m.Change.Verb != want {
						what += fmt.Sprintf("; told as %s, not %s", m.Change.Verb, want)
					}
				}
			}
			tie(id(m.Old[0]), id(m.New), what)
		}
	}
	slices.Sort(all)
	return all
}

func cmpOr(a, b any) any {
	if a != nil {
		return a
	}
	return b
}
