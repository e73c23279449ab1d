package revision_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// compare tells the changes between two theories, given without their [theory] tables, a line each.
func compare(t *testing.T, old, new string) string {
	t.Helper()
	const head = "[theory]\nid = \"t\"\ntitle = \"T\"\n"
	files := map[string]string{"old.toml": head + old, "new.toml": head + "revises = \"old.toml\"\n" + new}
	r := revision.Compare(theorytest.LoadFiles(t, files, "old.toml"), theorytest.LoadFiles(t, files, "new.toml"))
	if len(r.Changes) > 0 && r.Changes[0].Sort == theory.TheorySort {
		r.Changes = r.Changes[1:] // that it revises the old one
	}
	return told(r)
}

const three = `
[mechanism]
a.label = "A"
b.label = "B"
[outcome.c]
label = "C"
[[link]]
from = "a"
to = "b"
[[link]]
from = "b"
to = "c"
status = "supported"
supported_by = ["e"]
[evidence.e]
type = "quote"
[evidence.f]
type = "quote"
`

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit []string // text, and what stands in its place
		want string
	}{
		{"nothing", nil, ""},
		{"a node is dropped, and its links with it", []string{`b.label = "B"`, `b = { label = "B", dropped = "why" }`},
			`dropped node b; dropped: <nil> > why | why
dropped link a -> b with b | why
dropped link b -> c with b | why
`},
		{"the links of a dropped node are taken out", []string{`b.label = "B"`, `b = { label = "B", dropped = "why" }`,
			"[[link]]\nfrom = \"a\"\nto = \"b\"\n", ""},
			`dropped node b; dropped: <nil> > why | why
dropped link b -> c with b | why
dropped link a -> b with b; from: a > <nil>; to: b > <nil>; effect: promotes > <nil>; status: hypothesised > <nil> | why
`},
		{"a node is silently absent", []string{`a.label = "A"`, "", "[[link]]\nfrom = \"a\"\nto = \"b\"\n", ""},
			`removed node a; kind: mechanism > <nil>; label: A > <nil>
removed link a -> b with a; from: a > <nil>; to: b > <nil>; effect: promotes > <nil>; status: hypothesised > <nil>
`},
		{"a link is silently absent", []string{"[[link]]\nfrom = \"a\"\nto = \"b\"\n", ""},
			`removed link a -> b; from: a > <nil>; to: b > <nil>; effect: promotes > <nil>; status: hypothesised > <nil>
`},
		{"a link is dropped by itself", []string{"to = \"b\"\n", "to = \"b\"\ndropped = \"no\"\n"},
			`dropped link a -> b; dropped: <nil> > no | no
`},
		{"a node is renamed", []string{`b.label = "B"`, `x = { label = "B", was = ["b"] }`, `"b"`, `"x"`, `was = ["x"]`, `was = ["b"]`},
			`renamed node x from b
`},
		{"a node is merged into another", []string{`b.label = "B"`, ``, `a.label = "A"`, `a = { label = "A", was = ["a", "b"] }`,
			"[[link]]\nfrom = \"a\"\nto = \"b\"\n", "", `"b"`, `"a"`, `["a", "a"]`, `["a", "b"]`},
			`merged node a from a + b
`},
		{"a node is split in two, which both take its links", []string{`a.label = "A"`, `x = { label = "A", was = ["a"] }
y = { label = "Y", was = ["a"] }`, "[[link]]\nfrom = \"a\"\nto = \"b\"\n", "[[link]]\nfrom = \"x\"\nto = \"b\"\n[[link]]\nfrom = \"y\"\nto = \"b\"\n"},
			`split node x from a
split node y from a; label: A > Y
`},
		{"one part of a split takes its link", []string{`a.label = "A"`, `x = { label = "A", was = ["a"] }
y = { label = "Y", was = ["a"] }`, "[[link]]\nfrom = \"a\"\nto = \"b\"\n", "[[link]]\nfrom = \"x\"\nto = \"b\"\n"},
			`split node x from a
split node y from a; label: A > Y
changed link x -> b from a -> b; from: a > x
`},
		{"a status is raised on new evidence", []string{"to = \"b\"\n", "to = \"b\"\nstatus = \"supported\"\nsupported_by = [\"f\"]\nbecause = \"so\"\n"},
			`changed link a -> b; status: hypothesised > supported; supported_by: <nil> > [f]; because: <nil> > so
`},
		{"evidence is lost", []string{"supported_by = [\"e\"]\n", "contradicted_by = [\"e\"]\n"},
			`changed link b -> c; supported_by: [e] > <nil>; contradicted_by: <nil> > [e]
`},
		{"a link turns round", []string{"to = \"b\"\n", "to = \"b\"\neffect = \"inhibits\"\n"},
			`changed link a -> b (inhibits) from a -> b; effect: promotes > inhibits
`},
		{"defaults are written out", []string{"to = \"b\"\n", "to = \"b\"\neffect = \"promotes\"\nstatus = \"hypothesised\"\n",
			"[outcome.c]\n", "[outcome.c]\nvalence = \"wanted\"\nunintended = false\n"}, ""},
		{"a node has another kind", []string{"[outcome.c]", "[context.c]"},
			`changed node c; kind: outcome > context; valence: wanted > <nil>
`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, compare(t, three, strings.NewReplacer(tt.edit...).Replace(three))); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCompareConfigurationsByMemberAndRole(t *testing.T) {
	const nodes = "[mechanism]\na.label = \"A\"\nb.label = \"B\"\n[outcome.c]\nlabel = \"C\"\n"
	const old = nodes + `
[configuration.one]
title = "One"
mechanism = ["a", "b"]
outcome = ["c"]
[configuration.two]
title = "Two"
requires = ["one"]
[configuration.three]
title = "Three"
`
	for _, tt := range []struct {
		name string
		edit []string
		want string
	}{
		{"members in another order", []string{`["a", "b"]`, `["b", "a"]`}, ""},
		{"a member in another role", []string{`["a", "b"]`, "[\"a\"]\ncontext = [\"b\"]"},
			`changed configuration one; context: <nil> > [b]; mechanism: [a b] > [a]
`},
		{"gained and lost", []string{"[configuration.three]\ntitle = \"Three\"\n", "[configuration.four]\ntitle = \"Four\"\noutcome = [\"c\"]\n"},
			`added configuration four; title: <nil> > Four; outcome: <nil> > [c]
removed configuration three; title: Three > <nil>
`},
		{"members follow a renamed node, and requirements a renamed configuration", []string{`b.label = "B"`, `x = { label = "B", was = ["b"] }`,
			`["a", "b"]`, `["a", "x"]`, "[configuration.one]\n", "[configuration.first]\nwas = [\"one\"]\n", `["one"]`, `["first"]`},
			`renamed node x from b
renamed configuration first from one
`},
		{"members follow a merge", []string{`b.label = "B"`, ``, `a.label = "A"`, `a = { label = "A", was = ["a", "b"] }`, `["a", "b"]
outcome`, "[\"a\"]\noutcome"},
			`merged node a from a + b
`},
		{"dropped", []string{"title = \"Three\"\n", "title = \"Three\"\ndropped = \"not seen\"\n"},
			`dropped configuration three; dropped: <nil> > not seen | not seen
`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, compare(t, old, strings.NewReplacer(tt.edit...).Replace(old))); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
		})
	}
}

// tell writes a change in a line.
func tell(c revision.Change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", c.Verb, c.Sort, c.ID)
	if len(c.From) > 0 {
		fmt.Fprintf(&b, " from %s", strings.Join(c.From, " + "))
	}
	if c.With != "" {
		fmt.Fprintf(&b, " with %s", c.With)
	}
	for _, f := range c.Fields {
		fmt.Fprintf(&b, "; %s: %v > %v", f.Name, f.Old, f.New)
	}
	if c.Reason != "" {
		fmt.Fprintf(&b, " | %s", c.Reason)
	}
	return b.String()
}

func told(r *revision.Revision) string {
	var b strings.Builder
	for _, c := range r.Changes {
		b.WriteString(tell(c) + "\n")
	}
	return b.String()
}
