package trace

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

const losses = `
[theory]
id = "t"
title = "t"
[intervention.i]
label = "I"
[actor.a]
label = "A"
[mechanism.m]
label = "M"
[mechanism.n]
label = "N"
[outcome.only-m]
label = "Only by M"
[outcome.either]
label = "By M or N"
[outcome.guessed]
label = "Guessed"
[outcome.held-back]
label = "Held back"
[outcome.freed]
label = "Freed"
[[link]]
from = "i"
to = "m"
status = "supported"
[[link]]
from = "i"
to = "n"
status = "mixed"
[[link]]
from = "a"
to = "only-m"
status = "supported"
[[link]]
from = "m"
to = "only-m"
status = "supported"
[[link]]
from = "m"
to = "either"
status = "supported"
[[link]]
from = "n"
to = "either"
status = "supported"
[[link]]
from = "m"
to = "guessed"
[[link]]
from = "n"
to = "held-back"
effect = "inhibits"
status = "supported"
[[link]]
from = "held-back"
to = "freed"
effect = "inhibits"
status = "supported"
`

// TestWithout holds what each outcome loses: what nothing leads to is a start as the programme is, a path that holds an
// outcome back is no support for it, and two that hold back make one that promotes.
func TestWithout(t *testing.T) {
	th := theorytest.Faultless(t, losses)
	var out bytes.Buffer
	if err := LossText(&out, Without(th, []*theory.Node{th.Node("m")})); err != nil {
		t.Fatal(err)
	}
	want := `Without M (mechanism m), by paths from interventions and all that nothing leads to:

Outcomes that can no longer come about: 1
  Guessed: hypothesised → cannot come about

Outcomes that are less well supported: 1
  By M or N: supported, no case named → mixed, no case named
    now by I → N → By M or N

Outcomes that stay reduced as they were: 1
  Held back: reduced, mixed, no case named

Outcomes that keep their support: 2
  Only by M: supported, no case named
  Freed: mixed, no case named
`
	if got := out.String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// TestWithoutWhatReduces holds that an outcome that is only reduced is not said to be prevented where what reduces it goes, and
// that one which is raised too is said to be less reduced.
func TestWithoutWhatReduces(t *testing.T) {
	link := func(from, to, more string) string {
		return fmt.Sprintf("[[link]]\nfrom = %q\nto = %q\n%s\n", from, to, more)
	}
	const inhibits, supported = "effect = \"inhibits\"\n", "status = \"supported\"\n"
	chain := link("i", "role", supported) + link("fear", "role", inhibits+supported) + link("role", "lonely", inhibits+supported)
	for name, c := range map[string]struct{ links, want string }{
		"the only way": {chain, "Outcomes that nothing reduces any more: 1\n  Lonely: reduced, supported, no case named → not reduced\n"},
		"a weaker way": {chain + link("i", "lonely", inhibits), "Outcomes that are reduced with less support: 1\n  Lonely: reduced, supported, no case named → hypothesised\n"},
		"another way":  {chain + link("i", "lonely", inhibits+supported), "Outcomes that stay reduced as they were: 1\n  Lonely: reduced, supported, no case named\n"},
		"raised as well": {link("i", "role", supported) + link("fear", "lonely", supported) + link("role", "lonely", inhibits+supported),
			"Outcomes that keep their support: 1\n  Lonely: supported, no case named\n    was reduced, too (supported, no case named), and is no longer\n"},
	} {
		th := theorytest.Faultless(t, "[theory]\nid = \"t\"\ntitle = \"t\"\n[intervention.i]\nlabel = \"I\"\n[context.fear]\nlabel = \"Fear\"\n"+
			"[mechanism.role]\nlabel = \"Role\"\n[outcome.lonely]\nlabel = \"Lonely\"\n"+c.links)
		var out bytes.Buffer
		if err := LossText(&out, Without(th, []*theory.Node{th.Node("role")})); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), c.want) || !strings.Contains(out.String(), "no longer come about: none") {
			t.Errorf("%s: no %q in:\n%s", name, c.want, out.String())
		}
	}
}

