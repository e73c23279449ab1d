package table

import (
	"cmp"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Statements lists each live configuration as a statement: if … in …, then … for …, because …
func Statements(t *theory.Theory) (*Table, error) {
	out := &Table{
		Title:    title("If-then-because statements", t),
		Language: t.Language,
		Columns:  []string{"No.", "Configuration", "Statement"},
	}
	spans := NewSpans(t)
	if shared := labels(t.Overarching); len(shared) > 0 {
		words := wording.Of(t).Statement()
		if err := out.add([]Cell{{}, cell(words.All), cell(words.Throughout + " " + strings.Join(shared, "; "))}); err != nil {
			return nil, err
		}
	}
	for _, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		err := out.add([]Cell{whole(t.NumberOf(c)), cell(configurationTitle(t, c)), cell(spans.Statement(c)...)})
		if err = cmp.Or(err, spans.excess()); err != nil {
			return nil, err
		}
	}
	return out.sparse("Configuration", "Statement").worded(wording.Of(t)), nil
}

// Statement says a configuration in parts, a line each, under words of the theory's language: "If: …", "In: …", "Then: …". Labels
// stand as they are: no sentence is made of them. The evaluator's own statement stands in place of what it says. Each outcome says how sure it is: the best status by which it can come about
// within the configuration. A role that nobody fills is left out, but for outcome and mechanism, without which there is no
// claim.
func (s *Spans) Statement(c *theory.Configuration) []string {
	st := &statement{c: c, part: s.part(c), words: wording.Of(s.t).Statement()}
	st.status = func(l *theory.Link) theory.Status { return s.t.StatusIn(c, l) }
	enabling, blocking := s.contexts(c, st.part)
	for _, m := range c.Overarching { // what helps everywhere is said once, what blocks here is said here
		if st.part.OnlyBlocks(m.Node) {
			blocking = append(blocking, m)
		}
	}
	blockers := liveNodes(blocking) // what blocks is said apart
	st.begin(s, blockers)
	without := slices.Concat(blockers, st.unled)
	st.best, st.declared = st.part.Best(st.status, st.starts, without...), nil
	if len(c.Cases) > 0 {
		st.declared = st.part.Best(func(l *theory.Link) theory.Status { return l.Status }, st.starts, without...)
	}
	beneficiaries, shared := s.beneficiaries(c)
	if c.Statement != "" {
		st.lines = append(st.lines, oneLine(c.Statement))
	} else {
		st.say(st.words.If, st.orNone(theory.Intervention, labels(c.In(theory.Intervention))))
		st.say(st.words.In, st.orNone(theory.Context, labels(enabling)))
		actors := through(c, beneficiaries)
		if len(c.In(theory.Actor)) == 0 {
			actors = st.orNone(theory.Actor, nil)
		}
		st.say(st.words.Through, actors)
	}
	st.follow()
	st.outcomes(s.t, shared)
	if shared {
		st.say(st.words.For, beneficiaries)
	}
	if c.Statement == "" {
		st.reasons()
	}
	st.say(st.words.Needed, st.needs())
	st.say(st.words.BlockedBy, st.blockers(blocking))
	st.beside(s)
	st.say(st.words.Refuted, st.refuted)
	st.say(st.words.Against, st.against(s.t))
	st.say(st.words.StudiedIn, studiedIn(s.t, c))
	if len(c.ActiveIn) == 0 && len(c.NotActiveIn) > 0 {
		st.say(st.words.NotSeen, wording.Of(s.t).Cases(s.t, c.NotActiveIn, mostSites))
	}
	st.say(st.words.NotReviewed, notReviewed(c))
	if c.Reading != "" {
		st.say(st.words.Reading, []string{oneLine(c.Reading)})
	}
	return st.lines
}

// mostSites is how many cases of a configuration are named.
const mostSites = 20

// studiedIn names the cases of which alone a configuration is claimed; none where it is not bound to any.
func studiedIn(t *theory.Theory, c *theory.Configuration) []string {
	return wording.Of(t).Cases(t, c.Cases, mostSites)
}

