package scene

import (
	"slices"
	"strings"

	"icamo/theory"
)

// Written is what stands on the line where no legend explains how it looks, as in figures for other tools: the marks of its change
// and status, and in words what else it shows that has neither. "" for nothing.
func (l *Line) Written() string {
	marks := string(l.Mark)
	if sign := l.Look().Sign(); sign != "" && !l.inCase {
		marks = strings.TrimPrefix(marks+" "+sign, " ")
	}
	said := strings.Join(l.inWords(), ", ")
	if marks == "" || said == "" {
		return marks + said
	}
	return marks + " " + said
}

// inWords is what is written out on the line.
func (l *Line) inWords() []string {
	var said []string
	say := func(of bool, text string) {
		if of && text != "" && !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	if r := l.relation; r != nil { // an outcome that is taken up stands for itself
		say(r.influences, l.words.Say("influences"))
		say(r.required, l.words.Say("required"))
		say(r.kind == Rivals, l.words.Say("rival explanations"))
		return said
	}
	switch {
	case l.Mark.Went():
		return nil
	case l.Dropped():
		say(true, l.words.Say("dropped"))
	case l.inCase:
		say(true, l.evidenceIn())
	case l.Link.Unreviewed != "":
		say(true, l.words.NotReviewed())
	case l.status == theory.NotActivated:
		say(true, l.words.Word(string(l.status)))
	}
	say(l.Link.Necessary, l.words.Say("needed"))
	say(l.Link.Reading != "", l.words.Say("the evaluator's reading"))
	say(true, l.Label)
	return said
}
