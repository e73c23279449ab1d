package table

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
)

// Statements lists each live configuration as a sentence: if … in …, then … for …, because …
func Statements(t *theory.Theory) (*Table, error) {
	out := &Table{
		Title:    title("If-then-because statements", t),
		Language: t.Language,
		Columns:  []string{"No.", "Configuration", "Statement"},
	}
	w := NewWording(t)
	for _, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		err := out.add([]Cell{whole(c.Number), cell(c.Title), cell(w.Statement(c))})
		if err = cmp.Or(err, w.excess()); err != nil {
			return nil, err
		}
	}
	return out.sparse("Configuration", "Statement"), nil
}

// Wording turns the labels of one theory into parts of sentences.
type Wording struct {
	t        *theory.Theory
	english  bool
	names    map[string]bool         // words that keep their capital within a sentence
	blocks   map[*theory.Node]bool   // contexts of whose links none promotes, as far as they were looked at
	phraseOf map[*theory.Node]phrase // as far as they were asked for
	nounOf   map[*theory.Node]phrase // likewise
	links    int                     // in the parts that were looked at
}

// mostLinks is how many links the configurations of a table may hold among their members, counted in each.
const mostLinks = 5_000_000

// part is what a configuration spans.
func (w *Wording) part(c *theory.Configuration) *theory.Graph {
	part := w.t.Part(c)
	w.links += len(part.Links)
	return part
}

// excess says that the configurations hold too many links.
func (w *Wording) excess() error {
	if w.links <= mostLinks {
		return nil
	}
	return fmt.Errorf("the configurations hold more than %d million links among their members in all, more than a table can be made of; split the theory, or its largest configurations", mostLinks/1_000_000)
}

// NewWording reads a theory for the names in it.
func NewWording(t *theory.Theory) *Wording {
	language, _, _ := strings.Cut(strings.ToLower(t.Language), "-")
	w := &Wording{
		t: t, english: language == "" || language == "en",
		blocks: make(map[*theory.Node]bool), phraseOf: make(map[*theory.Node]phrase), nounOf: make(map[*theory.Node]phrase),
	}
	if w.english {
		w.names = properNames(t)
	}
	return w
}

// Statement words a configuration as a sentence: "If … in …, then … for …, because …, unless …". It is built from the
// labels of the members that are not dropped; what inhibits stands under "unless". A role that nobody fills is left out,
// but for outcome and mechanism, without which there is no claim: they show as gaps in brackets.
func (w *Wording) Statement(c *theory.Configuration) string {
	part := w.part(c)
	enabling, blocking := w.contexts(c, part)
	reduced := reducedMembers(c, part, enabling)
	offered, in := w.phrases(c.In(theory.Intervention)), w.phrases(enabling)
	through := w.through(c)
	because, against := w.reason(c, part, reduced)
	unless := append(w.phrases(blocking), against...)
	again(offered, in, unless)

	var s strings.Builder
	s.WriteString("If ")
	if len(offered) > 0 {
		s.WriteString(offer(offered))
		if len(through) > 0 {
			s.WriteString(", through " + list(texts(through), "and"))
		}
		if len(in) > 0 {
			s.WriteString(", in " + circumstances(in))
		}
	} else {
		s.WriteString(given(in, through))
	}
	then := w.consequence(c, reduced)
	if strings.HasPrefix(then, "for ") {
		then = ", " + then
	} else {
		then = " " + then
	}
	s.WriteString(", then" + then + ", " + because)
	if len(unless) > 0 {
		s.WriteString(", unless " + obstacles(unless))
	}
	s.WriteString(".")
	return s.String()
}

// given is the if-part of a configuration without an intervention: its circumstances are the condition.
func given(in, through []phrase) string {
	var parts []string
	for _, p := range in {
		parts = append(parts, p.asClause())
	}
	if len(through) > 0 {
		parts = append(parts, list(texts(through), "and")+" take part")
	}
	if len(parts) == 0 {
		return "[no intervention or context given]"
	}
	return list(parts, "and")
}

// offer words interventions after "if".
func offer(offered []phrase) string {
	nominal, clausal := split(offered)
	var parts []string
	if len(nominal) > 0 {
		parts = append(parts, "the programme offers "+list(texts(nominal), "and"))
	}
	return list(append(parts, texts(clausal)...), "and")
}

// circumstances words contexts after "in": nouns first, then clauses.
func circumstances(in []phrase) string {
	nominal, clausal := split(in)
	text := "a context"
	if len(nominal) > 0 {
		text += " of " + list(texts(nominal), "and")
	}
	if len(clausal) > 0 {
		if len(nominal) > 0 {
			text += ","
		}
		text += " where " + list(texts(clausal), "and")
	}
	return text
}

// obstacles words what blocks, after "unless". Clauses come first, lest they seem to be what something is blocked by.
func obstacles(unless []phrase) string {
	nominal, clausal := split(unless)
	parts := texts(clausal)
	if len(nominal) > 0 {
		parts = append(parts, "this is blocked by "+list(texts(nominal), "or"))
	}
	return list(parts, "or")
}

