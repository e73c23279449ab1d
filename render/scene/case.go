package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// What a figure of one case says of a node.
const (
	InPart    Tag = "½"
	NotAtAll  Tag = "×"
	ForIt     Tag = "+"
	ForAndNot Tag = "±"
	AgainstIt Tag = "−"
	unknownIn     = "not known in the case"
	forIn         = "evidence for it in the case"
	againstIn     = "evidence against it in the case"
	forAndNot     = "evidence for it and against it in the case"
	atWorkIn      = "at work in the case"
)

// ofOutcomes are the words for an outcome in place of those for what works: it does not work, but comes about.
var ofOutcomes = map[string]string{
	atWorkIn: "came about in the case", "at work in part": "came about in part", "at work": "came about", "partly at work": "partly came about",
	"not at work": "did not come about",
}

// atWork says something of nodes of which some may be outcomes, and some others.
func atWork(words *wording.Language, means string, outcomes, others bool) string {
	ofOutcome, ok := ofOutcomes[means]
	switch {
	case !ok || !outcomes:
		return words.Say(means)
	case !others:
		return words.Say(ofOutcome)
	}
	return words.Say("{1} (an outcome: {2})", words.Say(means), words.Say(ofOutcome))
}

// kindsOf says whether there are outcomes among some boxes, and others.
func kindsOf(boxes []*Box) (outcomes, others bool) {
	for _, b := range boxes {
		outcomes, others = outcomes || b.Kind() == theory.Outcome, others || b.Kind() != theory.Outcome
	}
	return outcomes, others
}

// saying is what is said of some boxes.
type saying struct {
	means string
	of    []*Box
}

// apart says something of boxes: of outcomes apart, where other words are for them.
func apart(words *wording.Language, means string, boxes []*Box) []saying {
	ofOutcome, differs := ofOutcomes[means]
	others, outcomes := saying{means: words.Say(means)}, saying{means: words.Say(ofOutcome)}
	for _, b := range boxes {
		if differs && b.Kind() == theory.Outcome {
			outcomes.of = append(outcomes.of, b)
		} else {
			others.of = append(others.of, b)
		}
	}
	return slices.DeleteFunc([]saying{others, outcomes}, func(s saying) bool { return len(s.of) == 0 })
}

// known is what a theory says of a node in a case: what it declares, or else what the evidence of that case speaks for.
type known int

const (
	nothingKnown known = iota
	declaredAtWork
	declaredInPart
	declaredNotAtWork
	citedFor
	citedForAndNot
	citedAgainst
)

// tagsOfKnown are the signs of what is known. What the theory says was at work needs none.
var tagsOfKnown = map[known]Tag{citedFor: ForIt, declaredInPart: InPart, declaredNotAtWork: NotAtAll, citedForAndNot: ForAndNot, citedAgainst: AgainstIt}

func knownIn(t *theory.Theory, n *theory.Node, in *theory.Case) known {
	pro, contra := evidenceOf(t, n.SupportedBy, in), evidenceOf(t, n.ContradictedBy, in)
	switch {
	case names(n.NotActiveIn, in.ID):
		return declaredNotAtWork
	case names(n.PartlyActiveIn, in.ID):
		return declaredInPart
	case names(n.ActiveIn, in.ID):
		return declaredAtWork
	case pro && contra:
		return citedForAndNot
	case pro:
		return citedFor
	case contra:
		return citedAgainst
	}
	return nothingKnown
}

