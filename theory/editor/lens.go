package editor

import (
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
	"icamo/theory/wording"
)

// Lens is a line that an editor shows above a link: what stands behind it.
type Lens struct {
	At    toml.Extent
	Title string
}

// Lenses say of each live link in a file which cases stand behind it.
func (w *Workspace) Lenses(file string) []Lens {
	q := w.at(file, 0)
	if q == nil {
		return nil
	}
	t := q.theory()
	if t == nil {
		return nil
	}
	path := q.project.path(q.name)
	var lenses []Lens
	for _, l := range t.Links {
		if l.At.File.Name == path && l.Live() {
			lenses = append(lenses, Lens{q.project.locate(l.At).At, behind(t, l)})
		}
	}
	return lenses
}

// behind words what stands behind a link: the cases of the evidence that counts, for it and against it.
func behind(t *theory.Theory, l *theory.Link) string {
	var parts []string
	for _, side := range []struct {
		word string
		refs []theory.Ref
	}{{"for", l.SupportedBy}, {"against", l.ContradictedBy}} {
		if pieces := t.Counting(side.refs); len(pieces) > 0 {
			parts = append(parts, side.word+": "+casesBehind(t, pieces))
		}
	}
	if len(parts) == 0 {
		return "no evidence behind it"
	}
	return strings.Join(parts, "; ")
}

func casesBehind(t *theory.Theory, pieces []*theory.Evidence) string {
	const few = 4
	var cases []theory.Ref
	nameless := 0
	for _, e := range pieces {
		if len(e.Cases) == 0 {
			nameless++
		}
		for _, ref := range e.Cases {
			if !slices.ContainsFunc(cases, func(c theory.Ref) bool { return c.ID == ref.ID }) {
				cases = append(cases, ref)
			}
		}
	}
	var parts []string
	if len(cases) > 0 {
		parts = append(parts, fmt.Sprintf("%s (%s)", wording.English.Counted(len(cases), "case"), strings.Join(wording.English.Cases(t, cases, few), ", ")))
	}
	if nameless > 0 {
		parts = append(parts, wording.English.Counted(nameless, "piece of evidence")+" of no named case")
	}
	return wording.English.List(parts)
}
