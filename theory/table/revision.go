package table

import (
	"cmp"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
)

// Revision is what changed from one version to another, element by element, with the reason and the evidence: the table
// of an audit trail (Gilmore et al. 2019). Links that went or came with an end are left to the end's row.
func Revision(r *revision.Revision) (*Table, error) {
	rt := &revisionTable{r: r, out: &Table{
		Title:    title("Revision", r.New),
		Language: r.New.Language,
		Columns:  []string{"Element", versionName(r.Old, "Before"), versionName(r.New, "After"), "Change", "Reason", "Evidence"},
	}}
	for _, m := range r.Nodes {
		if m.Change != nil {
			rt.node(m)
		}
	}
	for _, m := range r.Configurations {
		if m.Change != nil {
			rt.configuration(m)
		}
	}
	for _, m := range r.Links {
		if m.Change != nil && m.Change.With == "" {
			rt.link(m)
		}
	}
	return rt.out, rt.err
}

// versionName names the column of a version; the other name is for one that has none.
func versionName(t *theory.Theory, otherwise string) string {
	return oneLine(cmp.Or(capital(t.Version), otherwise))
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	first := []rune(text)[:1]
	return strings.ToUpper(string(first)) + text[len(string(first)):]
}

type revisionTable struct {
	r   *revision.Revision
	out *Table
	err error // the first of adding rows
}

// row adds a row; what a cell of a version that does not have the element would hold is left out.
func (rt *revisionTable) row(element string, old, new []string, c *revision.Change, evidence []string) {
	if rt.err == nil {
		rt.err = rt.out.add([]Cell{cell(element), cell(old...), cell(new...), cell(happened(c)...), cell(c.Reason), cell(evidence...)})
	}
}

// happened words a change.
func happened(c *revision.Change) []string {
	words := []string{string(c.Verb)}
	switch {
	case c.Verb == revision.Changed:
		words[0] = "refined"
	case c.Verb == revision.Removed:
		words[0] = "removed, no reason given"
	}
	switch c.Status() {
	case 1:
		words = append(words, "status raised")
	case -1:
		words = append(words, "status lowered")
	}
	return words
}

func (rt *revisionTable) node(m revision.Match[theory.Node]) {
	describe := func(n *theory.Node) []string {
		lines := []string{n.Label}
		for _, part := range []struct{ name, key, text string }{{"Resource", "resource", n.Resource}, {"Reasoning", "reasoning", n.Reasoning}} {
			if part.text != "" && (m.Change.Verb == revision.Added || m.Change.Field(part.key) != nil) {
				lines = append(lines, part.name+": "+part.text)
			}
		}
		for _, key := range []string{"horizon", "valence", "description"} {
			f := m.Change.Field(key)
			if f == nil || m.Change.Verb == revision.Added {
				continue
			}
			value := f.Old
			if n == m.New {
				value = f.New
			}
			if text, ok := value.(string); ok {
				lines = append(lines, capital(key)+": "+text)
			}
		}
		return lines
	}
	kind, old, new := sides(m, describe, (*theory.Node).Live)
	rt.row(capital(string(kind.Kind)), old, new, m.Change, rt.citations(m.Change, kind.SupportedBy, kind.ContradictedBy))
}

func (rt *revisionTable) configuration(m revision.Match[theory.Configuration]) {
	describe := func(c *theory.Configuration) []string {
		t := rt.r.New
		if c != m.New {
			t = rt.r.Old
		}
		lines := []string{c.Title}
		for _, role := range theory.Kinds {
			if m.Change.Field(string(role)) == nil {
				continue
			}
			if members := c.In(role); len(members) > 0 {
				lines = append(lines, capital(string(role))+": "+strings.Join(labelsOf(t, members), "; "))
			}
		}
		return lines
	}
	kind, old, new := sides(m, describe, (*theory.Configuration).Live)
	name := "Configuration"
	if kind.Number > 0 {
		name += " " + decimal(float64(kind.Number))
	}
	rt.row(name, old, new, m.Change, nil)
}

func labelsOf(t *theory.Theory, members []theory.Member) []string {
	labels := make([]string, len(members))
	for i, m := range members {
		labels[i] = m.ID
		if n := t.Node(m.ID); n != nil {
			labels[i] = n.Label
		}
	}
	return labels
}

func (rt *revisionTable) link(m revision.Match[theory.Link]) {
	describe := func(l *theory.Link) []string {
		return []string{Claim(l), strings.ReplaceAll(string(l.Status), "-", " ")}
	}
	link, old, new := sides(m, describe, (*theory.Link).Live)
	rt.row("Link", old, new, m.Change, rt.citations(m.Change, link.SupportedBy, link.ContradictedBy))
}

// sides describes an element in both versions, a dropped one only in the version that it was live in, and gives the one
// that stands for it: the new one, else the old.
func sides[T any](m revision.Match[T], describe func(*T) []string, live func(*T) bool) (kind *T, old, new []string) {
	for _, o := range m.Old {
		kind = o
		old = append(old, describe(o)...)
	}
	if m.New != nil {
		kind = m.New
		if live(m.New) || m.Change.Verb == revision.Added {
			new = describe(m.New)
		}
	}
	return kind, old, new
}

// citations words the evidence that a claim gained and lost; of what was dropped, all that it cites.
func (rt *revisionTable) citations(c *revision.Change, supporting, contradicting []theory.Ref) []string {
	var lines []string
	for _, stance := range []struct {
		key, name string
		all       []theory.Ref
	}{{"supported_by", "For", supporting}, {"contradicted_by", "Against", contradicting}} {
		var gained, lost []string
		switch f := c.Field(stance.key); {
		case c.Verb == revision.Dropped || c.Verb == revision.Removed:
			for _, ref := range stance.all {
				if !slices.Contains(gained, ref.ID) {
					gained = append(gained, ref.ID)
				}
			}
		case f != nil:
			gained, lost = f.Gained, f.Lost
		}
		for _, id := range gained {
			lines = append(lines, stance.name+": "+rt.piece(id))
		}
		for _, id := range lost {
			lines = append(lines, "No longer "+strings.ToLower(stance.name)+": "+rt.piece(id))
		}
	}
	return lines
}

// piece words a piece of evidence, with the cases that it speaks of, from the version that has it.
func (rt *revisionTable) piece(id string) string {
	t := rt.r.New
	e := t.Piece(id)
	if e == nil {
		t = rt.r.Old
		if e = t.Piece(id); e == nil {
			return id
		}
	}
	text := cmp.Or(Effect(e), e.Text, id)
	if e.Type == theory.Quote && e.Text != "" {
		text = "“" + e.Text + "”"
	}
	if cases := caseNames(t, e.Cases); len(cases.Lines) > 0 {
		text += " (" + strings.ReplaceAll(cases.String(), "\n", ", ") + ")"
	}
	return oneLine(text)
}