// inCases has the scene show the theory as one case does, the one of the options, on a layout that all cases named share: what was
// at work there, in part or not, and what evidence of that case speaks for or against. All else is faded: nothing is known of
// it there.
func (s *Scene) inCases(o Options) error {
	if o.Case == "" {
		return nil
	}
	if s.Versions() {
		return fmt.Errorf("draw %s: a case is shown in one version; leave --case out, or the other version", s.Theory.File)
	}
	var cases []*theory.Case
	for _, id := range append([]string{o.Case}, o.Cases...) {
		c := s.Theory.Case(id)
		if c == nil {
			var ids []string
			for _, c := range s.Theory.Cases {
				ids = append(ids, c.ID)
			}
			return fmt.Errorf("draw %s: unknown case %q%s", s.Theory.File, id, theory.Instead(id, ids))
		}
		cases = append(cases, c)
	}
	s.Case, s.shares = cases[0], len(cases) > 1
	s.outsidersAsOthers()
	for _, b := range s.Boxes {
		whole := b.Content
		if len(o.Cases) > 0 {
			for _, c := range cases[1:] {
				in, _ := contentIn(s.Theory, whole, c)
				b.Others = append(b.Others, in)
			}
		}
		known := false
		if b.Content, known = contentIn(s.Theory, whole, s.Case); !known && !b.Dropped() {
			b.Faded = true
		}
		if len(b.Others) > 0 {
			b.Others = append([]Content{b.Content}, b.Others...)
		}
	}
	s.onlyKnown(cases)
	for _, l := range slices.Concat(s.Lines, s.OnSteps) {
		if l.Dropped() {
			continue
		}
		for _, c := range cases[1:] {
			other := *l
			other.seenIn(s.Theory, c)
			l.Others = append(l.Others, other.Look())
		}
		l.seenIn(s.Theory, s.Case)
	}
	return nil
}

// onlyKnown leaves in the strip what is known of some of the cases: the rest of what was dropped says nothing of them.
func (s *Scene) onlyKnown(cases []*theory.Case) {
	in := func(test func(*theory.Case) bool) bool { return slices.ContainsFunc(cases, test) }
	var stays, goes gone
	for _, b := range s.stripBoxes() {
		if !in(func(c *theory.Case) bool { return knownIn(s.Theory, b.Node, c) != nothingKnown }) {
			goes.box(b)
			continue
		}
		known := false
		b.Content, known = contentIn(s.Theory, b.Content, s.Case)
		b.Faded = !known
		stays.box(b)
	}
	for _, l := range s.Fallen {
		refs := slices.Concat(l.Link.SupportedBy, l.Link.ContradictedBy)
		if stays.tells(l) != nil || in(func(c *theory.Case) bool { return evidenceOf(s.Theory, refs, c) }) {
			stays.line(l)
		} else {
			goes.line(l)
		}
	}
	if left := goes.counted(s.words()); len(left) > 0 {
		s.left = s.words().List(left)
	}
	s.Fallen, s.Strip.Items = stays.lines, stays.told(s)
}

// contentIn is what a box says of a node in a case, and whether anything is known of the node there.
func contentIn(t *theory.Theory, c Content, in *theory.Case) (Content, bool) {
	c.Tags = slices.DeleteFunc(slices.Clone(c.Tags), ofTrial) // it says nothing of one case
	says := knownIn(t, c.Node, in)
	if tag, signed := tagsOfKnown[says]; signed {
		c.Tags = append(c.Tags, tag)
	}
	return c, says != nothingKnown
}

func ofTrial(tag Tag) bool { return results[tag].found != "" }

// evidenceOf says whether any evidence that is cited, and counts, is of a case.
func evidenceOf(t *theory.Theory, refs []theory.Ref, in *theory.Case) bool {
	return slices.ContainsFunc(t.Counting(refs), func(e *theory.Evidence) bool {
		return names(e.Cases, in.ID)
	})
}

// names says whether any of some references is to an id.
func names(refs []theory.Ref, id string) bool {
	return slices.ContainsFunc(refs, func(r theory.Ref) bool { return r.ID == id })
}

// seenIn gives a line the status that evidence of a case gives it, by itself.
func (l *Line) seenIn(t *theory.Theory, in *theory.Case) {
	pro, contra := evidenceOf(t, l.Link.SupportedBy, in), evidenceOf(t, l.Link.ContradictedBy, in)
	l.backing, l.inCase, l.unknown = 0, true, !pro && !contra
	switch {
	case pro && contra:
		l.status = theory.Mixed
	case pro:
		l.status, l.backing = theory.Supported, 1
	case contra:
		l.status = theory.Refuted
	default:
		l.status, l.Faded = theory.Supported, true // no broken line, which says hypothesised
	}
}

// evidenceIn is what evidence of the case that is shown says of a link, in words: it gives the link no status.
func (l *Line) evidenceIn() string {
	switch {
	case l.unknown:
		return l.words.Say(unknownIn)
	case l.status == theory.Mixed:
		return l.words.Say(forAndNot)
	case l.status == theory.Refuted:
		return l.words.Say(againstIn)
	}
	return l.words.Say(forIn)
}

