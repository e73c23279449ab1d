package theory_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/theorytest"
)

func TestLineageFollowsNodesAndTheirLinks(t *testing.T) {
	old := version(t, `
nodes = a b c d
links = a>b b>c c>d`)
	for name, tt := range map[string]struct{ new, want string }{
		"same": {`
nodes = a b c d
links = a>b b>c c>d`,
			"a=a b=b c=c d=d | a -> b=a -> b b -> c=b -> c c -> d=c -> d"},
		"renamed": {`
nodes = a x:b c d
links = a>x x>c c>d`,
			"a=a b=x c=c d=d | a -> b=a -> x b -> c=x -> c c -> d=c -> d"},
		"merged": {`
nodes = a x:b,c d
links = a>x x>d`,
			"a=a b=x c=x d=d | a -> b=a -> x b -> c= (folded) c -> d=x -> d"},
		"split": {`
nodes = a x:b y:b c d
links = a>x a>y y>c c>d`,
			"a=a b=x,y c=c d=d | a -> b=a -> x,a -> y b -> c=y -> c c -> d=c -> d"},
		"split, one part keeps the id": {`
nodes = a b y:b c d
links = a>b a>y c>d`,
			"a=a b=b,y c=c d=d | a -> b=a -> b,a -> y b -> c= c -> d=c -> d"},
		"ids swapped": {`
nodes = b:a a:b c d
links = b>a a>c c>d`,
			"a=b b=a c=c d=d | a -> b=b -> a b -> c=a -> c c -> d=c -> d"},
		"gone": {`
nodes = a d
links = a>d`,
			"a=a b= c= d=d | a -> b= b -> c= c -> d="},
		"was names what is not there": {`
nodes = a:nobody b c d
links = a>b b>c c>d`,
			"a=a b=b c=c d=d | a -> b=a -> b b -> c=b -> c c -> d=c -> d"},
	} {
		t.Run(name, func(t *testing.T) {
			l := theory.NewLineage(old, version(t, tt.new))
			if diff := cmp.Diff(tt.want, told(l)); diff != "" {
				t.Errorf("lineage (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.want, told(l.Reverse().Reverse())); diff != "" {
				t.Errorf("reversed twice (-want +got):\n%s", diff)
			}
			for _, n := range l.New.Nodes {
				for _, o := range l.Nodes.Origins(n) {
					if got := l.Reverse().Nodes.Heirs(n); !contains(got, o) {
						t.Errorf("reversed, %s lives on as %v, which lacks %s", n.ID, got, o.ID)
					}
				}
			}
		})
	}
}

func contains(nodes []*theory.Node, n *theory.Node) bool {
	for _, o := range nodes {
		if o == n {
			return true
		}
	}
	return false
}

func told(l *theory.Lineage) string {
	var b strings.Builder
	for _, n := range l.Old.Nodes {
		var heirs []string
		for _, h := range l.Nodes.Heirs(n) {
			heirs = append(heirs, h.ID)
		}
		fmt.Fprintf(&b, "%s=%s ", n.ID, strings.Join(heirs, ","))
	}
	b.WriteString("|")
	for _, k := range l.Old.Links {
		var heirs []string
		for _, h := range l.Links.Heirs(k) {
			heirs = append(heirs, h.ID)
		}
		fmt.Fprintf(&b, " %s=%s", k.ID, strings.Join(heirs, ","))
		if l.Folded(k) {
			b.WriteString(" (folded)")
		}
	}
	return b.String()
}

// version loads a theory that text writes.
func version(t *testing.T, short string) *theory.Theory {
	t.Helper()
	return theorytest.Faultless(t, text(short))
}

// text writes a theory of mechanisms from "nodes = a b:was,was", "links = a>b" and "revises = file".
func text(short string) string {
	var head, b strings.Builder
	head.WriteString("[theory]\nid = \"t\"\ntitle = \"T\"\n")
	for line := range strings.Lines(strings.TrimSpace(short)) {
		what, rest, _ := strings.Cut(strings.TrimSpace(line), " = ")
		for _, word := range strings.Fields(rest) {
			switch what {
			case "nodes":
				id, was, _ := strings.Cut(word, ":")
				fmt.Fprintf(&b, "[mechanism.%s]\nlabel = %q\n", id, id)
				if was != "" {
					fmt.Fprintf(&b, "was = [\"%s\"]\n", strings.ReplaceAll(was, ",", `", "`))
				}
			case "links":
				from, to, _ := strings.Cut(word, ">")
				fmt.Fprintf(&b, "[[link]]\nfrom = %q\nto = %q\n", from, to)
			case "revises":
				fmt.Fprintf(&head, "revises = \"%s.toml\"\n", word)
			}
		}
	}
	return head.String() + b.String()
}

func TestLineageReadsWasOfTheVersionThatComesAfter(t *testing.T) {
	first := "nodes = a b c\nlinks = a>b"
	second := "nodes = x:a b y:c\nlinks = x>b"
	for name, tt := range map[string]struct {
		files    map[string]string
		old, new string
		want     string
	}{
		"told backwards": {map[string]string{"1": first, "2": second + "\nrevises = 1"}, "2", "1",
			"x=a b=b y=c | x -> b=a -> b"},
		"by way of a version between": {map[string]string{"1": first, "2": second + "\nrevises = 1", "3": "nodes = z:x b c:y a\nlinks = z>b a>b\nrevises = 2"}, "1", "3",
			"a=z b=b c=c | a -> b=z -> b"},
		"an id used anew": {map[string]string{"1": first, "2": second + "\nrevises = 1", "3": "nodes = x b y a\nlinks = a>b\nrevises = 2"}, "2", "3",
			"x=x b=b y=y | x -> b="},
		"two texts of one version": {map[string]string{"2": "nodes = b:a a:b c\nlinks = a>b", "3": "nodes = c b:a a:b\nlinks = a>b"}, "2", "3",
			"b=b a=a c=c | a -> b=a -> b"},
		"neither names the other": {map[string]string{"1": first, "2": second}, "2", "1",
			"x=a b=b y=c | x -> b=a -> b"},
	} {
		t.Run(name, func(t *testing.T) {
			files := make(map[string]string)
			for file, short := range tt.files {
				files[file+".toml"] = text(short)
			}
			version := func(file string) *theory.Theory { return theorytest.LoadFiles(t, files, file+".toml") }
			if diff := cmp.Diff(tt.want, told(theory.NewLineage(version(tt.old), version(tt.new)))); diff != "" {
				t.Errorf("lineage (-want +got):\n%s", diff)
			}
		})
	}
}
