package scene

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// mostTold is the number of links up to which each is named: nobody listens to more.
const mostTold = 200

// Description says a link in words, for readers who hear the figure: "A ⊣ B: inhibits, supported, 2 cases".
func (l *Line) Description() string {
	if l.relation != nil {
		return l.describeRelation()
	}
	status := l.words.Word(string(l.status))
	switch {
	case l.Mark.Went():
		status = l.Change
	case l.Dropped():
		status = l.words.Say("dropped")
	case l.Link.Unreviewed != "":
		status = l.words.NotReviewed()
	}
	if l.inCase && !l.Dropped() {
		status = l.evidenceIn()
	}
	said := []string{status}
	if l.Link.Effect == theory.Inhibits {
		said = []string{l.words.Word(string(l.Link.Effect)), status}
	}
	said = append(said, l.cases()...)
	if l.idle != "" && !l.inCase && !l.Dropped() {
		said = append(said, l.idle)
	}
	if l.Link.Necessary {
		said = append(said, l.words.Say("needed"))
	}
	if l.Link.Reading != "" {
		said = append(said, l.words.Say("the evaluator's reading"))
	}
	if l.Change != "" && !l.Mark.Went() && !slices.Contains(said, l.Change) {
		said = append(said, l.Change)
	}
	from, to := l.Ends()
	if l.Mark.Went() { // as it was claimed, whatever its ends have become
		from, to = l.claimed()
	}
	return from + " " + l.Link.Effect.Arrow() + " " + to + ": " + strings.Join(said, ", ")
}

// cases count those behind a link; of one with evidence against it those for it, and those against it.
func (l *Line) cases() []string {
	contested := l.status == theory.Mixed || l.status == theory.Refuted
	switch {
	case l.inCase:
	case contested && l.backing+l.against > 0:
		return []string{l.words.ForAndAgainst(l.backing, l.against)}
	case !contested && l.backing > 0:
		return []string{l.words.Counted(l.backing, "case")}
	}
	return nil
}

// idle says of a link that was not activated in which cases what it starts from is declared not to have been at work; "" where none is.
func idle(t *theory.Theory, shown *theory.Configuration, l *theory.Link) string {
	if l.Status != theory.NotActivated || l.Source == nil || l.Unreviewed != "" {
		return ""
	}
	const most = 8
	words := wording.Of(t)
	in := words.Cases(t, shown.OwnCases(l.Source.NotActiveIn), most)
	if len(in) == 0 {
		return ""
	}
	if l.Source.Kind == theory.Outcome {
		return words.Say("{1} did not come about in {2}", l.Source.Label, words.List(in))
	}
	return words.Say("{1} not at work in {2}", l.Source.Label, words.List(in))
}
