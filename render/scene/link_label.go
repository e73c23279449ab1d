package scene

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// linkLabel is what is written on a link, of what counts in the configuration that is shown, if one is; "" for nothing. Where its
// sources or cases are written, those of the evidence for it come first.
func linkLabel(t *theory.Theory, shown *theory.Configuration, l *theory.Link, o Options) string {
	var name func([]*theory.Evidence) string
	switch o.Labels {
	case StatusLabels:
		return wording.Of(t).Word(string(t.StatusIn(shown, l)))
	case SourceLabels:
		name = func(of []*theory.Evidence) string { return sourceLabel(t, of) }
	case CaseLabels:
		name = func(of []*theory.Evidence) string { return caseLabel(t, shown, of, o.Badges == CaseBadges) }
	default:
		return ""
	}
	against := cited(t, shown, l.ContradictedBy)
	pro, contra := name(cited(t, shown, l.SupportedBy)), name(against)
	if contra == "" && len(against) > 0 && pro != "" && o.Labels == CaseLabels {
		contra = wording.Of(t).Say("no case named")
	}
	if contra == "" {
		return pro
	}
	contra = wording.Of(t).Say("against: {1}", contra)
	if pro == "" {
		return contra
	}
	return pro + "; " + contra
}

// labelled says what the sources or cases on lines are; "" where none are written.
func (s *Scene) labelled(o Options) string {
	if !slices.ContainsFunc(s.DrawnLines(), func(l *Line) bool { return l.Label != "" }) {
		return ""
	}
	switch o.Labels {
	case SourceLabels:
		return s.words().Say("On lines: the sources of evidence for the link, and against it.")
	case CaseLabels:
		return s.words().Say("On lines: the cases of evidence for the link, and against it.")
	}
	return ""
}

// casesBehind are the numbers of the cases that speak for a link, or against it.
func casesBehind(t *theory.Theory, shown *theory.Configuration, l *theory.Link) []int {
	all, _ := caseNumbers(t)
	var numbers []int
	for _, e := range cited(t, shown, slices.Concat(l.SupportedBy, l.ContradictedBy)) {
		for _, ref := range shown.CasesOf(e) {
			if c := t.Case(ref.ID); c != nil {
				numbers = append(numbers, all[c])
			}
		}
	}
	return numbers
}

// cited is the evidence that references name and that a configuration does not leave to other cases; all of it for none.
func cited(t *theory.Theory, shown *theory.Configuration, refs []theory.Ref) []*theory.Evidence {
	return slices.DeleteFunc(t.Cited(refs), func(e *theory.Evidence) bool { return len(e.Cases) > 0 && len(shown.CasesOf(e)) == 0 })
}

const mostNamed = 3 // sources or cases that a link's label names

// sourceLabel is the sources behind a link as author and year, "Egmose 2024", or by their ids.
func sourceLabel(t *theory.Theory, evidence []*theory.Evidence) string {
	var names []string
	for _, e := range evidence {
		s := t.Source(e.Source.ID)
		if s == nil {
			continue
		}
		if name := shortCitation(t, s); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return shortList(names)
}

// caseLabel is the cases behind a link: their numbers where their labels give one or the boxes have them, else their ids.
func caseLabel(t *theory.Theory, shown *theory.Configuration, evidence []*theory.Evidence, onBoxes bool) string {
	all, named := caseNumbers(t)
	var names []string
	var numbers []int
	for _, e := range evidence {
		for _, ref := range shown.CasesOf(e) {
			if c := t.Case(ref.ID); c != nil && (named || onBoxes) {
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
