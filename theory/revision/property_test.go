package revision_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/revision"
)

// TestAppliedChangesGiveTheNewVersion holds that the changes say everything: applied to the old version they give the
// new one, whatever the edits and whatever the order of either file, with the versions known to be versions or not.
func TestAppliedChangesGiveTheNewVersion(t *testing.T) {
	for seed := range uint64(1500) {
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
		rev := revision.Compare(load(t, files, "old.toml"), load(t, files, "new.toml"))
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

func told(r *revision.Revision) string {
	var b strings.Builder
	for _, c := range r.Changes {
		b.WriteString(tell(c) + "\n")
	}
	return b.String()
}
