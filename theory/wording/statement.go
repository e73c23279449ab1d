package wording

import (
	"strings"

	"icamo/theory"
)

// StatementWords are what stands before the parts of a configuration's statement, and what is said of its outcomes.
type StatementWords struct {
	If, In, Through, Then, For, Because, Countering, Needed, BlockedBy, Refuted, Against, StudiedIn, NotSeen, NotReviewed, Reading string

	NeededBeside, BlockedBeside string // the same of what is no member of the configuration

	All, Throughout, NoneNeeded, Elsewhere, RefutedElsewhere string

	By, Whom                                                                                 string // "by feeling safe", "for members", behind an outcome
	Reduced, AlsoReduced, Unwanted, Unintended, NoWay, Lacking, Past, OtherPaths, NotSettled string
	NoOutcome, NoMechanism                                                                   string

	language *Language
}

// Parted takes the word before a line of a statement off it; "" where it has none, as an evaluator's own statement.
func (w StatementWords) Parted(line string) (word, text string) {
	for _, word := range []string{w.If, w.In, w.Through, w.Then, w.For, w.Because, w.Countering, w.Needed, w.BlockedBy, w.NeededBeside, w.BlockedBeside, w.Refuted, w.Against, w.StudiedIn, w.NotSeen,
		w.NotReviewed, w.Reading, w.Throughout} {
		if text, found := strings.CutPrefix(line, word+" "); found {
			return word, text
		}
	}
	return "", line
}

// NoPath says of an outcome that no path of a configuration leads to it from some of its members.
func (w StatementWords) NoPath(from string) string {
	return w.language.Say("no path leads to it from {1}", from)
}

// Unled says to what nothing of a configuration leads, so that what would follow does not.
func (w StatementWords) Unled(to string) string {
	return w.language.Say("nothing in the configuration leads to {1}", to)
}

// More says how many more there are.
func (w StatementWords) More(n int) string { return w.language.More(n) }

// Dropped says which links were dropped.
func (w StatementWords) Dropped(links string) string { return w.language.Say("dropped") + ": " + links }

// Status is a status as a reader meets it.
func (w StatementWords) Status(s theory.Status) string {
	return w.language.Word(string(s))
}

// Statement are the words in the language.
func (l *Language) Statement() StatementWords {
	return StatementWords{
		If:               l.Say("If") + ":",
		In:               l.Say("In") + ":",
		Through:          l.Say("Through") + ":",
		Then:             l.Say("Then") + ":",
		For:              l.Say("For") + ":",
		Because:          l.Say("Because") + ":",
		Countering:       l.Say("Countering") + ":",
		Needed:           l.Say("Needed") + ":",
		BlockedBy:        l.Say("Blocked by") + ":",
		NeededBeside:     l.Say("Needed, not a member") + ":",
		BlockedBeside:    l.Say("Blocked by, not a member") + ":",
		Refuted:          l.Say("Refuted") + ":",
		Against:          l.Say("Evidence against") + ":",
		StudiedIn:        l.Say("Studied in") + ":",
		NotSeen:          l.Say("Not seen at work in") + ":",
		NotReviewed:      l.Say("Not reviewed yet") + ":",
		Reading:          l.Say("Our reading") + ":",
		All:              l.Say("All configurations"),
		Throughout:       l.Say("Throughout") + ":",
		NoneNeeded:       l.Say("none needed"),
		Elsewhere:        l.Say("the evidence for it is of other cases"),
		RefutedElsewhere: l.Say("the evidence against it is of other cases"),
		By:               l.Say("← by"),
		Whom:             l.Say("for"),
		Reduced:          l.Say("reduced") + ":",
		AlsoReduced:      l.Say("also reduced") + ":",
		Unwanted:         l.Say("unwanted"),
		Unintended:       l.Say("unintended"),
		NoWay:            l.Say("no link of the configuration leads to it"),
		Lacking:          l.Say("no path to it has what it needs"),
		Past:             l.Say("not by way of a mechanism"),
		OtherPaths:       l.Say("by other paths") + ":",
		NotSettled:       l.Say("not settled"),
		NoOutcome:        l.Say("[no outcome given]"),
		NoMechanism:      l.Say("[no mechanism given]"),
		language:         l,
	}
}
