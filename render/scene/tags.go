package scene

import (
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// Tag is a sign of what a theory says of a node: how wanted it is, what a trial found of it, whose reading it is.
type Tag string

// The tags, as they are written. That it is the evaluator's reading is a letter of the theory's language.
const (
	Unwanted     Tag = "!"
	Unintended   Tag = "*"
	Better       Tag = "▲"
	NoDifference Tag = "="
	Worse        Tag = "▼"
)

func reading(words *wording.Language) Tag { return Tag(words.Say("R")) }

func tagWords(words *wording.Language) map[Tag]string {
	return map[Tag]string{
		Unwanted: words.Say("unwanted"), Unintended: words.Say("unintended"), Better: words.Say("better in a trial"), NoDifference: words.Say("no difference found in a trial"),
		Worse: words.Say("worse in a trial"), reading(words): words.Say("in part or whole the evaluator's reading of the sources"),
	}
}

// tags are all tags, in the order in which they stand.
func tags(words *wording.Language) []Tag {
	return []Tag{Unwanted, Unintended, Better, NoDifference, Worse, reading(words)}
}

// nodeTags are the tags of a node.
func nodeTags(t *theory.Theory, n *theory.Node) []Tag {
	results := make(map[theory.Result]bool)
	for _, e := range t.Cited(slices.Concat(n.SupportedBy, n.ContradictedBy)) {
		if e.Type == theory.EffectType {
			results[e.Finding] = true
		}
	}
	words := wording.Of(t)
	has := map[Tag]bool{
		Unwanted: n.Valence == theory.Unwanted, Unintended: n.Unintended, reading(words): n.Reading != "",
		Better: results[theory.Improved], NoDifference: results[theory.NoDifference], Worse: results[theory.Worsened],
	}
	var found []Tag
	for _, tag := range tags(words) {
		if has[tag] {
			found = append(found, tag)
		}
	}
	return found
}

// tagKeys are the legend's entries for the tags of some boxes.
func tagKeys(words *wording.Language, boxes []*Box) []Key {
	var keys []Key
	for _, tag := range tags(words) {
		if key, ok := tagKey(boxes, tag, tagWords(words)[tag]); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// tagKey is the legend's entry for a tag, if any of some boxes has it.
func tagKey(boxes []*Box, tag Tag, means string) (Key, bool) {
	tagged := func(b *Box) bool { return slices.Contains(b.Tags, tag) || b.HorizonTag == tag }
	key := Key{Means: means, Kind: TagKey, Badge: Badge{Text: string(tag)}}
	key.Faded = !slices.ContainsFunc(boxes, func(b *Box) bool { return !b.Faded && tagged(b) })
	return key, slices.ContainsFunc(boxes, tagged)
}

// isReading says of a box whether it is tagged as the evaluator's reading.
func isReading(words *wording.Language) func(*Box) bool {
	return func(b *Box) bool { return slices.Contains(b.Tags, reading(words)) }
}