// TestWithoutWhatIsNeeded holds that an outcome goes with what it needs, though a path to it is left; that a necessary link
// counts however few cases show it; and that no path passes a node twice.
func TestWithoutWhatIsNeeded(t *testing.T) {
	const nodes = "[theory]\nid = \"t\"\ntitle = \"t\"\n[intervention.i]\nlabel = \"I\"\n[context.c]\nlabel = \"C\"\n[mechanism.m]\nlabel = \"M\"\n" +
		"[mechanism.x]\nlabel = \"X\"\n[outcome.o]\nlabel = \"O\"\n"
	link := func(from, to, more string) string {
		return fmt.Sprintf("[[link]]\nfrom = %q\nto = %q\n%s\n", from, to, more)
	}
	chain := link("i", "m", "") + link("m", "o", "status = \"supported\"")
	for name, c := range map[string]struct{ links, without, want string }{
		"a node":              {chain + link("c", "m", "necessary = true"), "c", "hypothesised → cannot come about"},
		"a step":              {chain + link("c", "m -> o", "necessary = true"), "c", "C is necessary for the step M → O"},
		"refuted":             {chain + link("c", "m", "necessary = true\nstatus = \"refuted\""), "c", "keep"},
		"what the need needs": {chain + link("x", "m", "necessary = true") + link("c", "x", ""), "c", "hypothesised → cannot come about"},
		"what only helps":     {chain + link("c", "m -> o", ""), "c", "hypothesised"},
		"a walk": {link("i", "m", "effect = \"inhibits\"") + link("m", "o", "") + link("m", "x", "") + link("x", "m", "effect = \"inhibits\"") + link("c", "c", ""),
			"c", "O: reduced, hypothesised"},
	} {
		th := theorytest.Faultless(t, nodes+c.links)
		var out bytes.Buffer
		if err := LossText(&out, Without(th, []*theory.Node{th.Node(c.without)})); err != nil {
			t.Fatal(err)
		}
		if c.want == "keep" {
			c.want = "Outcomes that can no longer come about: none"
		}
		if !strings.Contains(out.String(), c.want) {
			t.Errorf("%s: no %q in:\n%s", name, c.want, out.String())
		}
	}
}

// TestTextIsNotObeyed holds that what a theory says is printed, and never obeyed.
func TestTextIsNotObeyed(t *testing.T) {
	th := theorytest.Load(t, strings.ReplaceAll(`[theory]
id = "t"
title = "T"
[source."ORDERS"]
citation = "S"
[case."ORDERS"]
label = "ORDERS"
[evidence."ORDERS"]
type = "quote"
source = "ORDERS"
cases = ["ORDERS", "unknown ORDERS"]
text = "ORDERS"
[evidence.e]
type = "quote"
source = "ORDERS"
[mechanism."ORDERS"]
label = "ORDERS"
[outcome.o]
label = "ORDERS"
[[link]]
from = "ORDERS"
to = "o"
status = "supported"
supported_by = ["ORDERS", "e"]
`, "ORDERS", theorytest.Orders))
	m := th.Nodes[0]
	var out bytes.Buffer
	if err := errors.Join(
		Text(&out, Through(th, m, nil, 9)),
		Text(&out, Between(th, m, th.Node("o"), []*theory.Node{m}, 9)),
		LossText(&out, Without(th, []*theory.Node{m})),
	); err != nil {
		t.Fatal(err)
	}
	if line := theorytest.Obeyed(out.String()); line != "" || strings.Count(out.String(), "<U+001B>") < 10 {
		t.Errorf("%q is obeyed in:\n%s", line, out.String())
	}
}

