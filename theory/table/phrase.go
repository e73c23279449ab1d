package table

import (
	"slices"
	"strings"
	"unicode"

	"icamo/theory"
)

// phrase is a label made ready to stand within a sentence.
type phrase struct {
	text    string
	clause  bool   // it has a verb of its own: "peers share their stories"
	subject string // who a clause with an article speaks of: "a peer"
}

// longest is the number of words over which a label is a text of its own, not taken apart.
const longest = 24

// phrase turns a label into part of a sentence. Labels are written as headlines are: with a capital, without articles,
// and with participles for passives; what cannot be told is taken as a noun. Only English labels are taken apart, others
// stand in quotation marks.
func (w *Wording) phrase(n *theory.Node) phrase {
	return once(w.phraseOf, n, w.newPhrase)
}

func (w *Wording) newPhrase(n *theory.Node) phrase {
	words := w.words(n)
	switch at := verb(words); {
	case len(words) > longest || !w.english:
	case words[0] == "no":
		return phrase{text: "there " + be(words[1:]) + " " + strings.Join(words, " "), clause: true}
	case at > 0:
		return clause(words[:at], words[at:])
	default:
		if at := predicate(words); at > 0 {
			return clause(words[:at], append([]string{be(words[:at])}, words[at:]...))
		}
	}
	return w.noun(n)
}

// noun turns a label into a noun, whatever verbs it has.
func (w *Wording) noun(n *theory.Node) phrase {
	return once(w.nounOf, n, w.newNoun)
}

func (w *Wording) newNoun(n *theory.Node) phrase {
	words := w.words(n)
	if !w.english || len(words) > longest {
		return phrase{text: strings.Join(words, " ")}
	}
	if len(words) > 1 && participle(words[0]) && prepositions(words[1]) {
		words = append([]string{"being"}, words...)
	}
	return phrase{text: strings.Join(articles(withArticle(words)), " ")}
}

// words are those of a label, of which there is at least one.
func (w *Wording) words(n *theory.Node) []string {
	label := strings.TrimRight(oneLine(n.Label), ". ")
	switch {
	case label == "":
		return []string{"“" + n.ID + "”"}
	case !w.english:
		return []string{"“" + label + "”"}
	}
	return strings.Fields(w.lower(label))
}

// clause joins a subject, which may lack its article, and what is said of it.
func clause(subject, said []string) phrase {
	p := phrase{text: strings.Join(subject, " "), clause: true}
	if with := withArticle(subject); len(with) > len(subject) {
		p.text = strings.Join(with, " ")
		p.subject = p.text
	}
	p.text += " " + strings.Join(articles(said), " ")
	return p
}

func (w *Wording) phrases(members []theory.Member) []phrase {
	var all []phrase
	for _, m := range members {
		if m.Node != nil && m.Node.Live() {
			all = append(all, w.phrase(m.Node))
		}
	}
	return all
}

// asClause makes a sentence of a noun.
func (p phrase) asClause() string {
	if p.clause {
		return p.text
	}
	return "there " + be(strings.Fields(p.text)) + " " + p.text
}

// again turns "a peer" into "the peer" where a sentence has spoken of a peer before.
func again(parts ...[]phrase) {
	seen := make(map[string]bool)
	for _, phrases := range parts {
		for i, p := range phrases {
			if p.subject != "" && seen[p.subject] {
				_, noun, _ := strings.Cut(p.text, " ")
				phrases[i].text = "the " + noun
			}
			seen[p.subject] = true
		}
	}
}

// split tells nouns and clauses apart.
func split(all []phrase) (nominal, clausal []phrase) {
	for _, p := range all {
		if p.clause {
			clausal = append(clausal, p)
		} else {
			nominal = append(nominal, p)
		}
	}
	return nominal, clausal
}

func texts(all []phrase) []string {
	out := make([]string, len(all))
	for i, p := range all {
		out[i] = p.text
	}
	return out
}

// list joins items as a sentence does. Where an item holds a conjunction or comma of its own, the joints are marked more
// strongly.
func list(items []string, conjunction string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	inner := func(s string) bool { return strings.Contains(s, " and ") || strings.Contains(s, " or ") }
	comma := func(s string) bool { return strings.Contains(s, ",") }
	last := len(items) - 1
	separator, joint := ", ", " "+conjunction+" "
	switch {
	case slices.ContainsFunc(items, comma) && len(items) > 2:
		separator, joint = "; ", "; "+conjunction+" "
	case slices.ContainsFunc(items, comma):
		joint = ", " + conjunction + " "
	case slices.ContainsFunc(items, inner) && conjunction == "and" && inner(items[last]):
		joint = " as well as "
	case slices.ContainsFunc(items, inner):
		joint = ", " + conjunction + " "
	}
	return strings.Join(items[:last], separator) + joint + items[last]
}

// namedIn says whether a label already names somebody: "children" in "child's wellbeing".
func namedIn(who, label string) bool {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	for _, of := range strings.Fields(strings.ToLower(who)) {
		if !slices.ContainsFunc(words, func(word string) bool { return singular(word) == singular(of) }) {
			return false
		}
	}
	return true
}
