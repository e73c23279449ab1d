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
func (w *wording) phrase(n *theory.Node) phrase {
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
func (w *wording) noun(n *theory.Node) phrase {
	words := w.words(n)
	if !w.english || len(words) > longest {
		return phrase{text: strings.Join(words, " ")}
	}
	if len(words) > 1 && participle(words[0]) && prepositions[words[1]] {
		words = append([]string{"being"}, words...)
	}
	return phrase{text: strings.Join(articles(withArticle(words)), " ")}
}

// words are those of a label, of which there is at least one.
func (w *wording) words(n *theory.Node) []string {
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

func (w *wording) phrases(members []theory.Member) []phrase {
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

// verb is the place of a label's finite verb; 0 where it has none, and is a noun.
func verb(words []string) int {
	words = words[:min(len(words), longest)]
	for i, word := range words {
		if i == 0 {
			continue
		}
		before := words[:i]
		subject := words[i-1]
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case prepositions[word] || relatives[word] || strings.HasSuffix(subject, ",") || word == "and" || word == "or":
			return 0 // what follows belongs to a noun before it
		case auxiliaries[word]:
			return i
		case finite(word, plural(before), next, before):
			return i
		}
	}
	return 0
}

// finite says whether a word is a verb that agrees with the subject before it. Words that are as often nouns count as
// verbs only where what follows is an object.
func finite(word string, plural bool, next string, subject []string) bool {
	base, third := word, false
	if !verbs[base] && !nounOrVerb[base] {
		base, third = infinitive(word)
	}
	if third == plural {
		return false
	}
	switch person := countNouns[singular(subject[len(subject)-1])]; {
	case verbs[base]:
		return true
	case !nounOrVerb[base]:
		return false
	case plural && person, objects[next]:
		return true
	case prepositions[next]:
		return person && len(subject) == 1 && intransitive[base]
	default: // "health worker visits homes", but not "peer groups offer"
		return person && len(subject) > 1 && next != "" && !verbs[next] && !nounOrVerb[next] && !auxiliaries[next]
	}
}

// infinitive undoes the ending of the third person: "carries", "watches", "helps".
func infinitive(word string) (string, bool) {
	for _, ending := range [][2]string{{"ies", "y"}, {"es", ""}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(word, ending[0]); ok {
			if base := stem + ending[1]; verbs[base] || nounOrVerb[base] {
				return base, true
			}
		}
	}
	return word, false
}

// predicate is the place where a headline leaves out "is" or "are": before a participle ("child matched with a peer") or
// an adverb ("child acutely unwell"); 0 where it does not.
func predicate(words []string) int {
	for i := 1; i < len(words); i++ {
		word := words[i]
		if prepositions[word] || relatives[word] || objects[word] || word == "and" || word == "or" || strings.HasSuffix(words[i-1], ",") {
			return 0
		}
		last := i == len(words)-1
		if participle(word) && (last || prepositions[words[i+1]]) && nominal(words[:i]) {
			return i
		}
		if strings.HasSuffix(word, "ly") && !last && countNouns[singular(words[i-1])] {
			return i
		}
	}
	return 0
}

// nominal says whether words can be a subject: they end in a noun, as far as its form tells.
func nominal(words []string) bool {
	last := words[len(words)-1]
	return countNouns[singular(last)] || strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss")
}

func participle(word string) bool {
	return irregularParticiples[word] || len(word) > 4 && strings.HasSuffix(word, "ed") && !notParticiples[word]
}

// be is "is" or "are", as the head of the noun asks.
func be(noun []string) string {
	if plural(noun) {
		return "are"
	}
	return "is"
}

// plural says whether the head of a noun, the last word before a preposition, comma or conjunction, is a plural.
func plural(noun []string) bool {
	head := head(noun)
	if head == 0 {
		return false
	}
	word := strings.TrimRight(noun[head-1], ",")
	switch {
	case irregularPlurals[word]:
		return true
	case strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "us"), strings.HasSuffix(word, "is"), strings.HasSuffix(word, "’s"), strings.HasSuffix(word, "'s"):
		return false
	}
	return len(word) > 2 && strings.HasSuffix(word, "s")
}

// head is the number of words up to the head of a noun and with it.
func head(noun []string) int {
	for i, word := range noun {
		if i > 0 && (prepositions[word] || relatives[word] || word == "and" || word == "or" || word == "to") {
			return i
		}
		if strings.HasSuffix(word, ",") {
			return i + 1
		}
	}
	return len(noun)
}

// withArticle gives a noun the article that a headline leaves out, where its head can be counted: "a peer".
func withArticle(noun []string) []string {
	if len(noun) == 0 || determiners[noun[0]] || unicode.IsUpper([]rune(noun[0])[0]) {
		return noun // a name often goes without
	}
	owner := strings.TrimSuffix(strings.TrimSuffix(noun[0], "'s"), "’s")
	if owner != noun[0] && countNouns[owner] {
		return append([]string{article(noun[0])}, noun...)
	}
	if strings.HasSuffix(noun[0], "ing") && len(noun) > 2 {
		return noun // "voicing a dream"
	}
	if at := head(noun); at > 0 && countNouns[strings.TrimRight(noun[at-1], ",")] {
		return append([]string{article(noun[0])}, noun...)
	}
	return noun
}

// articles does the same for each noun after a preposition, where nothing but one adjective stands between.
func articles(words []string) []string {
	var out []string
	for i, word := range words {
		out = append(out, word)
		if !prepositions[word] || i+1 == len(words) || determiners[words[i+1]] || objects[words[i+1]] {
			continue
		}
		if at := i + 1 + head(words[i+1:]); at-i-1 <= 2 && countNouns[strings.TrimRight(words[at-1], ",")] {
			out = append(out, article(words[i+1]))
		}
	}
	return out
}

func article(before string) string {
	eight := strings.HasPrefix(before, "8") || strings.HasPrefix(before, "11-") || strings.HasPrefix(before, "18-")
	if eight || strings.ContainsRune("aeio", rune(before[0])) || strings.HasPrefix(before, "un") && !strings.HasPrefix(before, "uni") {
		return "an"
	}
	return "a"
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

func singular(word string) string {
	word = strings.TrimRight(word, ",")
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	if s, ok := irregularSingulars[word]; ok {
		return s
	}
	if strings.HasSuffix(word, "ies") {
		return strings.TrimSuffix(word, "ies") + "y"
	}
	if strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

// lower makes the first letter small, unless its word is a name or an abbreviation.
func (w *wording) lower(text string) string {
	first, rest, _ := strings.Cut(text, " ")
	bare := strings.TrimFunc(first, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, ending := range []string{"'s", "’s"} {
		bare = strings.TrimSuffix(bare, ending)
	}
	letters := []rune(first)
	switch {
	case !w.english, bare == "", w.names[bare], bare == "I", strings.HasPrefix(bare, "I'"), strings.HasPrefix(bare, "I’"):
		return text
	case strings.ContainsFunc(bare[1:], unicode.IsUpper), len([]rune(bare)) == 1 && bare != "A":
		return text // CHIME, eHealth, X
	}
	letters[0] = unicode.ToLower(letters[0])
	return strings.TrimSuffix(string(letters)+" "+rest, " ")
}

// properNames are the words that the theory's own prose writes with a capital within sentences, and never without.
func properNames(t *theory.Theory) map[string]bool {
	capital, small := make(map[string]bool), make(map[string]bool)
	read := func(text string) {
		start := true
		for _, word := range strings.Fields(text) {
			bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
			for _, ending := range []string{"'s", "’s"} {
				bare = strings.TrimSuffix(bare, ending)
			}
			opened := strings.ContainsAny(word[:1], "\"'(“‘")
			if bare != "" {
				if first := []rune(bare)[0]; unicode.IsUpper(first) && !start && !opened {
					capital[bare] = true
				} else if unicode.IsLower(first) {
					small[strings.ToUpper(string(first))+bare[len(string(first)):]] = true
				}
			}
			start = strings.ContainsAny(word[len(word)-1:], ".:?!…")
		}
	}
	read(t.Description)
	for _, n := range t.Nodes {
		for _, text := range []string{n.Label, n.Description, n.Because, n.Dropped} {
			read(text)
		}
	}
	for _, l := range t.Links {
		for _, text := range []string{l.Because, l.Description, l.Dropped} {
			read(text)
		}
	}
	for _, c := range t.Configurations {
		for _, text := range []string{c.Title, c.Because, c.Description} {
			read(text)
		}
	}
	names := make(map[string]bool)
	for word := range capital {
		if !small[word] {
			names[word] = true
		}
	}
	for _, word := range strings.Fields(alwaysCapital) {
		names[word] = true
	}
	return names
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
