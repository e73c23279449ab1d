package scene

import (
	"slices"
	"strings"

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

	// The same of a subgroup alone: what holds for some is not said of all.
	SubgroupBetter Tag = "˄"
	SubgroupSame   Tag = "≈"
	SubgroupWorse  Tag = "˅"
)

func reading(words *wording.Language) Tag { return Tag(words.Say("R")) }

func tagWords(words *wording.Language) map[Tag]string {
	return map[Tag]string{
		Unwanted: words.Say("unwanted"), Unintended: words.Say("unintended"), Better: words.Say("better in a trial"), NoDifference: words.Say("no difference found in a trial"),
		Worse: words.Say("worse in a trial"), SubgroupBetter: words.Say("better in a subgroup of a trial"),
		SubgroupSame: words.Say("no difference found in a subgroup of a trial"), SubgroupWorse: words.Say("worse in a subgroup of a trial"), reading(words): words.Say("in part or whole the evaluator's reading of the sources"),
	}
}

// tags are all tags, in the order in which they stand.
func tags(words *wording.Language) []Tag {
	return []Tag{Unwanted, Unintended, Better, NoDifference, Worse, SubgroupBetter, SubgroupSame, SubgroupWorse, reading(words)}
}

// result is what a trial found, of everybody in it or of a subgroup.
type result struct {
	found    theory.Result
	subgroup bool
}

// results are the tags of what trials found.
var results = map[Tag]result{Better: {theory.Improved, false}, NoDifference: {theory.NoDifference, false}, Worse: {theory.Worsened, false},
	SubgroupBetter: {theory.Improved, true}, SubgroupSame: {theory.NoDifference, true}, SubgroupWorse: {theory.Worsened, true}}

// trialsOf is the cited evidence of trials that found something of a node, as far as a person has looked at it.
func trialsOf(t *theory.Theory, n *theory.Node, r result) []*theory.Evidence {
	return slices.DeleteFunc(t.Cited(slices.Concat(n.SupportedBy, n.ContradictedBy)), func(e *theory.Evidence) bool {
		return e.Unreviewed != "" || e.Type != theory.EffectType || e.Finding != r.found || (e.Subgroup != "") != r.subgroup
	})
}

// trialWords say of whom in the trials behind a tag of a node that was found, and compared with what; "" for other tags, and where
// nothing of it is given.
func trialWords(t *theory.Theory, n *theory.Node, tag Tag) string {
	found, ok := results[tag]
	if !ok {
		return ""
	}
	words := wording.Of(t)
	var told, with []string
	trials := trialsOf(t, n, found)
	planned := slices.ContainsFunc(trials, func(e *theory.Evidence) bool { return e.OutcomeRole != theory.Exploratory })
	for _, e := range trials {
		about := e.Subgroup
		if e.OutcomeRole == theory.Exploratory && (about != "" || !planned) {
			about = strings.TrimPrefix(about+", "+words.Word(string(e.OutcomeRole)), ", ")
		}
		if about != "" && !slices.Contains(told, about) {
			told = append(told, about)
		}
		if e.ComparedWith != "" && !slices.Contains(with, e.ComparedWith) {
			with = append(with, e.ComparedWith)
		}
	}
	if len(with) > 0 {
		told = append(told, words.Say("compared with {1}", words.List(with)))
	}
	return strings.Join(told, ", ")
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
func tagKeys(t *theory.Theory, boxes []*Box) []Key {
	words := wording.Of(t)
	var keys []Key
	for _, tag := range tags(words) {
		if key, ok := tagKey(boxes, tag, tagWords(words)[tag]+subgroupOf(t, boxes, tag)); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// subgroupOf names, after what a tag means, the subgroup of which it says that; "" where there are several, or its name is long.
func subgroupOf(t *theory.Theory, boxes []*Box, tag Tag) string {
	const longest = 30 // characters
	if !results[tag].subgroup {
		return ""
	}
	named := make(map[string]bool)
	said := ""
	for _, b := range boxes {
		if !slices.Contains(b.Tags, tag) {
			continue
		}
		for _, e := range trialsOf(t, b.Node, results[tag]) {
			said = e.Subgroup
			named[said] = true
		}
	}
	if said == "" || len(named) > 1 || len([]rune(said)) > longest {
		return ""
	}
	return ": " + said
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
