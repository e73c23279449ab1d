package trace

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestAMereNeedBringsNothingAbout: where what promotes a step is taken away, what the step needs does not take its place, however
// it is led to itself; where needs are all that leads to a step, they bring it about.
func TestAMereNeedBringsNothingAbout(t *testing.T) {
	link := func(from, to, more string) string {
		return fmt.Sprintf("[[link]]\nfrom = %q\nto = %q\nstatus = \"supported\"\n%s\n", from, to, more)
	}
	const needed = "necessary = true"
	nodes := "[theory]\nid = \"t\"\ntitle = \"T\"\n"
	for _, n := range []string{"intervention.meal", "intervention.lunch", "context.road", "context.supply", "actor.cook", "mechanism.fed", "mechanism.full", "outcome.learning", "outcome.calm"} {
		_, id, _ := strings.Cut(n, ".")
		nodes += fmt.Sprintf("[%s]\nlabel = %q\n", n, id)
	}
	chain := link("meal", "fed", "") + link("fed", "learning", "")
	const gone, kept = "learning: supported, no case named → cannot come about\n", "learning: supported, no case named\n"
	for name, c := range map[string]struct{ links, without, want string }{
		"a context":                    {chain + link("supply", "fed", needed), "meal", gone},
		"an actor":                     {chain + link("cook", "fed", needed), "meal", gone},
		"an outcome":                   {chain + link("lunch", "calm", "") + link("calm", "fed", needed), "meal", gone},
		"what the need is led to by":   {chain + link("road", "supply", "") + link("supply", "fed", needed), "meal", gone},
		"the need of an outcome":       {chain + link("supply", "learning", needed), "meal", gone},
		"a need that promotes besides": {chain + link("supply", "fed", needed) + link("supply", "full", "") + link("full", "learning", ""), "meal", kept},
		"an intervention":              {chain + link("lunch", "fed", needed), "meal", kept},
		"a mechanism":                  {chain + link("lunch", "full", "") + link("full", "learning", needed), "lunch", gone},
		"a mechanism left":             {chain + link("lunch", "full", "") + link("full", "learning", needed), "meal", kept},
		"needs alone":                  {link("supply", "fed", needed) + link("fed", "learning", ""), "meal", kept},
		"the need itself":              {chain + link("supply", "fed", needed), "supply", gone},
	} {
		th := theorytest.Faultless(t, nodes+c.links)
		var out bytes.Buffer
		if err := LossText(&out, Without(th, []*theory.Node{th.Node(c.without)})); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), c.want) || strings.Contains(out.String(), "supply (needed)") && name != "needs alone" {
			t.Errorf("%s: no %q in:\n%s", name, c.want, out.String())
		}
	}
}

// TestAMereNeedIsNoSupport: a path by a need is surer than what promotes the step, and the outcome is no surer for it.
func TestAMereNeedIsNoSupport(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id = "t"
title = "T"
[intervention.meal]
label = "Meal"
[context.supply]
label = "Supply"
[context.shade]
label = "Shade"
[mechanism.fed]
label = "Fed"
[outcome.learning]
label = "Learning"
[[link]]
from = "meal"
to = "fed"
[[link]]
from = "supply"
to = "fed"
necessary = true
status = "supported"
[[link]]
from = "fed"
to = "learning"
status = "supported"
[[link]]
from = "shade"
to = "learning"
`)
	var out bytes.Buffer
	if err := LossText(&out, Without(th, []*theory.Node{th.Node("shade")})); err != nil {
		t.Fatal(err)
	}
	if want := "  Learning: hypothesised\n"; !strings.Contains(out.String(), want) {
		t.Errorf("no %q in:\n%s", want, out.String())
	}
}
