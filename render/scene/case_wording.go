package scene

import (
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// What is known in a case, in words.
const (
	atWorkIn     = "at work in the case"
	atWorkInPart = "at work in part"
	notAtWork    = "not at work"
	forIn        = "evidence for it in the case"
	againstIn    = "evidence against it in the case"
	forAndNot    = "evidence for it and against it in the case"
	unknownIn    = "not said whether at work"
)

// wordsOfKnown are those for what is known of a node, in the order in which it is told.
var wordsOfKnown = []struct {
	says  known
	means string
}{
	{declaredAtWork, atWorkIn}, {declaredInPart, atWorkInPart}, {declaredNotAtWork, notAtWork},
	{citedFor, forIn}, {citedForAndNot, forAndNot}, {citedAgainst, againstIn}, {nothingKnown, unknownIn},
}

// ofOutcomes are the words for an outcome in place of those for what works: it does not work, but comes about.
var ofOutcomes = map[string]string{
	atWorkIn: "came about in the case", atWorkInPart: "came about in part", "at work": "came about", "partly at work": "partly came about",
	notAtWork: "did not come about", unknownIn: "not said whether it came about",
}

// atWork says something of nodes of which some may be outcomes, and some others.
func atWork(words *wording.Language, means string, outcomes, others bool) string {
	ofOutcome, ok := ofOutcomes[means]
	switch {
	case !ok || !outcomes:
		return words.Say(means)
	case !others:
		return words.Say(ofOutcome)
	}
	return words.Say("{1} (an outcome: {2})", words.Say(means), words.Say(ofOutcome))
}

// kindsOf says whether there are outcomes among some boxes, and others.
func kindsOf(boxes []*Box) (outcomes, others bool) {
	for _, b := range boxes {
		outcomes, others = outcomes || b.Kind() == theory.Outcome, others || b.Kind() != theory.Outcome
	}
	return outcomes, others
}

// saying is what is said of some boxes.
type saying struct {
	means string
	of    []*Box
}

// apart says something of boxes: of outcomes apart, where other words are for them.
func apart(words *wording.Language, means string, boxes []*Box) []saying {
	ofOutcome, differs := ofOutcomes[means]
	others, outcomes := saying{means: words.Say(means)}, saying{means: words.Say(ofOutcome)}
	for _, b := range boxes {
		if differs && b.Kind() == theory.Outcome {
			outcomes.of = append(outcomes.of, b)
		} else {
			others.of = append(others.of, b)
		}
	}
	return slices.DeleteFunc([]saying{others, outcomes}, func(s saying) bool { return len(s.of) == 0 })
}
