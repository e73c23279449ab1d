package scene

import (
	"maps"
	"slices"
	"strconv"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// Key is one entry of the legend: a sample of a mark and what it means. The sample is a line, a label that is struck
// through, or a badge.
type Key struct {
	Means    string
	Kind     KeyKind
	Line     Look // of a line
	Plain    bool // the line has the colour of links that promote, whatever it does
	Headless bool // the line stands for links that promote and for those that inhibit
	Faded    bool // the mark occurs only on what is faded
	Kept     bool // of an overlay: only on what stayed as it was
	Badge    Badge
	Spare    bool // left out where the figure would be higher than a page for it
}

// KeyKind says what a key shows.
type KeyKind int

// The kinds of keys.
const (
	LineKey KeyKind = iota
	StruckKey
	BadgeKey
	TagKey
	HorizonKey // a tag that is drawn where no column says the same
	MarkKey    // of a change
	BlocksKey  // the strip of a context that blocks
	BothKey    // and of one that enables as well
	BoxKey     // a box without a label, with the tag that it has
)

// Legend is the marks that occur in scenes that share it, and none besides.
func Legend(scenes ...*Scene) []Key {
	var boxes []*Box
	var looks []Look
	var badges numbering
	var all []Look
	var besides []int // numbers of cases and configurations that no badge has
	for _, s := range scenes {
		boxes = append(boxes, s.ShownBoxes()...)
		for _, l := range s.DrawnLines() {
			if l.relation != nil {
				continue
			}
			all, besides = append(all, l.Look()), append(besides, l.numbers...)
			if !l.inCase {
				looks = append(looks, l.Look())
			}
		}
		besides = append(besides, s.numbersSaid()...)
		badges = s.badges
	}
	badges.names = withoutTitles(badges.names, scenes)
	if len(scenes) == 0 {
		return nil
	}
	words := scenes[0].words()
	hasBox := func(test func(*Box) bool) bool { return slices.ContainsFunc(boxes, test) }
	var keys []Key
	boxKey := func(kind KeyKind, means string, test func(*Box) bool) {
		if hasBox(test) {
			faded := !hasBox(func(b *Box) bool { return !b.Faded && test(b) })
			kept := !hasBox(func(b *Box) bool { return !b.Kept && test(b) })
			keys = append(keys, Key{Means: words.Say(means), Kind: kind, Faded: faded, Kept: kept, Badge: Badge{Text: words.Say("label")}})
		}
	}
	keys = slices.Concat(headless(slices.Concat(statusKeys(words, looks), evidenceKeys(scenes)), all), markKeys(words, all, hasBox(isReading(words))), relationKeys(scenes), changeKeys(words, scenes))
	if hasBox(func(b *Box) bool { return b.Node.Unreviewed != "" }) || slices.ContainsFunc(scenes, (*Scene).hasUnreviewedLine) {
		keys = append(keys, Key{Means: words.NotReviewed(), Faded: true, Line: Look{Status: theory.Supported, Backing: 1}})
	}
	if hasBox(func(b *Box) bool { return b.Kept }) || slices.ContainsFunc(all, func(l Look) bool { return l.Kept }) {
		means := "grey: as it was"
		if slices.ContainsFunc(scenes, func(s *Scene) bool {
			return slices.ContainsFunc(s.Marks(), func(m Mark) bool { return m.Has(revision.WasAnnotated) })
		}) {
			means = "grey: same claim"
		}
		keys = append(keys, Key{Means: words.Say(means), Kind: BoxKey, Kept: true})
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
	boxKey(BlocksKey, "blocking context", func(b *Box) bool { return b.Blocks && !b.Helps })
	boxKey(BothKey, "context that enables and blocks", func(b *Box) bool { return b.Blocks && b.Helps })
	keys = append(keys, tagKeys(scenes[0].Theory, boxes)...)
	keys = append(keys, horizonKeys(words, boxes)...)
	keys = append(keys, actorKeys(scenes)...)
	keys = append(keys, caseKeys(scenes)...)
	return append(keys, badgeKeys(words, slices.DeleteFunc(boxes, func(b *Box) bool { return inStrip(scenes, b) }), badges, besides)...)
}

// withoutTitles takes from the names of numbers those of configurations that scenes have as their titles, which stand beside one another.
func withoutTitles(names map[int]string, scenes []*Scene) map[int]string {
	names = maps.Clone(names)
	for _, s := range scenes {
		for _, c := range s.Theory.Configurations {
			if c == s.Configuration {
				delete(names, s.Theory.NumberOf(c))
			}
		}
	}
	return names
}

// numbersSaid are those by which the figure speaks of configurations in words: of actors that stand as tags, and of those that the one
// that is shown hangs together with.
func (s *Scene) numbersSaid() []int {
	var said []int
	for _, a := range s.tagged {
		said = append(said, a.numbers...)
	}
	if c := s.Configuration; c != nil {
		said = slices.Concat(said, numbersOf(s.Theory, c.Requires), numbersOf(s.Theory, c.Influences), rivalsOf(s.Theory, c))
	}
	return said
}

// badgeKeys are the legend's entries for the badges of some boxes: each thing that they say, and the cases or configurations that
// they number, or that are numbered besides.
func badgeKeys(words *wording.Language, boxes []*Box, badges numbering, besides []int) []Key {
	hasBox := func(test func(*Box) bool) bool { return slices.ContainsFunc(boxes, test) }
	var keys []Key
	faded := func(test func(*Box) bool) bool { return !hasBox(func(b *Box) bool { return !b.Faded && test(b) }) }
	for says := Member; says <= HeldBack; says++ {
		of := func(b *Box) bool {
			return slices.ContainsFunc(b.Badges, func(badge Badge) bool { return badge.Says == says && badge.Text != words.Say(BelongsToAll) })
		}
		if !hasBox(of) {
			continue
		}
		means := badges.means
		if said := badgeMeans[says]; said != "" {
			outcomes, others := kindsOf(slices.DeleteFunc(slices.Clone(boxes), func(b *Box) bool { return !of(b) }))
			means += ": " + atWork(words, said, outcomes, others)
		}
		keys = append(keys, Key{Means: means, Kind: BadgeKey, Badge: Badge{"1", says}, Faded: faded(of)})
	}
	if of := func(b *Box) bool { return slices.Contains(b.Badges, Badge{Text: words.Say(BelongsToAll)}) }; hasBox(of) {
		keys = append(keys, Key{Means: words.Say("every configuration"), Kind: BadgeKey, Badge: Badge{Text: words.Say(BelongsToAll)}, Faded: faded(of)})
	}
	var names []Key
	for _, number := range slices.Sorted(maps.Keys(badges.names)) {
		if slices.Contains(besides, number) || hasBox(func(b *Box) bool { return slices.Contains(b.Numbers, number) }) {
			names = append(names, Key{Means: badges.names[number], Kind: BadgeKey, Badge: Badge{strconv.Itoa(number), Named}, Spare: badges.most > 0})
		}
	}
	if badges.most > 0 && len(names) > badges.most {
		return keys
	}
	return append(keys, names...)
}

func (s *Scene) hasUnreviewedLine() bool {
	return slices.ContainsFunc(s.ShownLines(), func(l *Line) bool { return l.Link.Unreviewed != "" })
}

// inStrip says whether a box is in the strip of a scene, where it has no badges.
func inStrip(scenes []*Scene, b *Box) bool {
	return slices.ContainsFunc(scenes, func(s *Scene) bool { return slices.Contains(s.stripBoxes(), b) })
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
		key := Key{Means: scenes[0].revision.Words(words, k), Kind: MarkKey, Line: Look{Status: theory.Supported, Backing: 1, Mark: signs[k]}}
		if drawn && signs[k].Went() { // by a line that looks like no other
			key.Kind, key.Line.Dropped = LineKey, true
		}
		if k == revision.WasRefined && slices.ContainsFunc(scenes, (*Scene).relabelled) { // renaming has a sign of its own
			key.Means = words.Say("{1}; its label too, where one is struck through", key.Means)
		}
		if k == revision.WasAdded && slices.ContainsFunc(scenes, (*Scene).impliesAdded) {
			key.Means = words.Say("{1}; so are all lines at a box with this sign", key.Means)
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

// statusKeys are the thicknesses of lines that are supported, and the other statuses.
func statusKeys(words *wording.Language, looks []Look) []Key {
	var keys []Key
	for n := 0; n <= MostBacking; n++ {
		if sample, ok := sampleOf(looks, func(l Look) bool { return !l.Dropped && l.Status == theory.Supported && l.Thickness() == n }); ok {
			means := backingWords(words, n)
			if len(keys) == 0 {
				means = words.Say("supported, {1}", means)
			}
			keys = append(keys, Key{Means: means, Faded: sample.Faded, Line: Look{Status: theory.Supported, Backing: n}})
		}
	}
	for _, status := range theory.Statuses {
		if sample, ok := sampleOf(looks, func(l Look) bool { return !l.Dropped && l.Status == status }); ok && status != theory.Supported {
			keys = append(keys, Key{Means: statusWords(words, status), Faded: sample.Faded, Line: Look{Status: status}})
		}
	}
	return keys
}

// headless has what keys say of statuses hold for lines with heads of either kind, where some inhibit.
func headless(keys []Key, looks []Look) []Key {
	for i := range keys {
		keys[i].Headless = slices.ContainsFunc(looks, inhibits)
	}
	return keys
}

func inhibits(l Look) bool { return l.Effect == theory.Inhibits }

// sampleOf is how lines of some kind are to look in the legend: as the first of them do that are not faded, solid ones before broken
// ones, with no sign of what else they say; not ok where there are none.
func sampleOf(looks []Look, of func(Look) bool) (sample Look, ok bool) {
	rank := func(l Look) int {
		rank := slices.Index(theory.Statuses, l.Status)
		switch {
		case l.solid():
			rank = -1
		case l.Dropped:
			rank = len(theory.Statuses)
		}
		if l.Faded {
			rank += 2 * len(theory.Statuses)
		}
		return rank
	}
	var best *Look
	for i, l := range looks {
		if of(l) && (best == nil || rank(l) < rank(*best)) {
			best = &looks[i]
		}
	}
	if best == nil {
		return Look{}, false
	}
	sample = Look{Status: best.Status, Dropped: best.Dropped, Faded: best.Faded}
	if best.solid() {
		sample.Status, sample.Backing = theory.Supported, 1
	}
	return sample, true
}

// solid says whether the line is not broken.
func (l Look) solid() bool {
	return !l.Dropped && (l.Status == theory.Supported || l.Status == theory.Mixed || l.Status == theory.Refuted)
}

// markKeys are what else lines show. Boxes may be tagged as the evaluator's reading, too.
func markKeys(words *wording.Language, looks []Look, tagged bool) []Key {
	var keys []Key
	key := func(means string, of func(Look) bool, mark func(*Key)) {
		sample, ok := sampleOf(looks, of)
		if !ok {
			return
		}
		k := Key{Means: means, Faded: sample.Faded, Line: sample}
		k.Line.Faded = false // the key says it
		mark(&k)
		keys = append(keys, k)
	}
	if slices.ContainsFunc(looks, inhibits) {
		key(words.Word(string(theory.Promotes)), func(l Look) bool { return !inhibits(l) }, func(k *Key) { k.Line.Effect = theory.Promotes })
	}
	key(words.Word(string(theory.Inhibits)), inhibits, func(k *Key) {
		k.Line.Effect = theory.Inhibits
		// Where all that inhibit have the colour of their change, of what stayed, or of what is no claim, only the bar is theirs.
		k.Plain = !slices.ContainsFunc(looks, func(l Look) bool {
			return inhibits(l) && l.Mark == Unmarked && !l.Kept && !l.Dropped && !l.Refuted()
		})
	})
	key(words.Say("needed"), func(l Look) bool { return l.Necessary }, func(k *Key) { k.Line.Necessary = true })
	reading := words.Say("link in part or whole by the evaluator's reading of the sources")
	if tagged { // whose entry says it
		reading = words.Say("link: the same as {1}", words.Say("R"))
	}
	key(reading, func(l Look) bool { return l.Reading }, func(k *Key) { k.Line.Reading = true })
	key(words.Say("acts on a step"), func(l Look) bool { return l.OnStep }, func(k *Key) { k.Line.OnStep = true })
	return keys
}

// statusWords says what a status other than supported means: "mixed" alone would not say of what.
func statusWords(words *wording.Language, status theory.Status) string {
	if status == theory.Mixed {
		return words.Say("mixed evidence, number of cases not shown")
	}
	return words.Word(string(status))
}

// backingWords says what the width of a line means.
func backingWords(words *wording.Language, n int) string {
	switch n {
	case 0:
		return words.Say("no case named")
	case MostBacking:
		return words.Say("{1} or more cases", strconv.Itoa(n))
	}
	return words.Counted(n, "case")
}