// evidenceKeys are the legend's entries for what evidence of a case says of links.
func evidenceKeys(scenes []*Scene) []Key {
	var keys []Key
	for _, status := range []theory.Status{theory.Supported, theory.Mixed, theory.Refuted} {
		for _, s := range scenes {
			lines := s.ShownLines()
			i := slices.IndexFunc(lines, func(l *Line) bool { return l.inCase && !l.unknown && l.status == status })
			if i >= 0 {
				faded := !slices.ContainsFunc(lines, func(l *Line) bool { return l.inCase && !l.Faded && l.status == status })
				keys = append(keys, Key{Means: lines[i].evidenceIn(), Faded: faded, Line: Look{Status: status, Backing: lines[i].backing}})
				break
			}
		}
	}
	return keys
}

// caseTitle names the case of the figure after what the figure is of.
func (s *Scene) caseTitle(of string) string {
	return s.words().Say("{1}, as {2} shows it", of, cmp.Or(s.Case.Label, s.Case.ID))
}

// caseKeys are the legend's entries for a figure of a case.
func caseKeys(scenes []*Scene) []Key {
	var boxes []*Box
	of := make(map[known][]*Box)
	paleBox, paleLine, highlighted := false, false, false
	for _, s := range scenes {
		if s.Case == nil {
			continue
		}
		for _, b := range s.ShownBoxes() {
			boxes = append(boxes, b)
			says := knownIn(s.Theory, b.Node, s.Case)
			paleBox = paleBox || b.Faded && says == nothingKnown
			of[says] = append(of[says], b)
		}
		paleLine = paleLine || slices.ContainsFunc(s.ShownLines(), func(l *Line) bool { return l.unknown })
		highlighted = highlighted || len(s.highlighted) > 0
	}
	words := scenes[0].words()
	means := func(says known, means string) string {
		outcomes, others := kindsOf(of[says])
		return atWork(words, means, outcomes, others)
	}
	var keys []Key
	if len(of[declaredAtWork]) > 0 {
		keys = append(keys, Key{Means: means(declaredAtWork, atWorkIn), Kind: BoxKey})
	}
	for _, tag := range []struct {
		tag   Tag
		says  known
		means string
	}{{InPart, declaredInPart, "at work in part"}, {NotAtAll, declaredNotAtWork, "not at work"}, {ForIt, citedFor, forIn}, {ForAndNot, citedForAndNot, forAndNot}, {AgainstIt, citedAgainst, againstIn}} {
		if key, ok := tagKey(boxes, tag.tag, means(tag.says, tag.means)); ok {
			keys = append(keys, key)
		}
	}
	pale := func(why string, kind KeyKind) {
		why = words.Say(why)
		if highlighted { // what is known of the rest is pale, too
			why = words.Say("{1}, or not highlighted", why)
		}
		keys = append(keys, Key{Means: words.Say("pale: {1}", why), Kind: kind, Faded: true, Headless: kind == LineKey, Line: Look{Status: theory.Supported}})
	}
	if paleBox {
		pale(unknownIn, BoxKey)
	}
	if paleLine {
		pale("no evidence in the case, whatever the link's status", LineKey)
	}
	return keys
}

// workedIn says which configurations the theory declares to have been at work in the case that is shown, in part or not, by their
// numbers: all, or the one that is shown; and of which it says nothing, where it does of others. That says of none of their members what
// it did there. "" where it says it of none.
func (s *Scene) workedIn() string {
	if s.Case == nil {
		return ""
	}
	words := s.words()
	var said []string
	say := func(means string, that func(*theory.Configuration) bool) {
		var numbers []string
		for i, c := range s.Theory.Configurations {
			if shown := s.Configuration == nil || s.Configuration == c; c.Live() && shown && that(c) {
				numbers = append(numbers, strconv.Itoa(ConfigurationNumber(c, i)))
			}
		}
		noun := "configuration"
		if len(numbers) > 1 {
			noun += "s"
		}
		if len(numbers) > 0 {
			said = append(said, wording.Capital(words.Say(means))+": "+words.Say(noun)+" "+words.List(numbers)+".")
		}
	}
	known := make(map[*theory.Configuration]bool)
	for _, declared := range []struct {
		means string
		in    func(*theory.Configuration) []theory.Ref
	}{
		{atWorkIn, func(c *theory.Configuration) []theory.Ref { return c.ActiveIn }},
		{"at work in part", func(c *theory.Configuration) []theory.Ref { return c.PartlyActiveIn }},
		{"not at work", func(c *theory.Configuration) []theory.Ref { return c.NotActiveIn }},
	} {
		say(declared.means, func(c *theory.Configuration) bool {
			is := names(declared.in(c), s.Case.ID)
			known[c] = known[c] || is
			return is
		})
	}
	if len(said) > 0 {
		say("not said", func(c *theory.Configuration) bool { return !known[c] })
	}
	return strings.Join(said, " ")
}

