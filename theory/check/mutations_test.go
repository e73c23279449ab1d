package check

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
)

// mutations break one claim of a theory each, in its files; false where the theory has nothing to break so.
var mutations = []struct {
	name string
	make func(m *mutant) bool
}{
	{"take the evidence of a claim away", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && l.Status.ClaimsSupport() && m.Counts(l.SupportedBy) })
		return l != nil && m.replace(l.Key("supported_by"), "[]")
	}},
	{"cite an empty reference in the place of evidence", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && m.Counts(l.SupportedBy) })
		return l != nil && m.replace(l.Key("supported_by"), `[""]`)
	}},
	{"empty the text of evidence", func(m *mutant) bool {
		e := oneOf(m, m.citedEvidence(), func(e *theory.Evidence) bool { return e.Text != "" })
		return e != nil && m.replace(e.Key("text"), `" "`)
	}},
	{"make the text of evidence one that nobody can see", func(m *mutant) bool {
		e := oneOf(m, m.citedEvidence(), func(e *theory.Evidence) bool { return e.Text != "" })
		return e != nil && m.replace(e.Key("text"), `"\u200b\u2060"`)
	}},
	{"empty a label", func(m *mutant) bool {
		n := oneOf(m, m.Nodes, (*theory.Node).Live)
		return n != nil && m.replace(n.Key("label"), `""`)
	}},
	{"give two nodes one label", func(m *mutant) bool {
		n := oneOf(m, m.Nodes, (*theory.Node).Live)
		if n == nil {
			return false
		}
		other := oneOf(m, m.Nodes, func(o *theory.Node) bool { return o != n && o.Live() && o.Kind == n.Kind })
		return other != nil && m.replace(n.Key("label"), taken(other.Key("label")))
	}},
	{"turn the support of a link against it", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && m.Counts(l.SupportedBy) })
		return l != nil && m.cite(&l.Element, l.ContradictedBy, l.SupportedBy)
	}},
	{"turn what speaks against a link into support", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && m.Counts(l.ContradictedBy) })
		return l != nil && m.cite(&l.Element, slices.Concat(l.SupportedBy, l.ContradictedBy), nil)
	}},
	{"turn the support of a node against it", func(m *mutant) bool {
		n := oneOf(m, m.Nodes, func(n *theory.Node) bool { return n.Live() && m.Counts(n.SupportedBy) })
		return n != nil && m.cite(&n.Element, n.ContradictedBy, n.SupportedBy)
	}},
	{"turn what speaks against a node into support", func(m *mutant) bool {
		n := oneOf(m, m.Nodes, func(n *theory.Node) bool { return n.Live() && m.Counts(n.ContradictedBy) })
		return n != nil && m.cite(&n.Element, slices.Concat(n.SupportedBy, n.ContradictedBy), nil)
	}},
	{"leave out what speaks against a claim", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && m.Counts(l.ContradictedBy) })
		return l != nil && m.replace(l.Key("contradicted_by"), "[]")
	}},
	{"raise a status", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && l.Status != theory.Supported })
		return l != nil && m.set(&l.Element, "status", `"supported"`)
	}},
	{"raise a status by evidence under another id", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool {
			return l.Live() && l.Status != theory.Supported && m.Counts(slices.Concat(l.SupportedBy, l.ContradictedBy))
		})
		if l == nil {
			return false
		}
		m.set(&l.Element, "status", `"supported"`)
		for _, ref := range slices.Concat(l.SupportedBy, l.ContradictedBy) {
			m.renamed = append(m.renamed, [2]string{ref.ID, ref.ID + "-again"})
		}
		return true
	}},
	{"give evidence an id that nothing cites", func(m *mutant) bool {
		e := oneOf(m, m.citedEvidence(), nil)
		return e != nil && m.replace(e.At, e.ID+"-again")
	}},
	{"cite the same words under another id and case", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && len(l.SupportedBy) > 0 && m.Counts(l.SupportedBy[:1]) })
		if l == nil {
			return false
		}
		e := m.Piece(l.SupportedBy[0].ID)
		again := taken(e.Whole())
		if other := m.otherCase(e); other != "" {
			again = strings.Replace(again, taken(e.Key(caseKey(e))), other, 1)
		}
		m.cite(&l.Element, append(slices.Clone(l.SupportedBy), theory.Ref{ID: e.ID + "-again"}), l.ContradictedBy)
		m.more = "\n[evidence." + strings.Replace(again, e.ID, e.ID+"-again", 1) + "\n"
		return true
	}},
	{"put an estimate outside its interval", func(m *mutant) bool {
		e := oneOf(m, m.Evidence, func(e *theory.Evidence) bool { return e.Estimate != nil && e.Interval != nil })
		return e != nil && m.replace(e.Key("estimate"), fmt.Sprint(e.Interval[m.IntN(2)]*1.5+0.1))
	}},
	{"turn round what a trial found", func(m *mutant) bool {
		e := oneOf(m, m.citedEvidence(), func(e *theory.Evidence) bool { return e.Finding != "" })
		if e == nil {
			return false
		}
		other := []theory.Result{theory.Improved, theory.Worsened, theory.NoDifference}
		other = slices.DeleteFunc(other, func(r theory.Result) bool { return r == e.Finding })
		return m.replace(e.Key("finding"), strconv.Quote(string(other[m.IntN(len(other))])))
	}},
	{"give evidence to another case", func(m *mutant) bool {
		e := oneOf(m, m.citedEvidence(), func(e *theory.Evidence) bool { return m.otherCase(e) != "" })
		return e != nil && m.replace(e.Key(caseKey(e)), m.otherCase(e))
	}},
	{"see a configuration at work where it was not", func(m *mutant) bool {
		c := oneOf(m, m.Configurations, func(c *theory.Configuration) bool { return c.Live() && len(c.NotActiveIn) > 0 })
		if c == nil {
			return false
		}
		m.set(&c.Element, "active_in", quotedList(slices.Concat(c.ActiveIn, c.NotActiveIn)))
		return m.replace(c.Key("not_active_in"), "[]")
	}},
	{"forget where a configuration was not at work", func(m *mutant) bool {
		c := oneOf(m, m.Configurations, func(c *theory.Configuration) bool { return c.Live() && len(c.NotActiveIn) > 0 })
		return c != nil && m.replace(c.Key("not_active_in"), "[]")
	}},
	{"see a configuration at work in another case", func(m *mutant) bool {
		c := oneOf(m, m.Configurations, func(c *theory.Configuration) bool { return c.Live() && len(c.ActiveIn) > 0 })
		if c == nil {
			return false
		}
		ref := c.ActiveIn[m.IntN(len(c.ActiveIn))]
		other := oneOf(m, m.Cases, func(other *theory.Case) bool {
			return !slices.ContainsFunc(slices.Concat(c.ActiveIn, c.NotActiveIn, c.PartlyActiveIn), func(ref theory.Ref) bool { return ref.ID == other.ID })
		})
		return other != nil && m.replace(ref.At, strconv.Quote(other.ID))
	}},
	{"turn an effect round", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() })
		if l == nil {
			return false
		}
		other := map[theory.Effect]string{theory.Promotes: `"inhibits"`, theory.Inhibits: `"promotes"`}
		return m.set(&l.Element, "effect", other[l.Effect])
	}},
	{"drop a link without a word", func(m *mutant) bool {
		l := oneOf(m, m.Links, func(l *theory.Link) bool { return l.Live() && len(m.Graph().Onto(l)) == 0 })
		return l != nil && m.remove(&l.Element)
	}},
	{"drop a node without a word", func(m *mutant) bool {
		n := oneOf(m, m.Nodes, (*theory.Node).Live)
		return n != nil && m.remove(&n.Element)
	}},
	{"drop a configuration without a word", func(m *mutant) bool {
		c := oneOf(m, m.Configurations, (*theory.Configuration).Live)
		return c != nil && m.remove(&c.Element)
	}},
	{"drop a node without a reason", func(m *mutant) bool {
		n := oneOf(m, m.Nodes, (*theory.Node).Live)
		return n != nil && m.set(&n.Element, "dropped", `""`)
	}},
	{"drop a link without a reason", func(m *mutant) bool {
		l := oneOf(m, m.Links, (*theory.Link).Live)
		return l != nil && m.set(&l.Element, "dropped", `" "`)
	}},
	{"revive what was dropped", func(m *mutant) bool {
		n := oneOf(m, m.Nodes, func(n *theory.Node) bool { return !n.Live() && n.At.File == m.Files[0] })
		return n != nil && m.unset(&n.Element, "dropped")
	}},
	{"take a source away", func(m *mutant) bool {
		s := oneOf(m, m.Sources, func(s *theory.Source) bool {
			return slices.ContainsFunc(m.Evidence, func(e *theory.Evidence) bool { return e.Source.ID == s.ID })
		})
		return s != nil && m.remove(&s.Element)
	}},
}

