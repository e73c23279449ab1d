package coding_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/exchange/coding"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/refi"
	"icamo/theory/quotation"
	"icamo/theory/theorytest"
)

// tree makes codes of paths such as "Contexts/C: Rules agreed".
func tree(p *refi.Project, paths ...string) map[string]*refi.Code {
	codes := make(map[string]*refi.Code)
	for _, path := range paths {
		var parent *refi.Code
		for i, name := range strings.Split(path, "/") {
			at := strings.Join(strings.Split(path, "/")[:i+1], "/")
			if codes[at] == nil {
				codes[at] = &refi.Code{GUID: at, Name: name, Parent: parent}
				if parent == nil {
					p.Codes = append(p.Codes, codes[at])
				} else {
					parent.Children = append(parent.Children, codes[at])
				}
			}
			parent = codes[at]
		}
	}
	return codes
}

// TestKinds holds what codes are taken for, by their names and those above them.
func TestKinds(t *testing.T) {
	p := &refi.Project{}
	codes := tree(p, "Contexts/Rules agreed", "Contexts/Group/Trust", "M/Being missed", "O::Hope", "A - Residents", "C: Alone", "Mechanism.Safe", "Good quotes",
		"CMO 3: Missed, so they come/C: Alone", "ICAMO12 - Title/Free", "CMO configurations/Something", "Outcomes (O)/Going out", "Config", "In a set")
	p.Sets = []*refi.Set{{Name: "Interventions", Codes: []*refi.Code{codes["In a set"]}}}
	var got []string
	for _, row := range coding.Listed(p, nil) {
		if row.What == "code" {
			got = append(got, row.Name+" = "+row.Is)
		}
	}
	want := []string{
		"Contexts = leave", "Contexts/Rules agreed = context", "Contexts/Group = leave", "Contexts/Group/Trust = context", "M = leave", "M/Being missed = mechanism",
		"O::Hope = outcome", "A - Residents = actor", "C: Alone = context", "Mechanism.Safe = mechanism", "Good quotes = ",
		"CMO 3: Missed, so they come = configuration", "CMO 3: Missed, so they come/C: Alone = context", "ICAMO12 - Title = configuration", "ICAMO12 - Title/Free = ",
		"CMO configurations = leave", "CMO configurations/Something = ", "Outcomes (O) = leave", "Outcomes (O)/Going out = outcome", "Config = ", "In a set = intervention",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFortyCodes holds that a project of forty codes in three levels, with a link between each two neighbours, becomes a theory in
// which nothing is wrong, with all its quotes, each of which its source's text holds.
func TestFortyCodes(t *testing.T) {
	p := &refi.Project{Name: "Walks"}
	var paths []string
	for _, kind := range []string{"Contexts", "Mechanisms", "Outcomes"} {
		for group := range 4 {
			for code := range 3 {
				paths = append(paths, fmt.Sprintf("%s/Group %d/What was said of %s, %d", kind, group, kind, 10*group+code))
			}
		}
	}
	codes := tree(p, append(paths, "CMO 1: First/C: Alone", "CMO 1: First/M: Missed", "CMO 1: First/O: Out")...)
	if n := len(refi.All(p.Codes)); n < 40 {
		t.Fatalf("there are %d codes", n)
	}
	for i := range 60 {
		if i%20 == 0 {
			p.Sources = append(p.Sources, &refi.Source{GUID: fmt.Sprint(i), Name: fmt.Sprintf("Interview %d.docx", i/20+1)})
			p.Cases = append(p.Cases, &refi.Case{Name: fmt.Sprintf("Person %d", i/20+1)})
		}
		s := p.Sources[i/20]
		text := fmt.Sprintf("What I say in sentence %d\nis my own.", i)
		s.Text += text + "\n"
		code := codes[paths[i%len(paths)]]
		code.Passages++
		p.Passages = append(p.Passages, &refi.Passage{Source: s, Text: text, Locator: "paragraph 1", Codes: []*refi.Code{code}, Cases: []*refi.Case{p.Cases[i/20]}})
	}
	for i := range paths[1:] {
		p.Links = append(p.Links, &refi.Link{Name: "is cause of", Directed: true, From: codes[paths[i]], To: codes[paths[i+1]]},
			&refi.Link{Name: "is associated with", From: codes[paths[i]], To: codes[paths[i+1]]})
	}
	d := draft.New("walks", "Walks")
	texts := coding.Import(d, "walks.qdpx", p, nil, true)
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	th := theorytest.Faultless(t, out.String())
	if len(th.Nodes) != len(paths)+3 || len(th.Links) != len(paths)-1+2 || len(th.Evidence) != 60 || len(th.Configurations) != 1 {
		t.Errorf("there are %d nodes, %d links, %d pieces of evidence, %d configurations", len(th.Nodes), len(th.Links), len(th.Evidence), len(th.Configurations))
	}
	for _, e := range th.Evidence {
		if _, found := quotation.NewIndex(texts[e.Source.ID]).Find(e.Text); !found {
			t.Errorf("the text of %s does not hold %q", e.Source.ID, e.Text)
		}
	}
	for _, l := range th.Links {
		if l.Status != "hypothesised" {
			t.Errorf("%s is %s", l.ID, l.Status)
		}
	}
	said := slices.ContainsFunc(d.Left, func(l draft.Left) bool { return strings.HasPrefix(l.Says, `relations "is associated with"`) })
	if len(d.Left) != 1 || !said {
		t.Errorf("left: %v", d.Left)
	}
}
