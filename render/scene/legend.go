package scene

import (
	"slices"
	"strconv"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// Key is one entry of the legend: a sample of a mark and what it means. The sample is a line, a label that is struck
// through, or a badge.
type Key struct {
	Means string
	Kind  KeyKind
	Line  Look // of a line
	Plain bool // the line has the colour of links that promote, whatever it does
	Badge Badge
}

// KeyKind says what a key shows.
type KeyKind int

// The kinds of keys.
const (
	LineKey KeyKind = iota
	StruckKey
	BadgeKey
	TagKey
	MarkKey   // of a change
	BlocksKey // the strip of a context that inhibits
	BothKey   // and of one that promotes as well
)

// Legend is the marks that occur in scenes that share it, and none besides.
func Legend(scenes ...*Scene) []Key {
	var boxes []*Box
	var looks []Look
	var badges numbering
	var all []Look
	for _, s := range scenes {
		boxes = append(boxes, s.ShownBoxes()...)
		for _, l := range s.DrawnLines() {
			if l.relation != nil {
				continue
			}
			all = append(all, l.Look())
			if !l.inCase {
				looks = append(looks, l.Look())
			}
		}
		badges = s.badges
	}
	if len(scenes) == 0 {
		return nil
	}
	words := scenes[0].words()
	hasBox := func(test func(*Box) bool) bool { return slices.ContainsFunc(boxes, test) }
	keys := slices.Concat(statusKeys(words, looks), evidenceKeys(scenes), markKeys(words, all, hasBox(isReading(words))), relationKeys(scenes), changeKeys(words, scenes))
	if hasBox(func(b *Box) bool { return b.Node.Unreviewed != "" }) || slices.ContainsFunc(scenes, (*Scene).hasUnreviewedLine) {
		keys = append(keys, Key{Means: words.NotReviewed(), Line: Look{Status: theory.Supported, Faded: true}})
	}
	if hasInLane(scenes, func(b *Box) bool { return b.Dropped() && b.Mark == Unmarked }) {
		keys = append(keys, Key{Means: words.Say("dropped"), Kind: StruckKey, Badge: Badge{Text: words.Say("label")}})
	}
	if slices.ContainsFunc(all, func(l Look) bool { return l.Dropped && l.Mark == Unmarked }) {
		keys = append(keys, Key{Means: words.Say("dropped link"), Line: Look{Status: theory.Supported, Dropped: true}})
	}
	if hasBox(func(b *Box) bool { return b.Former != "" }) {
		keys = append(keys, Key{Means: formerMeans(words, scenes), Kind: StruckKey, Badge: Badge{Text: words.Say("label")}})
	}
	if hasBox(func(b *Box) bool { return b.Blocks && !b.Helps }) {
		keys = append(keys, Key{Means: words.Say("context that inhibits"), Kind: BlocksKey})
	}
	if hasBox(func(b *Box) bool { return b.Blocks && b.Helps }) {
		keys = append(keys, Key{Means: words.Say("context that does both"), Kind: BothKey})
	}
	keys = append(keys, tagKeys(words, boxes)...)
	keys = append(keys, actorKeys(scenes)...)
	keys = append(keys, caseKeys(scenes)...)
	return append(keys, badgeKeys(words, boxes, badges)...)
}

// badgeKeys are the legend's entries for the badges of some boxes: each thing that they say, and the cases that they number.
func badgeKeys(words *wording.Language, boxes []*Box, badges numbering) []Key {
	hasBox := func(test func(*Box) bool) bool { return slices.ContainsFunc(boxes, test) }
	var keys []Key
	for says := Member; says <= HeldBack; says++ {
		if !hasBox(func(b *Box) bool {
			return slices.ContainsFunc(b.Badges, func(badge Badge) bool { return badge.Says == says && badge.Text != words.Say(BelongsToAll) })
		}) {
			continue
		}
		means := badges.means
		if said := badgeWords(words)[says]; said != "" {
			means += ": " + said
		}
		keys = append(keys, Key{Means: means, Kind: BadgeKey, Badge: Badge{"1", says}})
	}
	if hasBox(func(b *Box) bool { return slices.Contains(b.Badges, Badge{Text: words.Say(BelongsToAll)}) }) {
		keys = append(keys, Key{Means: words.Say("every configuration"), Kind: BadgeKey, Badge: Badge{Text: words.Say(BelongsToAll)}})
	}
	for i, name := range badges.names {
		if hasBox(func(b *Box) bool { return slices.Contains(b.Numbers, i+1) }) {
			keys = append(keys, Key{Means: name, Kind: BadgeKey, Badge: Badge{strconv.Itoa(i + 1), Named}})
		}
	}
	return keys
}

func (s *Scene) hasUnreviewedLine() bool {
	return slices.ContainsFunc(s.ShownLines(), func(l *Line) bool { return l.Link.Unreviewed != "" })
}

// hasInLane says whether a box that is shown in a lane, and not in the strip, passes a test.
func hasInLane(scenes []*Scene, test func(*Box) bool) bool {
	return slices.ContainsFunc(scenes, func(s *Scene) bool {
		return slices.ContainsFunc(s.Boxes, func(b *Box) bool { return !b.Hidden && test(b) })
	})
}

// changeKeys are the legend's entries for the marks of changes, a kind each, in the order in which kinds are told.
func changeKeys(words *wording.Language, scenes []*Scene) []Key {
	var keys []Key
	for _, k := range revision.Kinds {
		drawn, marked := false, false
		for _, s := range scenes {
			drawn = drawn || slices.ContainsFunc(s.DrawnLines(), func(l *Line) bool { return l.Mark.Has(k) })
			marked = marked || slices.ContainsFunc(s.Marks(), func(m Mark) bool { return m.Has(k) })
		}
		if !marked {
			continue
		}
		key := Key{Means: scenes[0].revision.Words(words, k), Kind: MarkKey, Line: Look{Status: theory.Supported, Mark: signs[k]}}
		if drawn && signs[k].Went() { // by a line that looks like no other
			key.Kind, key.Line.Dropped = LineKey, true
		}
		if k == revision.WasAdded && slices.ContainsFunc(scenes, (*Scene).impliesAdded) {
			key.Means = words.Say("{1}, as is each line of such a box", key.Means)
		}
		keys = append(keys, key)
	}
	return keys
}

// formerMeans says what a label is that is struck through under another.
func formerMeans(words *wording.Language, scenes []*Scene) string {
	for _, s := range scenes {
		if r := s.revision; r != nil && !r.Ordered {
			old, _ := r.Sides(words)
			return words.Say("label in {1}", old)
		}
	}
	return words.Say("earlier label")
}

// lineKeys are the thicknesses, statuses and effects of lines.
func statusKeys(words *wording.Language, looks []Look) []Key {
	has := func(test func(Look) bool) bool { return slices.ContainsFunc(looks, test) }
	var keys []Key
	for n := 1; n <= MostBacking; n++ {
		claims := func(l Look) bool { return !l.Dropped && l.Status == theory.Supported && l.Thickness() == n }
		if !has(claims) {
			continue
		}
		means := backingWords(words, n, has(func(l Look) bool { return claims(l) && l.Backing > 0 }), has(func(l Look) bool { return claims(l) && l.Backing == 0 }))
		if len(keys) == 0 {
			means = words.Say("supported, {1}", means)
		}
		keys = append(keys, Key{Means: means, Line: Look{Status: theory.Supported, Backing: n}})
	}
	for _, status := range theory.Statuses {
		if status != theory.Supported && has(func(l Look) bool { return !l.Dropped && l.Status == status }) {
			keys = append(keys, Key{Means: statusWords(words, status), Line: Look{Status: status}})
		}
	}
	return keys
}

// markKeys are what else lines show. Boxes may be tagged as the evaluator's reading, too.
func markKeys(words *wording.Language, looks []Look, tagged bool) []Key {
	has := func(test func(Look) bool) bool { return slices.ContainsFunc(looks, test) }
	var keys []Key
	if has(func(l Look) bool { return l.Effect == theory.Inhibits }) {
		// Where all that inhibit have the colour of their change, of what stayed, or of what is no claim, only the bar is theirs.
		plain := !has(func(l Look) bool {
			return l.Effect == theory.Inhibits && l.Mark == Unmarked && !l.Kept && !l.Dropped && !l.Refuted()
		})
		keys = append(keys, Key{Means: words.Word(string(theory.Inhibits)), Line: Look{Status: theory.Supported, Effect: theory.Inhibits}, Plain: plain})
	}
	if has(func(l Look) bool { return l.Necessary }) {
		keys = append(keys, Key{Means: words.Say("needed"), Line: Look{Status: theory.Supported, Necessary: true}})
	}
	if has(func(l Look) bool { return l.Reading }) {
		means := "link in part or whole by the evaluator's reading of the sources"
		if tagged { // whose entry says it
			means = "link by the evaluator's reading"
		}
		keys = append(keys, Key{Means: words.Say(means), Line: Look{Status: theory.Supported, Reading: true}})
	}
	if has(func(l Look) bool { return l.OnStep }) {
		keys = append(keys, Key{Means: words.Say("acts on a step"), Line: Look{Status: theory.Supported, OnStep: true}})
	}
	return keys
}

// statusWords says what a status other than supported means: "mixed" alone would not say of what.
func statusWords(words *wording.Language, status theory.Status) string {
	if status == theory.Mixed {
		return words.Say("mixed evidence, of any number of cases")
	}
	return words.Word(string(status))
}

// backingWords says what the width of a line means, of which some have cases that are named, and some none.
func backingWords(words *wording.Language, n int, named, unnamed bool) string {
	switch {
	case !named:
		return words.Say("no case named")
	case unnamed:
		return words.Say("{1} or none named", words.Counted(n, "case"))
	case n == MostBacking:
		return words.Say("{1} or more cases", strconv.Itoa(n))
	}
	return words.Counted(n, "case")
}
