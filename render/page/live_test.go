package page

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"icamo/render"
)

// TestChangesMakeOneEditionOfAnother puts the changes between two editions into the page of the first, as the preview's
// script does, and holds that this gives the page of the second; and that a small change is a small document.
func TestChangesMakeOneEditionOfAnother(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(filepath.Dir(peer))); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, filepath.Base(peer))
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var last *Page
	edition := func(faults []Fault, replace ...string) *Edition {
		text := strings.NewReplacer(replace...).Replace(string(source))
		if len(replace) > 0 && text == string(source) {
			t.Fatalf("the theory has none of %q", replace)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		opened := open(t, file)
		found, err := Check(file, opened)
		if err != nil {
			t.Fatal(err)
		}
		var editions []*Edition
		for _, last := range []*Page{nil, last} {
			p, err := Draw(t.Context(), engine, opened, found, render.Options{}, last)
			if err != nil {
				t.Fatal(err)
			}
			e, err := NewEdition(p, faults)
			if err != nil {
				t.Fatal(err)
			}
			editions = append(editions, e)
		}
		if editions[0].ID != editions[1].ID {
			t.Error("a page depends on the one before it")
		}
		last = &editions[1].page
		return editions[1]
	}
	was := edition(nil)
	for name, c := range map[string]struct {
		now  *Edition
		most int // bytes of the changes, as a share of the page in hundredths
	}{
		"nothing":            {edition(nil), 0},
		"a description":      {edition(nil, "Belief in a better future", "Trust in a better future"), 1},
		"a label":            {edition(nil, `= "Hope"`, `= "Great hope"`), 60},
		"a node more":        {edition(nil, "[outcome.hope]\n", "[mechanism.calm]\nlabel = \"Calm\"\n\n[outcome.hope]\n"), 100},
		"no earlier version": {edition(nil, "revises     = \"initial.toml\"\n", ""), 100},
		"a fault":            {edition([]Fault{{Message: "a key is missing"}}), 1},
	} {
		t.Run(name, func(t *testing.T) {
			for _, way := range [][2]*Edition{{was, c.now}, {c.now, was}, {nil, c.now}} {
				var before, after bytes.Buffer
				start := way[0]
				if start == nil {
					start = was // which the preview no longer knows
				}
				changes, err := way[1].Changes(way[0])
				if err = errors.Join(err, start.HTML(&before), way[1].HTML(&after)); err != nil {
					t.Fatal(err)
				}
				doc := parsed(t, before.String())
				bytes := 0
				for _, some := range changes {
					put(doc, parsed(t, string(some)))
					bytes += len(some)
				}
				if got, want := content(t, doc), content(t, parsed(t, after.String())); got != want {
					t.Errorf("the changes lead to another page:\n%s", firstDifference(got, want))
				}
				if way[0] != nil && bytes*100 > after.Len()*c.most {
					t.Errorf("the changes have %d bytes, the page %d", bytes, after.Len())
				}
			}
		})
	}
}

func parsed(t *testing.T, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// put puts changes into a page, as the preview's script does.
func put(doc, news *html.Node) {
	fresh := make(map[string]*html.Node)
	var regions []*html.Node
	body := tagged(news, "body")
	for n := body.FirstChild; n != nil; {
		next := n.NextSibling
		if id := attribute(n, "id"); id != "" {
			body.RemoveChild(n)
			fresh[id] = n
		} else if attribute(n, "data-region") != "" {
			regions = append(regions, n)
		}
		n = next
	}
	for id, n := range fresh {
		if old := identified(doc, id); old != nil {
			fill(n, old)
			old.Parent.InsertBefore(n, old)
			old.Parent.RemoveChild(old)
		}
	}
	for _, r := range regions {
		element := identified(doc, attribute(r, "data-region"))
		var parts []*html.Node
		for _, id := range strings.Fields(attribute(r, "data-holds")) {
			n := fresh[id]
			if n == nil {
				n = identified(doc, id)
			}
			if n.Parent != nil {
				n.Parent.RemoveChild(n)
			}
			parts = append(parts, n)
		}
		for element.FirstChild != nil {
			element.RemoveChild(element.FirstChild)
		}
		for _, n := range parts {
			element.AppendChild(n)
		}
	}
}

// fill puts the groups of a figure that stay as they are in the places of those that stand for them.
func fill(figure, old *html.Node) {
	groups := func(n *html.Node) (all []*html.Node) {
		for n := range n.Descendants() {
			if n.Data == "g" {
				all = append(all, n)
			}
		}
		return all
	}
	was := groups(old)
	for i, g := range groups(figure) {
		if slices.ContainsFunc(g.Attr, func(a html.Attribute) bool { return a.Key == "data-same" }) {
			was[i].Parent.RemoveChild(was[i])
			g.Parent.InsertBefore(was[i], g)
			g.Parent.RemoveChild(g)
		}
	}
}

func identified(doc *html.Node, id string) *html.Node {
	for n := range doc.Descendants() {
		if attribute(n, "id") == id {
			return n
		}
	}
	return nil
}

func tagged(doc *html.Node, tag string) *html.Node {
	for n := range doc.Descendants() {
		if n.Data == tag {
			return n
		}
	}
	return nil
}

// content is the body of a page without the white space between elements.
func content(t *testing.T, doc *html.Node) string {
	t.Helper()
	var b strings.Builder
	for n := tagged(doc, "main").FirstChild; n != nil; n = n.NextSibling {
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), ">\n<", "><")), " ")
}

func firstDifference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, min(i, len(s))-60):min(i+200, len(s))] }
	return "got  …" + around(got) + "\nwant …" + around(want)
}
