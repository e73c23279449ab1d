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
// of an audit trail (Gilmore et al. 2019). Links that went or came with an end are counted in the end's row. Evidence that is
// new, or that is gone, is told by the claims that cite it.
func Revision(r *revision.Revision) (*Table, error) {
	words := wording.Of(r.New)
	before, after := words.Say("Before"), words.Say("After")
	if !r.Ordered {
		before, after = r.Sides(words)
	}
	rt := &revisionTable{r: r, words: words, companions: r.Companions(), out: &Table{
		words:    words,
		Title:    title("Revision", r.New),
		Language: r.New.Language,
		Columns:  []string{words.Say("Element"), versionName(r.Old, before), versionName(r.New, after), words.Say("Change"), words.Say("Reason"), words.Say("Evidence")},
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
		if m.Change != nil && !rt.companions.Has(m.Change) {
			rt.link(m)
		}
	}
	for _, m := range r.Evidence {
		if m.Change != nil && m.Change.Verb == revision.Changed {
			rt.evidence(m)
		}
	}
	return rt.out, rt.err
}

// versionName names the column of a version; the other name is for one that has none.
func versionName(t *theory.Theory, otherwise string) string {
	return oneLine(cmp.Or(wording.Of(t).VersionHead(t.Version), otherwise))
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	first := []rune(text)[:1]
	return strings.ToUpper(string(first)) + text[len(string(first)):]
}

type revisionTable struct {
	r          *revision.Revision
	words      *wording.Language
	companions revision.Companions
	out        *Table
	err        error // the first of adding rows
}

// row adds a row; what a cell of a version that does not have the element would hold is left out.
func (rt *revisionTable) row(element string, old, new, happened []string, reason string, evidence []string) {
	if rt.err == nil {
		rt.err = rt.out.add([]Cell{cell(element), cell(old...), cell(new...), cell(happened...), cell(reason), cell(evidence...)})
	}
}

// statusKinds are the kinds of changes that say what became of a status.
var statusKinds = []revision.Kind{revision.NowSupported, revision.NowMixed, revision.WasRaised, revision.WasLowered}

// happened words a change of an element.
func (rt *revisionTable) happened(c *revision.Change) []string {
	kind := c.Kind()
	words := []string{rt.r.Words(rt.words, kind)}
	switch status := c.Status(); {
	case !rt.r.Ordered || slices.Contains(statusKinds, kind): // the words say it
	case c.BecameMixed():
		words = append(words, rt.words.Say("now mixed"))
	case status > 0:
		words = append(words, rt.words.Say("status raised"))
	case status < 0:
		words = append(words, rt.words.Say("status lowered"))
	}
	return words
}

// reason is that of a change. Of two versions side by side, what the first dropped has the reason that it gives.
func (rt *revisionTable) reason(c *revision.Change) string {
	if f := c.Field("dropped"); f != nil && c.Verb == revision.Restored && !rt.r.Ordered {
		before, _ := f.Old.(string)
		return cmp.Or(c.Reason, before)
	}
	return c.Reason
}

func (rt *revisionTable) node(m revision.Match[theory.Node]) {
	describe := func(n *theory.Node) []string {
		return append([]string{n.Label}, rt.differing(m.Change, n, n != m.New, "resource", "reasoning")...)
	}
	kind, old, new := sides(m, describe, (*theory.Node).Live)
	happened := append(rt.happened(m.Change), rt.companions.Words(rt.words, m)...)
	rt.row(capital(rt.words.Word(string(kind.Kind))), old, new, happened, rt.reason(m.Change), rt.citations(m.Change, kind.SupportedBy, kind.ContradictedBy))
}

func (rt *revisionTable) configuration(m revision.Match[theory.Configuration]) {
	describe := func(c *theory.Configuration) []string {
		return append([]string{c.Title}, rt.differing(m.Change, c, c != m.New, "intervention", "context", "actor", "mechanism", "outcome", "because")...)
	}
	kind, old, new := sides(m, describe, (*theory.Configuration).Live)
	name := rt.words.Say("Configuration")
	if kind.Number > 0 {
		name += " " + wording.Decimal(float64(kind.Number))
	}
	rt.row(name, old, new, rt.happened(m.Change), rt.reason(m.Change), nil)
}

func (rt *revisionTable) link(m revision.Match[theory.Link]) {
	describe := func(l *theory.Link) []string {
		return append([]string{wording.Link(l), rt.words.Word(string(l.Status))}, rt.differing(m.Change, l, l != m.New, "necessary", "configuration", "because")...)
	}
	link, old, new := sides(m, describe, func(l *theory.Link) bool { return !l.Gone() })
	rt.row(rt.words.Say("Link"), old, new, rt.happened(m.Change), rt.reason(m.Change), rt.citations(m.Change, link.SupportedBy, link.ContradictedBy))
}

// evidence tells what a piece of evidence said, and says now.
func (rt *revisionTable) evidence(m revision.Match[theory.Evidence]) {
	describe := func(e *theory.Evidence) []string {
		return append([]string{cmp.Or(wording.Says(e), rt.words.Effect(e), e.ID)}, rt.differing(m.Change, e, e != m.New)...)
	}
	e, old, new := sides(m, describe, func(*theory.Evidence) bool { return true })
	happened := rt.r.Words(rt.words, m.Change.Kind())
	if m.Change.Field("text") != nil && rt.r.Ordered {
		happened = rt.words.Say("reworded")
	}
	rt.row(capital(rt.words.Word(string(e.Type))), old, new, []string{happened}, "", nil)
}

// toldElsewhere are the keys that a row tells without naming them: in its first lines, as its reason or as its evidence.
var toldElsewhere = []string{"label", "title", "text", "from", "to", "effect", "status", "supported_by", "contradicted_by", "dropped"}

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
			!isOld && (key == "because" || key == "reading") && f.New == c.Reason
		text := ""
		switch {
		case told, f.Key == nil && (f.Old == nil || f.New == nil):
		case f.Key == nil:
			text = rt.words.Word(string(of.(*theory.Node).Kind))
		case f.Name != key: // a part of what it says
			value := f.New
			if isOld {
				value = f.Old
			}
			text, _ = value.(string)
		default:
			if text = said(t, f.Key, of); text == "" && f.Key.Type == theory.Flag {
				text = rt.words.Say("no")
			}
		}
		line := capital(rt.words.Field(f.Name)) + ": " + text
		switch {
		case text == "":
		case key == "description" || key == "because" || key == "reading":
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
			lines = append(lines, rt.words.Say(stance.name)+": "+rt.piece(id))
		}
		for _, id := range lost {
			lines = append(lines, rt.noLonger(stance.name)+": "+rt.piece(id))
		}
	}
	return lines
}

// noLonger words that evidence is cited by the old version alone.
func (rt *revisionTable) noLonger(stance string) string {
	if rt.r.Ordered {
		if stance == "For" {
			return rt.words.Say("No longer for")
		}
		return rt.words.Say("No longer against")
	}
	old, _ := rt.r.Sides(rt.words)
	return rt.words.Say("{1}, in {2} alone", rt.words.Say(stance), old)
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
	text := cmp.Or(rt.words.Effect(e), wording.Says(e), id)
	if cases := rt.words.Cases(t, e.Cases, mostCases); len(cases) > 0 {
		text += " (" + strings.Join(cases, ", ") + ")"
	}
	return oneLine(text)
}
