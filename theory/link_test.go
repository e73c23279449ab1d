package theory

import "testing"

// TestLinksOntoStepsAreFollowed holds that a link onto a step lives on as what its ends and the step's ends became.
func TestLinksOntoStepsAreFollowed(t *testing.T) {
	version := func(ids []string, links ...*Link) *Theory {
		v := &Theory{Links: links}
		for _, id := range ids {
			v.Nodes = append(v.Nodes, &Node{Element: Element{ID: id}, Kind: Mechanism})
		}
		return v
	}
	old := version([]string{"a", "b", "c"}, newLink("a", "b", ""), newLink("c", "a -> b", ""))
	new := version([]string{"a", "z", "c"}, newLink("a", "z", ""), newLink("c", "a -> z", ""), newLink("c", "a", ""))
	new.Nodes[1].Was = []Ref{{ID: "b"}}
	old.Connect()
	new.Connect()
	links := NewLineage(old, new).Links
	if heirs := links.Heirs(old.Links[1]); len(heirs) != 1 || heirs[0] != new.Links[1] {
		t.Errorf("the link onto a step lives on as %v", heirs)
	}
	if origins := links.Origins(new.Links[2]); len(origins) != 0 {
		t.Errorf("the link onto a node comes from %v", origins)
	}
}

// TestLinkOntoStepGoesWithIt holds that a link onto a step lives only as long as the step.
func TestLinkOntoStepGoesWithIt(t *testing.T) {
	for dropped, live := range map[string]bool{"": true, "Not so.": false} {
		v := &Theory{Links: []*Link{newLink("a", "b", dropped), newLink("c", "a -> b", "")}}
		for _, id := range []string{"a", "b", "c"} {
			v.Nodes = append(v.Nodes, &Node{Element: Element{ID: id}, Kind: Mechanism})
		}
		v.Connect()
		if l := v.Links[1]; l.Live() != live || l.Gone() == live || len(v.Graph().OnSteps) > 0 != live {
			t.Errorf("onto a step dropped with %q: live %v, gone %v, %d in the graph", dropped, l.Live(), l.Gone(), len(v.Graph().OnSteps))
		}
	}
}