// notReviewed names the members that nobody has looked at.
func notReviewed(c *theory.Configuration) []string {
	var names []string
	for _, n := range liveNodes(c.Members) {
		if n.Unreviewed != "" {
			names = append(names, n.Label)
		}
	}
	return names
}

// orNone is what fills a role, or that the study says that nothing need.
func (st *statement) orNone(role theory.Kind, texts []string) []string {
	if len(texts) == 0 && slices.Contains(st.c.None, string(role)) {
		return []string{st.words.NoneNeeded}
	}
	return texts
}

// statement is the lines of a configuration's statement, as far as they are made.
type statement struct {
	c     *theory.Configuration
	part  *theory.Graph
	best  *theory.Best
	whole *theory.Answer // what comes about by all links of the configuration
	own   *theory.Answer // by those of them on ways from the starts
	by    []*broughtAbout
	there []*theory.Node // what comes about in the configuration

	starts   []*theory.Node // from which what the statement says must come about; none where it may begin anywhere
	others   *theory.Best   // by ways from contexts and actors, where the starts are interventions; else nil
	gone     []string       // links of the interventions that were dropped
	blocking []*theory.Node
	unled    []*theory.Node // mechanisms and outcomes to which nothing of the configuration leads
	words    wording.StatementWords
	lines    []string

	refuted []string // what was held to be needed or to block

	status   func(*theory.Link) theory.Status // within the configuration
	declared *theory.Best                     // by the statuses as declared; nil where these are those within the configuration
}

// broughtAbout is what ways from a mechanism bring about within a configuration.
type broughtAbout struct {
	by      *theory.Node
	present bool // the mechanism itself comes about
	answer  *theory.Answer
	ahead   map[*theory.Node]bool // where paths from it lead; made where it is asked for
	upTo    []*theory.Answer      // by links of a status and better ones alone, for each status; made where it is asked for
}

// say adds a line, unless it has nothing to say.
func (st *statement) say(word string, texts []string) {
	if len(texts) > 0 {
		st.lines = append(st.lines, word+" "+strings.Join(texts, "; "))
	}
}

// outcomes says what comes about, an outcome a line: by which of the mechanisms, how sure it is, and for whom where the
// outcomes are for different people.
func (st *statement) outcomes(t *theory.Theory, shared bool) {
	outcomes := outcomesOf(st.c)
	if len(outcomes) == 0 {
		none := st.orNone(theory.Outcome, nil)
		if len(none) == 0 {
			none = []string{st.words.NoOutcome}
		}
		st.say(st.words.Then, none)
	}
	for _, n := range outcomes {
		text := n.Label
		if !shared && len(n.Beneficiary) > 0 {
			text += ", " + st.words.Whom + " " + strings.Join(beneficiaries(t, n), "; ")
		}
		text += " (" + strings.Join(st.about(n), ", ") + ")"
		if by := st.mechanismsOf(n); by != "" {
			text += " " + st.words.By + " " + by
		}
		st.say(st.words.Then, []string{text})
	}
}

// about says how sure an outcome is, which way it goes, and whether it was wanted and meant.
func (st *statement) about(n *theory.Node) []string {
	var about []string
	switch raised, lowered := st.best.Raised(n), st.best.Lowered(n); {
	case raised == theory.Refuted && lowered == "":
		about = append(about, strings.TrimSuffix(st.words.Status(raised)+": "+strings.Join(st.refutedSteps(n), "; "), ": "))
		about = append(about, st.past(n, st.best)...)
	case raised != "":
		about = append(append(about, st.words.Status(raised)), st.past(n, st.best)...)
		if lowered != "" {
			about = append(about, st.words.AlsoReduced+" "+st.words.Status(lowered))
		}
	case lowered != "":
		about = append(append(about, st.words.Reduced+" "+st.words.Status(lowered)), st.past(n, st.best)...)
	default:
		about = append(about, st.noWay(n)...)
	}
	about = append(about, st.otherPaths(n)...)
	if st.declared != nil && st.declared.Raised(n) != st.best.Raised(n) {
		elsewhere := st.words.Elsewhere
		if st.declared.Raised(n) == theory.Refuted {
			elsewhere = st.words.RefutedElsewhere
		}
		about = append(about, elsewhere)
	}
	if st.best.Unsettled(n) {
		about = append(about, st.words.NotSettled)
	}
	if n.Valence == theory.Unwanted {
		about = append(about, st.words.Unwanted)
	}
	if n.Unintended {
		about = append(about, st.words.Unintended)
	}
	return about
}