// consequence is the then-part: for each group of people, what is brought about for them and what is reduced.
func (w *Wording) consequence(c *theory.Configuration, reduced map[*theory.Node]bool) string {
	actors := w.people(c.In(theory.Actor))
	var groups []*upshot
	of := make(map[string]*upshot)
	for _, m := range c.In(theory.Outcome) {
		if m.Node == nil || !m.Node.Live() {
			continue
		}
		whom := w.whom(m.Node, actors)
		group := of[whom]
		if group == nil {
			group = &upshot{whom: whom}
			of[whom] = group
			groups = append(groups, group)
		}
		switch p := w.phrase(m.Node); {
		case reduced[m.Node]:
			group.less = append(group.less, w.noun(m.Node))
		case p.clause:
			group.clauses = append(group.clauses, p)
		default:
			group.more = append(group.more, p)
		}
	}
	if len(groups) == 0 {
		return "[no outcome given]"
	}
	parts := make([]string, len(groups))
	for i, g := range groups {
		parts[i] = g.String()
	}
	return strings.Join(parts, ", and ")
}

// upshot is what comes about for some people.
type upshot struct {
	whom                string // "" where the labels say it, or nobody does
	more, less, clauses []phrase
}

func (r *upshot) String() string {
	before, after := "", ""
	if r.whom != "" {
		after = " for " + r.whom
		all := slices.Concat(r.more, r.less, r.clauses)
		if slices.ContainsFunc(all, func(p phrase) bool { return strings.Contains(p.text, " for ") }) {
			before, after = "for "+r.whom+", ", "" // a label with "for" would draw the people to itself
		}
	}
	var parts []string
	if len(r.more) > 0 {
		parts = append(parts, "this brings about "+list(texts(r.more), "and"))
	}
	if len(r.less) > 0 {
		parts = append(parts, "this reduces "+list(texts(r.less), "and"))
	}
	return before + list(append(parts, texts(r.clauses)...), "and") + after
}

// people are some actors by their names, and all of them in words.
type people struct {
	names []string
	text  string
}

func (w *Wording) people(actors []theory.Member) people {
	var p people
	for _, m := range actors {
		if m.Node != nil && m.Node.Live() {
			p.names = append(p.names, w.noun(m.Node).text)
		}
	}
	p.text = list(p.names, "and")
	return p
}

// whom says for whom an outcome is: those it names, or else the configuration's actors; "" where its label names them
// all ("child's wellbeing").
func (w *Wording) whom(outcome *theory.Node, actors people) string {
	var named []theory.Member
	for _, ref := range outcome.Beneficiary {
		if n := w.t.Node(ref.ID); n != nil {
			named = append(named, theory.Member{Node: n})
		}
	}
	whom := actors
	if len(named) > 0 {
		whom = w.people(named)
	}
	for _, name := range whom.names {
		if !namedIn(name, outcome.Label) {
			return whom.text
		}
	}
	return ""
}

// reason is the because-part: the evaluator's own words, or the mechanisms. A mechanism that the configuration makes less
// of is a reason for that; one that works against the outcomes is no reason, and comes back apart.
func (w *Wording) reason(c *theory.Configuration, part *theory.Graph, reduced map[*theory.Node]bool) (because string, against []phrase) {
	var reasons, less []phrase
	for _, m := range c.In(theory.Mechanism) {
		if m.Node == nil || !m.Node.Live() {
			continue
		}
		opposed := len(part.Out(m.Node)) > 0
		for _, l := range part.Out(m.Node) {
			opposed = opposed && !promotes(l) && !reduced[l.Target]
		}
		switch p := w.phrase(m.Node); {
		case reduced[m.Node]:
			less = append(less, p)
		case opposed:
			against = append(against, p)
		default:
			reasons = append(reasons, p)
		}
	}
	if c.Because != "" {
		text := strings.TrimRight(w.lower(oneLine(c.Because)), ". ")
		return "because " + strings.TrimPrefix(text, "because "), against
	}
	nominal, clausal := split(reasons)
	var parts []string
	if len(nominal) > 0 {
		parts = append(parts, "because of "+list(texts(nominal), "and"))
	}
	if len(clausal) > 0 {
		parts = append(parts, "because "+list(texts(clausal), "and"))
	}
	if len(less) > 0 {
		parts = append(parts, "because this reduces "+list(texts(less), "and"))
	}
	if len(parts) == 0 {
		return "because [no mechanism given]", against
	}
	return list(parts, "and"), against
}

// through names the actors through whom a configuration works: those for whom none of its outcomes is. Where no outcome
// says for whom it is, it is for the actors.
func (w *Wording) through(c *theory.Configuration) []phrase {
	benefits := make(map[string]bool)
	for _, m := range c.In(theory.Outcome) {
		if m.Node != nil && m.Node.Live() {
			for _, ref := range m.Node.Beneficiary {
				benefits[ref.ID] = true
			}
		}
	}
	var through []phrase
	for _, m := range c.In(theory.Actor) {
		if m.Node != nil && m.Node.Live() && len(benefits) > 0 && !benefits[m.ID] {
			through = append(through, w.noun(m.Node))
		}
	}
	return through
}

// reducedMembers are those that a configuration makes less of: every path from where it starts reaches them with an odd
// number of inhibiting links. What blocks is no start.
func reducedMembers(c *theory.Configuration, part *theory.Graph, enabling []theory.Member) map[*theory.Node]bool {
	var starts []*theory.Node
	for _, in := range [][]theory.Member{c.In(theory.Intervention), enabling, c.In(theory.Actor), c.In(theory.Mechanism)} {
		for _, m := range in {
			if m.Node != nil {
				starts = append(starts, m.Node)
			}
		}
		if len(starts) > 0 {
			break
		}
	}
	more, less := part.Effects(starts...)
	out := make(map[*theory.Node]bool)
	for _, m := range c.Members {
		out[m.Node] = less[m.Node] && !more[m.Node]
	}
	return out
}
