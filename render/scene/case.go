package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
)

// What a figure of one case says of a node.
const (
	InPart    Tag = "½"
	NotAtAll  Tag = "×"
	unknownIn     = "not known there"
)

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
	for _, b := range s.stripBoxes() {
		b.Content, _ = contentIn(s.Theory, b.Content, s.Case)
	}
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

// contentIn is what a box says of a node in a case, and whether anything is known of the node there.
func contentIn(t *theory.Theory, c Content, in *theory.Case) (Content, bool) {
	names := func(refs []theory.Ref) bool {
		return slices.ContainsFunc(refs, func(r theory.Ref) bool { return r.ID == in.ID })
	}
	c.Tags = slices.DeleteFunc(slices.Clone(c.Tags), func(tag Tag) bool { // a trial says nothing of one case
		return tag == Better || tag == NoDifference || tag == Worse
	})
	n := c.Node
	switch {
	case names(n.NotActiveIn):
		c.Tags = append(c.Tags, NotAtAll)
	case names(n.PartlyActiveIn):
		c.Tags = append(c.Tags, InPart)
	case !names(n.ActiveIn) && !evidenceOf(t, n.SupportedBy, in):
		return c, false
	}
	return c, true
}

// evidenceOf says whether any evidence that is cited, and counts, is of a case.
func evidenceOf(t *theory.Theory, refs []theory.Ref, in *theory.Case) bool {
	return slices.ContainsFunc(t.Counting(refs), func(e *theory.Evidence) bool {
		return slices.ContainsFunc(e.Cases, func(r theory.Ref) bool { return r.ID == in.ID })
	})
}

// seenIn gives a line the status that evidence of a case gives it, by itself.
func (l *Line) seenIn(t *theory.Theory, in *theory.Case) {
	pro, contra := evidenceOf(t, l.Link.SupportedBy, in), evidenceOf(t, l.Link.ContradictedBy, in)
	l.backing, l.inCase = 0, true
	switch {
	case pro && contra:
		l.status = theory.Mixed
	case pro:
		l.status, l.backing = theory.Supported, 1
	case contra:
		l.status = theory.Refuted
	default:
		l.status, l.Faded = theory.Hypothesised, true
	}
}

// unknown says whether nothing is known of the link in the case that is shown.
func (l *Line) unknown() bool { return l.inCase && l.Faded }

// evidenceIn is what evidence of the case that is shown says of a link, in words: it gives the link no status.
func (l *Line) evidenceIn() string {
	switch {
	case l.Faded:
		return l.words.Say(unknownIn)
	case l.status == theory.Mixed:
		return l.words.Say("evidence there for it and against it")
	case l.status == theory.Refuted:
		return l.words.Say("evidence there against it")
	}
	return l.words.Say("evidence there for it")
}

// evidenceKeys are the legend's entries for what evidence of a case says of links.
func evidenceKeys(scenes []*Scene) []Key {
	var keys []Key
	for _, status := range []theory.Status{theory.Supported, theory.Mixed, theory.Refuted} {
		for _, s := range scenes {
			lines := s.ShownLines()
			i := slices.IndexFunc(lines, func(l *Line) bool { return l.inCase && !l.Faded && l.status == status })
			if i >= 0 {
				keys = append(keys, Key{Means: lines[i].evidenceIn(), Line: Look{Status: status, Backing: lines[i].backing}})
				break
			}
		}
	}
	return keys
}

// caseTitle names the case of a figure before what the figure is of.
func caseTitle(c *theory.Case, of string) string { return cmp.Or(c.Label, c.ID) + ": " + of }

// caseKeys are the legend's entries for a figure of a case.
func caseKeys(scenes []*Scene) []Key {
	var keys []Key
	has := func(test func(*Scene) bool) bool {
		return slices.ContainsFunc(scenes, func(s *Scene) bool { return s.Case != nil && test(s) })
	}
	tagged := func(tag Tag) func(*Scene) bool {
		return func(s *Scene) bool {
			return slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return slices.Contains(b.Tags, tag) })
		}
	}
	if has(tagged(InPart)) {
		keys = append(keys, Key{Means: scenes[0].words().Say("at work in part"), Kind: TagKey, Badge: Badge{Text: string(InPart)}})
	}
	if has(tagged(NotAtAll)) {
		keys = append(keys, Key{Means: scenes[0].words().Say("not at work"), Kind: TagKey, Badge: Badge{Text: string(NotAtAll)}})
	}
	pale := func(b *Box) bool { return b.Faded }
	if has(func(s *Scene) bool {
		return slices.ContainsFunc(s.ShownLines(), (*Line).unknown) || slices.ContainsFunc(s.ShownBoxes(), pale)
	}) {
		keys = append(keys, Key{Means: scenes[0].words().Say(unknownIn), Line: Look{Status: theory.Hypothesised, Faded: true}})
	}
	return keys
}

// describeCase says in words what is known of the nodes in a case.
func (s *Scene) describeCase(b *strings.Builder) {
	words := s.words()
	groups := make([][]string, 4)
	for _, box := range s.ShownBoxes() {
		i := 0
		switch {
		case box.Dropped():
			continue
		case slices.Contains(box.Tags, InPart):
			i = 1
		case slices.Contains(box.Tags, NotAtAll):
			i = 2
		case box.Faded:
			i = 3
		}
		groups[i] = append(groups[i], box.Label())
	}
	for i, what := range []string{words.Say("At work there"), words.Say("At work in part"), words.Say("Not at work"), words.Say("Not known")} {
		if len(groups[i]) > 0 {
			fmt.Fprintf(b, " %s: %s.", what, words.List(groups[i]))
		}
	}
}
