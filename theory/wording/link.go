package wording

import "icamo/theory"

// Arrow stands between the ends of a link: → where it promotes, ⊣ where it inhibits.
func Arrow(e theory.Effect) string { return e.Arrow() }

// Link is a link in short, by the labels of its ends: "trust → hope".
func Link(l *theory.Link) string { return l.Step() }

// Verb says what a link does: "leads to"; one onto a step promotes it, and leads nowhere.
func (l *Language) Verb(link *theory.Link) string {
	if link.Effect == theory.Inhibits || link.Onto != nil {
		return l.Word(string(link.Effect))
	}
	return l.Say("leads to")
}

// Target is what a link leads to or acts on, by the labels of its ends: "hope", "the step from trust to hope".
func (l *Language) Target(link *theory.Link) string {
	if link.Onto != nil {
		from, to := link.Onto.Ends()
		return l.Say("the step from {1} to {2}", from, to)
	}
	_, to := link.Ends()
	return to
}

// Sentence is a link as a sentence, by the labels of its ends: "trust leads to hope", "hurry inhibits the step from trust to hope".
func (l *Language) Sentence(link *theory.Link) string {
	from, _ := link.Ends()
	return from + " " + l.Verb(link) + " " + l.Target(link)
}
