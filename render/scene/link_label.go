package scene

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// linkLabel is what is written on a link; "" for nothing.
func linkLabel(t *theory.Theory, l *theory.Link, labels LinkLabels) string {
	switch labels {
	case StatusLabels:
		return wording.English.Word(string(l.Status))
	case SourceLabels:
		return sourceLabel(t, l)
	case CaseLabels:
		return caseLabel(t, l)
	}
	return ""
}

const mostNamed = 3 // sources or cases that a link's label names

// sourceLabel is the sources behind a link as author and year: "Egmose 2024".
func sourceLabel(t *theory.Theory, l *theory.Link) string {
	var names []string
	for _, e := range t.Cited(l.SupportedBy) {
		if s := t.Source(e.Source.ID); s != nil && !slices.Contains(names, shortCitation(s)) {
			names = append(names, shortCitation(s))
		}
	}
	return shortList(names)
}

// caseLabel is the cases behind a link: their numbers where their labels give one, else their ids.
func caseLabel(t *theory.Theory, l *theory.Link) string {
	all, named := caseNumbers(t)
	var names []string
	var numbers []int
	for _, e := range t.Cited(l.SupportedBy) {
		for _, ref := range e.Cases {
			if c := t.Case(ref.ID); c != nil && named {
				numbers = append(numbers, all[c])
			} else if !slices.Contains(names, ref.ID) {
				names = append(names, ref.ID)
			}
		}
	}
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		names = append(names, strconv.Itoa(n))
	}
	return shortList(names)
}

func shortList(names []string) string {
	if more := len(names) - mostNamed; more > 0 {
		return strings.Join(names[:mostNamed], ", ") + " +" + strconv.Itoa(more)
	}
	return strings.Join(names, ", ")
}

// shortCitation is the first author's name and the year of a citation such as "Egmose CH, et al. (2024) BMC Psychiatry",
// or the source's id where it has no such form.
func shortCitation(s *theory.Source) string {
	author, _, _ := strings.Cut(strings.TrimSpace(s.Citation), " ")
	author = strings.Trim(author, ",.;:")
	for i := 0; i+4 <= len(s.Citation); i++ {
		year := s.Citation[i : i+4]
		if n, err := strconv.Atoi(year); err == nil && n >= 1500 && n < 2200 && author != "" && author != year {
			return author + " " + year
		}
	}
	return s.ID
}
