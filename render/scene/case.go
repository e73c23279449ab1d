package scene

import (
	"cmp"
	"fmt"
	"slices"

	"icamo/theory"
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

// caseTitle names the case of the figure after what the figure is of.
func (s *Scene) caseTitle(of string) string {
	return s.words().Say("{1}, in the case of {2}", of, cmp.Or(s.Case.Label, s.Case.ID))
}