// refutedSteps are the refuted links by which alone an outcome would come about: no more than these are refuted of what leads to it.
func (st *statement) refutedSteps(n *theory.Node) []string {
	ways := []theory.Path{st.own.Way(n)}
	for _, m := range st.by {
		ways = append(ways, m.answer.Way(n))
	}
	var steps []string
	for _, way := range ways {
		for _, l := range way {
			if step := wording.Link(l); st.status(l) == theory.Refuted && !slices.Contains(steps, step) {
				steps = append(steps, step)
			}
		}
	}
	return steps
}

// follow asks what each mechanism brings about within the configuration, where all is there that comes about in it.
func (st *statement) follow() {
	st.whole = st.part.ComeAbout(theory.Question{Without: st.unled})
	st.own = st.whole
	for _, n := range st.part.Nodes {
		if st.whole.Can(n) == theory.Yes {
			st.there = append(st.there, n)
		}
	}
	if len(st.starts) > 0 {
		st.own = st.part.ComeAbout(theory.Question{From: st.starts, There: st.there, Without: st.blocking})
	}
	present := func(n *theory.Node) bool { return st.own.Can(n) == theory.Yes }
	for _, m := range liveNodes(st.c.In(theory.Mechanism)) {
		answer := st.part.ComeAbout(theory.Question{From: []*theory.Node{m}, There: st.there})
		st.by = append(st.by, &broughtAbout{by: m, present: present(m), answer: answer, upTo: make([]*theory.Answer, len(theory.Statuses))})
	}
}

// reasons says why: the evaluator's own words, or the mechanisms. What the programme is to counter, and what works against
// the outcomes, is no reason.
func (st *statement) reasons() {
	mechanisms := liveNodes(st.c.In(theory.Mechanism))
	var reasons, countered []string
	for _, m := range mechanisms {
		switch {
		case st.counters(m):
			countered = append(countered, m.Label)
		case m.Valence == theory.Unwanted || !st.opposes(m):
			reasons = append(reasons, m.Label)
		}
	}
	switch {
	case st.c.Because != "":
		reasons = []string{oneLine(st.c.Because)}
	case len(mechanisms) == 0:
		if reasons = st.orNone(theory.Mechanism, nil); len(reasons) == 0 {
			reasons = []string{st.words.NoMechanism}
		}
	}
	st.say(st.words.Because, reasons)
	st.say(st.words.Countering, countered)
}

// counters says of a mechanism that the configuration is to counter it: that it is unwanted, and no outcome comes about by it. That
// it is unwanted does not make it so by itself: a harm comes about by an unwanted mechanism.
func (st *statement) counters(m *theory.Node) bool {
	if m.Valence != theory.Unwanted {
		return false
	}
	for _, ways := range []*theory.Best{st.best, st.others} {
		for _, n := range outcomesOf(st.c) {
			by := func(b *broughtAbout) bool { return b.by == m && st.triggered(b, ways) }
			if ways != nil && slices.ContainsFunc(st.mechanismsOn(n, ways), by) {
				return false
			}
		}
	}
	return true
}

// opposes says whether a mechanism only works against what the configuration brings about.
func (st *statement) opposes(m *theory.Node) bool {
	links := st.part.Made(m)
	return st.part.OnlyInhibits(m) && !slices.ContainsFunc(links, func(l *theory.Link) bool { return l.Target != nil && st.best.Raised(l.Target) == "" })
}

