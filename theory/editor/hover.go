package editor

import (
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/toml"
	"icamo/theory/wording"
)

// Hover is what there is to know of what stands at a place.
type Hover struct {
	Title string
	Lines []string
	At    toml.Extent
}

// Hover says what a table or key means, what a rule finds and why, and what an id names, with what is known of it.
func (w *Workspace) Hover(file string, offset int) (Hover, bool) {
	q := w.at(file, offset)
	if q == nil || q.word == "" {
		return Hover{}, false
	}
	h := Hover{At: q.place.at}
	switch {
	case q.part == inHeader && q.nth == 0 && q.table != nil:
		h.Title, h.Lines = q.table.Name, []string{q.table.Doc}
		if l, isLink := q.element().(*theory.Link); isLink {
			return h.element(l, q.theory()), true
		}
		return h, true
	case q.part == inKey && q.key != nil:
		return h.key(q.key), true
	case q.part == inEntry:
		return h.rule(q.word)
	case q.part == inHeader || q.part == inValue:
		if r := q.element(); r != nil {
			t := q.theory()
			if q.key != nil && q.key.Name == "was" {
				t = t.Earlier
			}
			_, _, h.At = q.cited()
			return h.element(r, t), true
		}
		if q.key != nil && q.key.Target == "" {
			return h.key(q.key), true
		}
	}
	return Hover{}, false
}

func (h Hover) key(k *theory.Key) Hover {
	h.Title = k.Name + ": " + k.Takes()
	h.Lines = []string{k.Doc}
	if len(k.Words) > 0 {
		line := "One of " + wording.English.Either(k.Words)
		if k.Default != "" {
			line += "; " + k.Default + " where none is given"
		}
		h.Lines = append(h.Lines, line+".")
	}
	if k.Required {
		h.Lines = append(h.Lines, "It must be there.")
	}
	return h
}

func (h Hover) rule(code string) (Hover, bool) {
	for i := range check.Rules {
		if r := &check.Rules[i]; r.Code == code {
			h.Title = fmt.Sprintf("%s %s (%s)", r.Code, r.Name, r.Severity)
			h.Lines = []string{r.Doc, "Why: " + r.Why, "What to do: " + r.Remedy}
			if r.Source != "" {
				h.Lines = append(h.Lines, "Source: "+r.Source)
			}
			return h, true
		}
	}
	return h, false
}

// mostNamed are the ids that a line names.
const mostNamed = 8

// element says what an element's table says, key by key, and of a node its links with their statuses.
func (h Hover) element(r theory.Record, t *theory.Theory) Hover {
	h.Title = fmt.Sprintf("%s (%s %s)", theory.Name(r), kindOf(r), r.Base().ID)
	if l, isLink := r.(*theory.Link); isLink {
		h.Title = fmt.Sprintf("%s (link)", l.Step())
	}
	table := r.Table()
	for i := range table.Keys {
		key := &table.Keys[i]
		if key.Name == "label" || key.Name == "title" || key.Name == "from" || key.Name == "to" || key.Within != "" {
			continue
		}
		if said := said(t, key, r); said != "" {
			h.Lines = append(h.Lines, wording.Key(key.Name)+": "+said)
		}
	}
	if n, isNode := r.(*theory.Node); isNode {
		h.Lines = append(h.Lines, linksOf(t, n)...)
	}
	return h
}

// said is what an element says under a key, in a line; ids are followed by what they name.
func said(t *theory.Theory, key *theory.Key, r theory.Record) string {
	var refs []theory.Ref
	switch said := key.Says(r).(type) {
	case nil, []theory.Acceptance, []theory.Attribute:
		return ""
	case string:
		return said
	case []string:
		return wording.English.FirstOf(said, mostNamed)
	case theory.Ref:
		refs = []theory.Ref{said}
	case []theory.Ref:
		refs = said
	default:
		return fmt.Sprint(said)
	}
	var names []string
	for _, ref := range refs {
		names = append(names, nameOf(t, key, ref))
	}
	return wording.English.FirstOf(names, mostNamed)
}

func nameOf(t *theory.Theory, key *theory.Key, ref theory.Ref) string {
	named := t.Find(key.Target, ref.ID)
	if named == nil {
		return ref.ID
	}
	if e, isEvidence := named.(*theory.Evidence); isEvidence {
		return pieceOf(t, e)
	}
	return theory.Name(named)
}

// pieceOf is a piece of evidence with the cases that it names.
func pieceOf(t *theory.Theory, e *theory.Evidence) string {
	if len(e.Cases) == 0 {
		return e.ID
	}
	return e.ID + " (" + strings.Join(wording.English.Cases(t, e.Cases, mostNamed), ", ") + ")"
}

// linksOf are the first links of a node, each in a line with its status.
func linksOf(t *theory.Theory, n *theory.Node) []string {
	var lines []string
	more := 0
	for _, l := range t.Links {
		switch {
		case l.Source != n && l.Target != n:
		case len(lines) == mostNamed:
			more++
		default:
			status := wording.English.Word(string(l.Status))
			if !l.Live() {
				status = "dropped"
			}
			lines = append(lines, l.Step()+": "+status)
		}
	}
	if more > 0 {
		lines = append(lines, wording.English.More(more)+" links")
	}
	return lines
}
