package page

import "icamo/theory"

// entry is all that the page says of one element: what its panel shows.
type entry struct {
	Anchor        string
	ID            string // the element's, as the figures name its box or line; "" for what figures do not show
	Configuration string // the id of a configuration, as the overview names its box; "" for anything else
	Earlier       bool   // of the earlier version
	Sort          string // what it is, in words
	Kind          theory.Kind
	Title         string
	Status        *status
	In            []string // ids of the configurations that it is in
	Marks         []string // statuses that pick it out
	Notices       []notice // what a reader must know before the rest
	Texts         []string
	Facts         []fact
	Evidence      []evidenceGroup
	Lists         []list
	Findings      []finding
	Place         string // where it stands in the theory's files
}

// status is how far a link is supported, in words, with the class of its mark.
type status struct{ Class, Words, Backing string }

// notice is a sentence with what it is about.
type notice struct{ Name, Text string }

// fact is a named property.
type fact struct {
	Name   string
	Values []ref
}

// list is a heading with references under it.
type list struct {
	Heading string
	Items   []ref
}

// ref is a text, linked to an entry or a web address where it has one.
type ref struct {
	Text   string
	Anchor string // of the entry; "" for none
	URL    string // http or https; "" for none
	Note   string // what else there is to say, in small
	Class  string // of the mark before the text; "" for none
}

// evidenceGroup is the evidence that says one thing of a claim.
type evidenceGroup struct {
	Heading string
	Stance  string // "for" or "against"; "" for neither
	Pieces  []piece
}

func (e *entry) fact(name string, values ...ref) {
	if len(values) > 0 {
		e.Facts = append(e.Facts, fact{name, values})
	}
}

func (e *entry) word(name, value string) {
	if value != "" {
		e.fact(name, ref{Text: value})
	}
}

func (e *entry) text(texts ...string) {
	for _, text := range texts {
		if text != "" {
			e.Texts = append(e.Texts, text)
		}
	}
}

func (e *entry) list(heading string, items []ref) {
	if len(items) > 0 {
		e.Lists = append(e.Lists, list{heading, items})
	}
}

func (e *entry) notice(name, text string) {
	if text != "" {
		e.Notices = append(e.Notices, notice{name, text})
	}
}

func (e *entry) evidence(heading, stance string, pieces []piece) {
	if len(pieces) > 0 {
		e.Evidence = append(e.Evidence, evidenceGroup{heading, stance, pieces})
	}
}