// needs are what steps of the configuration cannot do without: what is needed, and for what. What was refuted is said apart.
func (st *statement) needs() []string {
	var needs []string
	for _, l := range st.part.Claims() {
		switch {
		case !l.Necessary:
		case st.status(l) == theory.Refuted:
			st.refuted = append(st.refuted, wording.Link(l))
		default:
			needs = append(needs, st.claim(l))
		}
	}
	return needs
}

// blockers are the contexts that inhibit, the mechanisms that work against the outcomes, and what stops a step, each with what it
// inhibits and how far that is supported. What was refuted is said apart.
func (st *statement) blockers(contexts []theory.Member) []string {
	var blockers []string
	add := func(n *theory.Node) {
		said := false
		for _, l := range st.part.Made(n) {
			switch {
			case l.Effect != theory.Inhibits:
				continue
			case st.status(l) == theory.Refuted:
				st.refuted = append(st.refuted, wording.Link(l))
			default:
				blockers = append(blockers, st.claim(l))
			}
			said = true
		}
		if !said {
			blockers = append(blockers, n.Label)
		}
	}
	for _, n := range liveNodes(contexts) {
		add(n)
	}
	for _, m := range liveNodes(st.c.In(theory.Mechanism)) {
		if m.Valence != theory.Unwanted && st.opposes(m) {
			add(m)
		}
	}
	return blockers
}

// claim is a link with how far it is supported.
func (st *statement) claim(l *theory.Link) string {
	return wording.Link(l) + " (" + st.words.Status(st.status(l)) + ")"
}

// against are the steps that evidence of other cases alone supports, and evidence of the configuration's own speaks against.
func (st *statement) against(t *theory.Theory) []string {
	var against []string
	for _, l := range st.part.Claims() {
		if l.Status.ClaimsSupport() && st.status(l) == theory.Hypothesised && len(t.CountingIn(st.c, l.ContradictedBy)) > 0 {
			against = append(against, wording.Link(l))
		}
	}
	return against
}

// outcomesOf are a configuration's own outcomes, or where it has none those of every configuration.
func outcomesOf(c *theory.Configuration) []*theory.Node {
	if own := liveNodes(c.In(theory.Outcome)); len(own) > 0 {
		return own
	}
	return liveNodes(c.All(theory.Outcome))
}

// beneficiaries are those for whom the outcomes of a configuration are: those that the outcomes name, or else its actors; and
// whether all outcomes are for the same ones.
func (s *Spans) beneficiaries(c *theory.Configuration) (names []string, shared bool) {
	outcomes := outcomesOf(c)
	for i, n := range outcomes {
		of := beneficiaries(s.t, n)
		if i > 0 && !slices.Equal(of, names) {
			return nil, false
		}
		names = of
	}
	if len(names) == 0 {
		names = labels(c.All(theory.Actor))
	}
	return names, true
}

func beneficiaries(t *theory.Theory, n *theory.Node) []string { return actors(t, n.Beneficiary) }

// actors are actors by their labels; an id that nothing defines stands for itself.
func actors(t *theory.Theory, refs []theory.Ref) []string {
	var names []string
	for _, ref := range refs {
		name := ref.ID
		if actor := t.Node(ref.ID); actor != nil {
			name = actor.Label
		}
		names = append(names, name)
	}
	return names
}

// through names the actors through whom a configuration works: those who are not the ones that it is for.
func through(c *theory.Configuration, beneficiaries []string) []string {
	return slices.DeleteFunc(labels(c.In(theory.Actor)), func(label string) bool { return slices.Contains(beneficiaries, label) })
}

// liveNodes are the members that are still part of the theory, each once.
func liveNodes(members []theory.Member) []*theory.Node {
	var nodes []*theory.Node
	for _, m := range members {
		if m.Node != nil && m.Node.Live() && !slices.Contains(nodes, m.Node) {
			nodes = append(nodes, m.Node)
		}
	}
	return nodes
}

func labels(members []theory.Member) []string {
	var all []string
	for _, n := range liveNodes(members) {
		all = append(all, n.Label)
	}
	return all
}