// withoutNeeded says what was at work or came about in the case, or has evidence for it there, though the theory says that a node that
// is needed for it was not at work; "" for nothing.
func (s *Scene) withoutNeeded() string {
	if s.Case == nil {
		return ""
	}
	words := s.words()
	var told []string
	for _, l := range s.Lines {
		if l.Hidden || l.Dropped() || l.relation != nil || !l.Link.Necessary || l.Link.Effect == theory.Inhibits || l.Link.Status == theory.Refuted ||
			knownIn(s.Theory, l.From.Node, s.Case) != declaredNotAtWork {
			continue
		}
		was := map[known]string{declaredAtWork: "{1} was at work", declaredInPart: "{1} was at work in part", citedFor: "there is evidence for {1} in the case"}
		not := "{1}, needed for it, was not at work"
		if l.To.Kind() == theory.Outcome {
			was[declaredAtWork], was[declaredInPart] = "{1} came about", "{1} came about in part"
		}
		if l.From.Kind() == theory.Outcome {
			not = "{1}, needed for it, did not come about"
		}
		if said := was[knownIn(s.Theory, l.To.Node, s.Case)]; said != "" {
			told = append(told, words.Say("{1}, though {2}.", wording.Capital(words.Say(said, l.To.Label())), words.Say(not, l.From.Label())))
		}
	}
	return strings.Join(told, " ")
}

// withoutTrials says that a figure of a case does not tell what trials found; "" where none found anything of what is shown.
func (s *Scene) withoutTrials() string {
	if s.Case == nil || !slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return slices.ContainsFunc(nodeTags(s.Theory, b.Node), ofTrial) }) {
		return ""
	}
	return s.words().Say("What trials found is of no single case, and not shown.")
}

// StatusOfWhole says which links that figures of cases show are no claim of the theory as a whole, which evidence of a case does not
// tell; "" for none.
func StatusOfWhole(scenes ...*Scene) string {
	var said []string
	for _, status := range []theory.Status{theory.NotTested, theory.NotActivated, theory.Refuted} {
		var links []*theory.Link
		for _, s := range scenes {
			for _, l := range s.DrawnLines() {
				if l.inCase && l.Link.Status == status && l.Link.Unreviewed == "" && !slices.Contains(links, l.Link) {
					links = append(links, l.Link)
				}
			}
		}
		if len(links) > 0 {
			words := scenes[0].words()
			said = append(said, words.Say("{1} in the theory as a whole: {2}.", wording.Capital(words.Word(string(status))), linkNames(words, links)))
		}
	}
	return strings.Join(said, " ")
}

// describeCase says in words what is known of the nodes in a case.
func (s *Scene) describeCase() []string {
	words := s.words()
	var told []string
	if worked := s.workedIn(); worked != "" {
		told = append(told, worked)
	}
	if without := s.withoutNeeded(); without != "" {
		told = append(told, without)
	}
	if whole := StatusOfWhole(s); whole != "" {
		told = append(told, whole)
	}
	groups := make(map[known][]*Box)
	for _, box := range s.ShownBoxes() {
		if !box.Dropped() {
			says := knownIn(s.Theory, box.Node, s.Case)
			groups[says] = append(groups[says], box)
		}
	}
	for _, group := range []struct {
		says  known
		means string
	}{{declaredAtWork, atWorkIn}, {declaredInPart, "at work in part"}, {declaredNotAtWork, "not at work"}, {citedFor, forIn}, {citedForAndNot, forAndNot}, {citedAgainst, againstIn},
		{nothingKnown, unknownIn}} {
		for _, one := range apart(words, group.means, groups[group.says]) {
			var names []string
			for _, b := range one.of {
				names = append(names, b.Label())
			}
			told = append(told, wording.Capital(one.means)+": "+words.List(names)+".")
		}
	}
	return told
}
