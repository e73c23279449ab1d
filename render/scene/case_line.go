package scene

import (
	"icamo/theory"
)

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
		return l.words.Say("no evidence in the case")
	case l.status == theory.Mixed:
		return l.words.Say(forAndNot)
	case l.status == theory.Refuted:
		return l.words.Say(againstIn)
	}
	return l.words.Say(forIn)
}
