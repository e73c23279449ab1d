package table

import (
	"cmp"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
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
		return append([]string{n.Label}, rt.differing(m.Change, n, n != m.New, "resource", "reasoning")...)
	}
	kind, old, new := sides(m, describe, (*theory.Node).Live)
	rt.row(capital(string(kind.Kind)), old, new, m.Change, rt.citations(m.Change, kind.SupportedBy, kind.ContradictedBy))
}

func (rt *revisionTable) configuration(m revision.Match[theory.Configuration]) {
	describe := func(c *theory.Configuration) []string {
		return append([]string{c.Title}, rt.differing(m.Change, c, c != m.New, "intervention", "context", "actor", "mechanism", "outcome")...)
	}
	kind, old, new := sides(m, describe, (*theory.Configuration).Live)
	name := "Configuration"
	if kind.Number > 0 {
		name += " " + wording.Decimal(float64(kind.Number))
	}
	rt.row(name, old, new, m.Change, nil)
}

func (rt *revisionTable) link(m revision.Match[theory.Link]) {
	describe := func(l *theory.Link) []string {
		return append([]string{wording.Link(l), wording.English.Word(string(l.Status))}, rt.differing(m.Change, l, l != m.New)...)
	}
	link, old, new := sides(m, describe, func(l *theory.Link) bool { return !l.Gone() })
	rt.row("Link", old, new, m.Change, rt.citations(m.Change, link.SupportedBy, link.ContradictedBy))
}

// toldElsewhere are the keys that a row tells without naming them: in its first lines, as its reason or as its evidence.
var toldElsewhere = []string{"label", "title", "from", "to", "effect", "status", "supported_by", "contradicted_by", "dropped"}

// differing says what an element says under each key that differs, prose last. Of an element that is new only some keys are
// told, and the because of the new version only where it is not the reason given.
func (rt *revisionTable) differing(c *revision.Change, of theory.Record, isOld bool, ofNew ...string) []string {
	t := rt.r.New
	if isOld {
		t = rt.r.Old
	}
	var lines, prose []string
	for _, f := range c.Fields {
		key, _, _ := strings.Cut(f.Name, ".")
		told := slices.Contains(toldElsewhere, key) || c.Verb == revision.Added && !slices.Contains(ofNew, key) ||
			!isOld && key == "because" && f.New == c.Reason
		text := ""
		switch {
		case told:
		case f.Key == nil:
			text = string(of.(*theory.Node).Kind)
		case f.Name != key: // a part of what it says
			value := f.New
			if isOld {
				value = f.Old
			}
			text, _ = value.(string)
		default:
			if text = said(t, f.Key, of); text == "" && f.Key.Type == theory.Flag {
				text = "no"
			}
		}
		line := keyHeading(f.Name) + ": " + text
		switch {
		case text == "":
		case key == "description" || key == "because":
			prose = append(prose, line)
		default:
			lines = append(lines, line)
		}
	}
	return append(lines, prose...)
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
	text := cmp.Or(wording.English.Effect(e), wording.Says(e), id)
	if cases := wording.English.Cases(t, e.Cases, mostCases); len(cases) > 0 {
		text += " (" + strings.Join(cases, ", ") + ")"
	}
	return oneLine(text)
}
