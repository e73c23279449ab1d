package scene

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

const dot = "•"

// horizonTag is a dot for the nearest horizon, and one more for each that is farther; "" for none.
func horizonTag(h theory.Horizon) Tag {
	return Tag(strings.Repeat(dot, 1+slices.Index(theory.Horizons, h)))
}

// Dots counts those of the tag of a horizon; other tags have none.
func (t Tag) Dots() int { return strings.Count(string(t), dot) }

// AllTags are the tags, that of the horizon among them.
func (c Content) AllTags() []Tag {
	if c.HorizonTag == "" {
		return c.Tags
	}
	return append(slices.Clone(c.Tags), c.HorizonTag)
}

// horizonKeys are the legend's entries for the horizons of some boxes, the first of which says what they are.
func horizonKeys(words *wording.Language, boxes []*Box) []Key {
	var keys []Key
	for _, h := range theory.Horizons {
		means := words.Word(string(h))
		if len(keys) == 0 {
			means = words.Say("horizon: {1}", means)
		}
		if key, ok := tagKey(boxes, horizonTag(h), means); ok {
			key.Kind = HorizonKey
			keys = append(keys, key)
		}
	}
	return keys
}
