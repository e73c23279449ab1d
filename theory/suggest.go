package theory

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	edlib "github.com/hbollon/go-edlib"
)

// Suggester proposes the word that was meant. Its work is bounded, so that a file full of unknown ids is still read at
// once: past the bound it proposes nothing.
type Suggester struct{ compared, looked int }

const (
	maxComparisons = 100_000
	maxLooked      = 3_000_000 // candidates, most of which are too short or too long to be compared
	maxWordLength  = 64        // no id that a person typed is longer
)

// Spent says that nothing will be proposed any more.
func (s *Suggester) Spent() bool { return s.compared > maxComparisons || s.looked > maxLooked }

// Among words a suggestion from the candidates: `; did you mean "hope"?`, or "" where none is near.
func (s *Suggester) Among(word string, candidates []string) string {
	if near := s.Nearest(word, candidates); near != "" {
		return DidYouMean(near)
	}
	return ""
}

// Nearest is the candidate that is near, or "" where none is.
func (s *Suggester) Nearest(word string, candidates []string) string {
	length := utf8.RuneCountInString(word)
	if s.looked += len(candidates); length > maxWordLength || s.Spent() {
		return ""
	}
	best, distance := "", 1+max(1, length/3)
	for _, c := range candidates {
		if strings.EqualFold(word, c) {
			best = c
			break
		}
		if opposite(word, c) {
			continue
		}
		n := utf8.RuneCountInString(c)
		if n-length >= distance || length-n >= distance {
			continue
		}
		if s.compared++; s.compared > maxComparisons {
			return ""
		}
		if d := edlib.OSADamerauLevenshteinDistance(word, c); d < distance {
			best, distance = c, d
		}
	}
	return best
}

// AmongLinks words a suggestion as Among does for the id of a link. Only a link is near of which each end is: one that shares nothing
// but its other end is another claim.
func (s *Suggester) AmongLinks(id string, links []string) string {
	ends := endsIn(id)
	var near, pairs []string // and what these join, whatever they do
	for _, link := range links {
		if others := endsIn(link); s.near(ends, others) {
			near, pairs = append(near, link), append(pairs, strings.Join(others, LinkArrow))
		}
	}
	if i := slices.Index(pairs, s.Nearest(strings.Join(ends, LinkArrow), pairs)); i >= 0 {
		return DidYouMean(near[i])
	}
	return ""
}

// near says whether each of some words is near the one that stands in its place.
func (s *Suggester) near(words, others []string) bool {
	if len(words) != len(others) {
		return false
	}
	for i, word := range words {
		if word != others[i] && s.Nearest(word, others[i:i+1]) == "" {
			return false
		}
	}
	return true
}

// endsIn are the ids of nodes that the id of a link names.
func endsIn(link string) []string {
	return strings.Split(withoutEffects.Replace(AsLink(link)), LinkArrow)
}

var withoutEffects = strings.NewReplacer(inhibiting, "", promoting, "", "(", "", ")", "")

// opposite says whether one word is the other with a prefix that turns its meaning round: "intended" is no slip for
// "unintended".
func opposite(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	prefix, longer := strings.CutSuffix(strings.ToLower(b), strings.ToLower(a))
	return longer && slices.Contains(negations, strings.TrimRight(prefix, "-_ "))
}

var negations = []string{"un", "in", "im", "ir", "il", "dis", "de", "mis", "non", "no", "not", "never", "anti"}

// Suggest words a suggestion for a word that a person typed: `; did you mean "hope"?`, or "" where no candidate is near.
func Suggest(word string, candidates []string) string {
	return new(Suggester).Among(word, candidates)
}

// Instead words what to name instead of a word that a person typed: the candidate that is near, else the first few:
// `; there are hope, trust and 9 more`.
func Instead(word string, candidates []string) string {
	if near := Suggest(word, candidates); near != "" {
		return near
	}
	return thereAre(candidates)
}

// InsteadOfLink words likewise what to name instead of a link, of the ids of links.
func InsteadOfLink(id string, links []string) string {
	if near := new(Suggester).AmongLinks(id, links); near != "" {
		return near
	}
	return thereAre(links)
}

func thereAre(candidates []string) string {
	const few = 8
	switch n := len(candidates); {
	case n == 0:
		return "; there is none"
	case n == 1:
		return "; there is " + candidates[0]
	case n > few:
		return fmt.Sprintf("; there are %s and %d more", strings.Join(candidates[:few], ", "), n-few)
	}
	return "; there are " + strings.Join(candidates, ", ")
}

// InsteadOfNode words what to name instead of an id that is no node's. A node's label is taken for its id.
func (t *Theory) InsteadOfNode(id string) string {
	if c := t.Configuration(id); c != nil {
		for _, m := range c.Members {
			if m.Node != nil && m.Node.Live() {
				return fmt.Sprintf("; that is the id of a configuration: name a node, such as its member %q", m.Node.ID)
			}
		}
	}
	ids := make([]string, len(t.Nodes))
	for i, n := range t.Nodes {
		if ids[i] = n.ID; strings.EqualFold(n.Label, id) {
			return DidYouMean(n.ID)
		}
	}
	return Instead(id, ids)
}

// InsteadOfConfiguration words what to name instead of an id that is no configuration's. A number or title is taken for
// the id.
func (t *Theory) InsteadOfConfiguration(id string) string {
	ids := make([]string, len(t.Configurations))
	for i, c := range t.Configurations {
		if ids[i] = c.ID; strings.EqualFold(c.Title, id) || strconv.Itoa(t.NumberOf(c)) == id {
			return DidYouMean(c.ID)
		}
	}
	return Instead(id, ids)
}

// DidYouMean words a suggestion.
func DidYouMean(word string) string { return fmt.Sprintf("; did you mean %q?", word) }
