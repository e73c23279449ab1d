package render

import (
	"bytes"
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory"
)

// TestFiguresOfVersionsHaveOneKey holds that the figures of two versions and of what changed are laid out once: with a key each they
// took three times as long.
func TestFiguresOfVersionsHaveOneKey(t *testing.T) {
	old, new := open(t, "peer/initial.toml"), open(t, "peer/revised.toml")
	var first []byte
	for _, c := range []struct {
		of, against *theory.Theory
		view        scene.View
	}{{new, old, scene.View{}}, {old, new, scene.View{}}, {new, old, scene.View{Name: scene.Revised}}} {
		o := page180(scene.Options{Against: c.against, View: c.view, Dropped: scene.InPlace})
		if err := o.complete(); err != nil {
			t.Fatal(err)
		}
		s, err := scene.New(c.of, o.Options)
		if err != nil {
			t.Fatal(err)
		}
		key := fit.New(s, o.Paper).Key()
		if first == nil {
			first = key
		} else if !bytes.Equal(key, first) {
			t.Errorf("the figure of %s in the view %q has a key of its own", c.of.File, c.view.Name)
		}
	}
}
