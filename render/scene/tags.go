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

// results are the tags of what trials found.
var results = map[Tag]theory.Result{Better: theory.Improved, NoDifference: theory.NoDifference, Worse: theory.Worsened}

// trialsOf is the cited evidence of trials that found something of a node.
func trialsOf(t *theory.Theory, n *theory.Node, found theory.Result) []*theory.Evidence {
	return slices.DeleteFunc(t.Cited(slices.Concat(n.SupportedBy, n.ContradictedBy)), func(e *theory.Evidence) bool {
		return e.Type != theory.EffectType || e.Finding != found
	})
}

// comparedWith is what the programme was compared with in the trials behind a tag of a node; "" for other tags, and where it is not given.
func comparedWith(t *theory.Theory, n *theory.Node, tag Tag) string {
	found, ok := results[tag]
	if !ok {
		return ""
	}
	var with []string
	for _, e := range trialsOf(t, n, found) {
		if e.ComparedWith != "" && !slices.Contains(with, e.ComparedWith) {
			with = append(with, e.ComparedWith)
		}
	}
	return wording.Of(t).List(with)
}

// nodeTags are the tags of a node.
func nodeTags(t *theory.Theory, n *theory.Node) []Tag {
	words := wording.Of(t)
	has := map[Tag]bool{Unwanted: n.Valence == theory.Unwanted, Unintended: n.Unintended, reading(words): n.Reading != ""}
	for tag, found := range results {
		has[tag] = len(trialsOf(t, n, found)) > 0
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