// TestLongListsEnd holds that no more cases of a piece of evidence are named than can be read, and all where they can be.
func TestLongListsEnd(t *testing.T) {
	for cases, want := range map[int]string{20: "P18, P19)", 21: "P18, P19, and 1 more)", 500: "P18, P19, and 480 more)"} {
		var text, named strings.Builder
		for i := range cases {
			fmt.Fprintf(&text, "[case.p%d]\nlabel = \"P%[1]d\"\n", i)
			fmt.Fprintf(&named, "\"p%d\", ", i)
		}
		fmt.Fprintf(&text, "[source.s]\ncitation = \"S\"\n[evidence.e]\ntype = \"observation\"\nsource = \"s\"\ntext = \"Seen.\"\ncases = [%s]\n"+
			"[mechanism.m]\nlabel = \"M\"\n[outcome.o]\nlabel = \"O\"\n[[link]]\nfrom = \"m\"\nto = \"o\"\nstatus = \"supported\"\nsupported_by = [\"e\"]\n", named.String())
		th := theorytest.Faultless(t, "[theory]\nid = \"t\"\ntitle = \"T\"\n"+text.String())
		var out bytes.Buffer
		if err := Text(&out, Through(th, th.Node("m"), nil, 9)); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%d cases: no %q in:\n%s", cases, want, out.String())
		}
	}
}

// TestBeginningsOfTheGraph holds that a path begins where the graph does, not where it would were the node traced not there.
func TestBeginningsOfTheGraph(t *testing.T) {
	text := "[theory]\nid = \"t\"\ntitle = \"T\"\n"
	for _, id := range []string{"a", "b", "c", "t"} {
		text += fmt.Sprintf("[mechanism.%s]\nlabel = %[1]q\n", id)
	}
	for _, l := range []string{"b a", "c a", "a b", "a t"} {
		from, to, _ := strings.Cut(l, " ")
		text += fmt.Sprintf("[[link]]\nfrom = %q\nto = %q\n", from, to)
	}
	th := theorytest.Faultless(t, text)
	tr := Through(th, th.Node("a"), nil, 10)
	if len(tr.Into.Ends) != 1 || tr.Into.Ends[0].Node.ID != "c" {
		t.Errorf("paths to a begin at %v", tr.Into.Ends)
	}
	if len(tr.From.Ends) != 1 || tr.From.Ends[0].Node.ID != "t" {
		t.Errorf("paths from a end at %v", tr.From.Ends)
	}
	if tr = Through(th, th.Node("t"), nil, 10); len(tr.Into.Ends) != 1 || tr.Into.Ends[0].Node.ID != "c" {
		t.Errorf("paths to t begin at %v", tr.Into.Ends)
	}
}

// TestCircles begins and ends paths where a circle leaves no other place to.
func TestCircles(t *testing.T) {
	th := theorytest.Faultless(t, `
[theory]
id = "t"
title = "t"
[mechanism.a]
label = "a"
[context.b]
label = "b"
[mechanism.c]
label = "c"
[[link]]
from = "a"
to = "b"
[[link]]
from = "b"
to = "a"
[[link]]
from = "a"
to = "c"
[[link]]
from = "c"
to = "c"
`)
	tr := Through(th, th.Node("c"), nil, 10)
	if len(tr.Into.Paths) != 1 || len(tr.Into.Paths[0].Links) != 2 || tr.Into.Paths[0].Links[0].From.ID != "b" {
		t.Errorf("paths into c: %+v", tr.Into.Paths)
	}
	if len(tr.From.Paths) != 0 || !tr.From.Complete {
		t.Errorf("a link from a node to itself makes no path: %+v", tr.From)
	}
	tr = Through(th, th.Node("b"), nil, 10)
	if len(tr.Into.Paths) != 1 || len(tr.From.Paths) != 1 || tr.From.Paths[0].Links[1].To.ID != "c" {
		t.Errorf("paths through b: %+v", tr)
	}
	var out bytes.Buffer
	if err := JSON(&out, tr); err != nil || !strings.Contains(out.String(), `"complete": true`) {
		t.Errorf("%v: %s", err, out.String())
	}
}
