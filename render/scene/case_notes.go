package scene

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

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
		numbers := s.numbersOfLive(func(c *theory.Configuration, _ int) bool {
			return (s.Configuration == nil || s.Configuration == c) && that(c)
		})
		noun := "configuration"
		if len(numbers) > 1 {
			noun += "s"
		}
		if len(numbers) > 0 {
			said = append(said, wording.Capital(words.Say(means))+": "+words.Say(noun)+" "+words.List(numbers)+".")
		}
	}
	known := make(map[*theory.Configuration]bool) // or not looked for there
	for _, declared := range []struct {
		means string
		in    func(*theory.Configuration) []theory.Ref
	}{
		{atWorkIn, func(c *theory.Configuration) []theory.Ref { return c.ActiveIn }},
		{atWorkInPart, func(c *theory.Configuration) []theory.Ref { return c.PartlyActiveIn }},
		{notAtWork, func(c *theory.Configuration) []theory.Ref { return c.NotActiveIn }},
	} {
		say(declared.means, func(c *theory.Configuration) bool {
			is := names(declared.in(c), s.Case.ID)
			known[c] = known[c] || is
			return is
		})
	}
	declared := len(said) > 0
	say("not studied in the case", func(c *theory.Configuration) bool {
		elsewhere := !known[c] && len(c.Cases) > 0 && !names(c.Cases, s.Case.ID)
		known[c] = known[c] || elsewhere
		return elsewhere
	})
	if declared {
		say(unknownIn, func(c *theory.Configuration) bool { return !known[c] })
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
			l.Link.Unreviewed != "" || l.From.Node.Unreviewed != "" || knownIn(s.Theory, l.From.Node, s.Case) != declaredNotAtWork {
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

// withoutRequired says which configurations were at work in the case though the theory says that one which they require was not; ""
// for none.
func (s *Scene) withoutRequired() string {
	if s.Case == nil {
		return ""
	}
	words, t := s.words(), s.Theory
	var told []string
	for _, c := range t.Configurations {
		was := "configuration {1} was at work"
		if names(c.PartlyActiveIn, s.Case.ID) {
			was = "configuration {1} was at work in part"
		} else if !names(c.ActiveIn, s.Case.ID) {
			continue
		}
		if !c.Live() || s.Configuration != nil && s.Configuration != c {
			continue
		}
		for _, required := range c.Requires {
			other := t.Configuration(required.ID)
			if other == nil || !other.Live() || !names(other.NotActiveIn, s.Case.ID) {
				continue
			}
			number := t.NumberOf(other)
			told = append(told, words.Say("{1}, though {2}.", wording.Capital(words.Say(was, strconv.Itoa(t.NumberOf(c)))),
				words.Say("it requires configuration {1}, which was not", strconv.Itoa(number))))
		}
	}
	return strings.Join(told, " ")
}

// withoutTrials says that a figure of a case does not tell what trials found; "" where none found anything of what is shown.
func (s *Scene) withoutTrials() string {
	if s.Case == nil || !s.tried() {
		return ""
	}
	return s.words().Say("What trials found is of no single case, and not shown.")
}

// tried says whether a trial found something of what is shown.
func (s *Scene) tried() bool {
	return slices.ContainsFunc(s.ShownBoxes(), func(b *Box) bool { return slices.ContainsFunc(nodeTags(s.Theory, b.Node), ofTrial) })
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
	for _, without := range []string{s.withoutRequired(), s.withoutNeeded()} {
		if without != "" {
			told = append(told, without)
		}
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
	for _, known := range wordsOfKnown {
		for _, one := range apart(words, known.means, groups[known.says]) {
			var names []string
			for _, b := range one.of {
				names = append(names, b.Label())
			}
			told = append(told, wording.Capital(one.means)+": "+words.List(names)+".")
		}
	}
	return told
}