// mutant is a theory of which one claim is to be broken, and how.
type mutant struct {
	*theory.Theory
	*rand.Rand
	changes []change
	renamed [][2]string // ids of evidence, wherever they stand
	more    string      // at the end of its file
}

// change is what stands in the place of a part of a file.
type change struct {
	at    theory.Span
	with  string
	whole bool // from the start of its first line
}

func (m *mutant) replace(at theory.Span, text string) bool {
	m.changes = append(m.changes, change{at: at, with: text})
	return true
}

// set gives a key another value.
func (m *mutant) set(e *theory.Element, key, value string) bool {
	if e.Has(key) {
		return m.replace(e.Key(key), value)
	}
	first := e.Key(e.Given[0].Key.Name)
	return m.replace(first, fmt.Sprintf("%s\n%s = %s", taken(first), key, value))
}

// cite says what speaks for and against a claim.
func (m *mutant) cite(e *theory.Element, support, against []theory.Ref) bool {
	value := fmt.Sprintf("%s\ncontradicted_by = %s", quotedList(support), quotedList(against))
	if e.Has("contradicted_by") {
		m.set(e, "contradicted_by", quotedList(against))
		value = quotedList(support)
	}
	return m.set(e, "supported_by", value)
}

func (m *mutant) remove(e *theory.Element) bool {
	m.changes = append(m.changes, change{at: e.Whole(), whole: true})
	return true
}

