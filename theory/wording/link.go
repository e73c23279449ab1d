package wording

import "icamo/theory"

// Arrow stands between the ends of a link: → where it promotes, ⊣ where it inhibits.
func Arrow(e theory.Effect) string { return e.Arrow() }

// Link is a link in short, by the labels of its ends: "trust → hope".
func Link(l *theory.Link) string { return l.Step() }

// Verb says what a link does: "leads to".
func (l *Language) Verb(e theory.Effect) string {
	if e == theory.Inhibits {
		return l.Say("inhibits")
	}
	return l.Say("leads to")
}

// Sentence is a link as a sentence, by the labels of its ends: "trust leads to hope".
func (l *Language) Sentence(link *theory.Link) string {
	from, to := link.Ends()
	return from + " " + l.Verb(link.Effect) + " " + to
}
