package scene_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestActorsAsTags holds that an actor becomes tags only where these say all that its lines say.
func TestActorsAsTags(t *testing.T) {
	const nodes = "[theory]\nid = \"t\"\ntitle = \"T\"\n[actor.one]\nlabel = \"One\"\n[actor.two]\nlabel = \"Two\"\n[mechanism.m]\nlabel = \"M\"\n[mechanism.n]\nlabel = \"N\"\n" +
		"[evidence.e]\ntype = \"finding\"\ntext = \"It was so.\"\n"
	link := func(from, to, more string) string {
		return "[[link]]\nfrom = \"" + from + "\"\nto = \"" + to + "\"\n" + more
	}
	const supported = "status = \"supported\"\nsupported_by = [\"e\"]\n"
	for name, c := range map[string]struct{ links, tags, keys string }{
		"what tags say":              {link("one", "m", supported) + link("one", "n", "") + link("two", "m", ""), "m:Ab n:a", "A from One (actor; supported), a from One (actor; hypothesised), b from Two (actor; hypothesised)"},
		"it inhibits":                {link("one", "m", "effect = \"inhibits\"\n") + link("one", "n", ""), "", ""},
		"it is needed":               {link("one", "m", "necessary = true\n"), "", ""},
		"the evidence is mixed":      {link("one", "m", "status = \"mixed\"\nsupported_by = [\"e\"]\n"), "", ""},
		"it is our reading":          {link("one", "m", "reading = \"ours\"\n"), "", ""},
		"something leads to it":      {link("one", "m", "") + link("m", "one", ""), "", ""},
		"it acts on a step":          {link("m", "n", "") + link("one", "m -> n", ""), "", ""},
		"something acts on its step": {link("one", "m", "") + link("two", "one -> m", ""), "", ""},
		"it leads to nothing":        {link("m", "n", ""), "", ""},
		"it leads to an actor":       {link("one", "two", supported), "two:A", "A from One (actor; supported)"},
	} {
		th := theorytest.Faultless(t, nodes+c.links)
		s, err := scene.New(th, scene.Options{Actors: scene.ActorTags})
		if err != nil {
			t.Fatal(err)
		}
		var tags, keys []string
		gone := 2
		for _, b := range s.Boxes {
			letters := ""
			for _, tag := range b.Tags {
				letters += string(tag)
			}
			if letters != "" {
				tags = append(tags, b.ID()+":"+letters)
			}
			if b.Kind() == "actor" {
				gone--
			}
		}
		for _, k := range s.Frame.Keys {
			if k.Kind == scene.TagKey && strings.Contains("AaBb", k.Badge.Text) {
				keys = append(keys, k.Badge.Text+" "+k.Means)
			}
		}
		if got := strings.Join(tags, " "); got != c.tags {
			t.Errorf("%s: the tags are %q, not %q", name, got, c.tags)
		}
		if got := strings.Join(keys, ", "); got != c.keys {
			t.Errorf("%s: the legend says %q, not %q", name, got, c.keys)
		}
		if (gone > 0) != (c.tags != "") {
			t.Errorf("%s: %d actors are gone", name, gone)
		}
		for _, l := range slices.Concat(s.Lines, s.OnSteps) {
			if !slices.Contains(s.Boxes, l.From) {
				t.Errorf("%s: %s begins at what is gone", name, l.Link.ID)
			}
		}
	}
	th := theorytest.Faultless(t, nodes+link("one", "m", ""))
	s, err := scene.New(th, scene.Options{Actors: scene.NoActors})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Boxes) != 2 || len(s.Lines) != 0 || !strings.Contains(s.Frame.Caption, "Not shown: One and Two, with all their links.") {
		t.Errorf("without actors there are %d boxes and %d lines, and the caption %q", len(s.Boxes), len(s.Lines), s.Frame.Caption)
	}
}
