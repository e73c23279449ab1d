package scene

import (
	"slices"

	"icamo/theory"
)

// evidenceKeys are the legend's entries for what evidence of a case says of links.
func evidenceKeys(scenes []*Scene) []Key {
	var keys []Key
	for _, status := range []theory.Status{theory.Supported, theory.Mixed, theory.Refuted} {
		for _, s := range scenes {
			lines := s.ShownLines()
			i := slices.IndexFunc(lines, func(l *Line) bool { return l.inCase && !l.unknown && l.status == status })
			if i >= 0 {
				faded := !slices.ContainsFunc(lines, func(l *Line) bool { return l.inCase && !l.Faded && l.status == status })
				keys = append(keys, Key{Means: lines[i].evidenceIn(), Faded: faded, Line: Look{Status: status, Backing: lines[i].backing}})
				break
			}
		}
	}
	return keys
}

// undeclared are the signs on boxes of which the theory does not say whether they were at work, though evidence of the case speaks of it:
// outcomes where it says so of others, and so for what is none.
func undeclared(boxes map[known][]*Box) []string {
	outcomes, others := kindsOf(boxes[declaredAtWork])
	alike := func(b *Box) bool {
		return b.Kind() == theory.Outcome && outcomes || b.Kind() != theory.Outcome && others
	}
	var signs []string
	for _, says := range []known{citedFor, citedForAndNot, citedAgainst} {
		if slices.ContainsFunc(boxes[says], alike) {
			signs = append(signs, string(tagsOfKnown[says]))
		}
	}
	return signs
}

// caseKeys are the legend's entries for a figure of a case.
func caseKeys(scenes []*Scene) []Key {
	var boxes []*Box
	of := make(map[known][]*Box)
	var pales []*Box
	paleLine, highlighted := false, false
	for _, s := range scenes {
		if s.Case == nil {
			continue
		}
		for _, b := range s.ShownBoxes() {
			boxes = append(boxes, b)
			says := knownIn(s.Theory, b.Node, s.Case)
			if b.Faded && says == nothingKnown {
				pales = append(pales, b)
			}
			of[says] = append(of[says], b)
		}
		paleLine = paleLine || slices.ContainsFunc(s.ShownLines(), func(l *Line) bool { return l.unknown })
		highlighted = highlighted || len(s.highlighted) > 0
	}
	words := scenes[0].words()
	means := func(says known, means string) string {
		outcomes, others := kindsOf(of[says])
		return atWork(words, means, outcomes, others)
	}
	var keys []Key
	if len(of[declaredAtWork]) > 0 {
		key := Key{Means: means(declaredAtWork, atWorkIn), Kind: BoxKey}
		if signs := undeclared(of); len(signs) > 0 { // their boxes look the same
			key.Means = words.Say("{1}, unless with {2}", key.Means, words.Either(signs))
		}
		keys = append(keys, key)
	}
	for _, known := range wordsOfKnown {
		tag, signed := tagsOfKnown[known.says]
		if !signed {
			continue
		}
		if key, ok := tagKey(boxes, tag, means(known.says, known.means)); ok {
			if tag == NotAtAll { // the box itself looks different
				key.Kind = BoxKey
			}
			keys = append(keys, key)
		}
	}
	pale := func(why string, kind KeyKind) {
		if highlighted { // what is known of the rest is pale, too
			why = words.Say("{1}, or not highlighted", why)
		}
		keys = append(keys, Key{Means: words.Say("pale: {1}", why), Kind: kind, Faded: true, Headless: kind == LineKey, Line: Look{Status: theory.Supported}})
	}
	if len(pales) > 0 {
		outcomes, others := kindsOf(pales)
		pale(atWork(words, unknownIn, outcomes, others), BoxKey)
	}
	if paleLine {
		pale(words.Say("no evidence in the case, whatever the link's status"), LineKey)
	}
	return keys
}