func (m *mutant) unset(e *theory.Element, key string) bool {
	m.changes = append(m.changes, change{at: e.Key(key), whole: true})
	return true
}

// of are the files of the theory as the changes leave them.
func (m *mutant) of(files map[string]string) map[string]string {
	mutated := maps.Clone(files)
	slices.SortFunc(m.changes, func(a, b change) int { // the last first, so that places hold
		return cmp.Or(strings.Compare(a.at.File.Name, b.at.File.Name), b.at.Range().Line-a.at.Range().Line, b.at.Range().Col-a.at.Range().Col)
	})
	for _, c := range m.changes {
		mutated[c.at.File.Name] = with(mutated[c.at.File.Name], c)
	}
	for name, text := range mutated {
		if path.Dir(name) != "." {
			continue // what is revised
		}
		for _, ids := range m.renamed {
			text = strings.ReplaceAll(text, strconv.Quote(ids[0]), strconv.Quote(ids[1]))
			text = strings.ReplaceAll(text, "[evidence."+ids[0]+"]", "[evidence."+ids[1]+"]")
		}
		mutated[name] = text
	}
	mutated[m.Files[0].Name] += m.more
	return mutated
}

// citedEvidence is the evidence that a claim cites.
func (m *mutant) citedEvidence() []*theory.Evidence {
	cited := citedIn(m.Theory)
	return slices.DeleteFunc(slices.Clone(m.Evidence), func(e *theory.Evidence) bool { return !cited[e.ID].Known() })
}

// caseKey is the key under which evidence names its cases; "" where it names none.
func caseKey(e *theory.Evidence) string {
	for _, key := range []string{"case", "cases"} {
		if e.Has(key) {
			return key
		}
	}
	return ""
}

// otherCase is the value of that key with a case that the evidence does not name; "" where there is none.
func (m *mutant) otherCase(e *theory.Evidence) string {
	other := oneOf(m, m.Cases, func(c *theory.Case) bool {
		return !slices.ContainsFunc(e.Cases, func(ref theory.Ref) bool { return ref.ID == c.ID })
	})
	switch {
	case other == nil || len(e.Cases) == 0:
		return ""
	case e.Has("cases"):
		return "[" + strconv.Quote(other.ID) + "]"
	}
	return strconv.Quote(other.ID)
}

// oneOf picks one of some elements for which a condition holds; nil where there is none.
func oneOf[T any](m *mutant, all []*T, holds func(*T) bool) *T {
	var fit []*T
	for _, x := range all {
		if holds == nil || holds(x) {
			fit = append(fit, x)
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return fit[m.IntN(len(fit))]
}

func quotedList(refs []theory.Ref) string {
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = strconv.Quote(ref.ID)
	}
	return "[" + strings.Join(ids, ", ") + "]"
}

// taken is the text that a span covers.
func taken(at theory.Span) string {
	r, text := at.Range(), at.File.Text
	return text[offset(text, r.Line, r.Col):offset(text, r.EndLine, r.EndCol)]
}

// with is a text with a change.
func with(text string, c change) string {
	at := c.at.Range()
	if c.whole {
		at.Col = 1
	}
	start, end := offset(text, at.Line, at.Col), offset(text, at.EndLine, at.EndCol)
	return text[:start] + c.with + text[end:]
}

// offset is where a line and column are; columns count characters.
func offset(text string, line, col int) int {
	start := 0
	for ; line > 1; line-- {
		start += strings.IndexByte(text[start:], '\n') + 1
	}
	return start + firstCharacters(text[start:], col-1)
}
