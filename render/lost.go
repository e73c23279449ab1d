package render

import (
	"fmt"
	"slices"

	"icamo/render/scene"
)

// What a figure shows beside boxes, lines and what stands on these.
const (
	laneNames  = "the names of lanes"
	boxNumbers = "the numbers on boxes"
	boxSigns   = "signs on boxes"
)

// lostInText is what a figure shows that a language of graphs has no place for, counted, but for what one has.
func lostInText(s *scene.Scene, but ...string) []string {
	var badges, tags, horizons, former, cases int
	for _, b := range s.ShownBoxes() {
		badges, tags = badges+len(b.Badges), tags+len(b.Tags)
		if b.HorizonTag != "" {
			horizons++
		}
		if b.Former != "" {
			former++
		}
	}
	for _, l := range s.DrawnLines() {
		if look := l.Look(); look.Relation == scene.NoRelation && !l.InCase() && look.Backing > 0 {
			cases++
		}
	}
	lanes := len(s.Lanes())
	if lanes == 1 {
		lanes = 0 // its boxes are alike
	}
	var lost []string
	for _, one := range []struct {
		count int
		what  string
	}{{lanes, laneNames}, {badges, boxNumbers}, {tags, boxSigns}, {horizons, "horizons of outcomes"}, {former, "earlier labels"},
		{cases, "how many cases stand behind links"}} {
		if one.count > 0 && !slices.Contains(but, one.what) {
			lost = append(lost, fmt.Sprintf("%s (%d)", one.what, one.count))
		}
	}
	if s.Frame.Caption != "" {
		lost = append(lost, "what stands under the figure")
	}
	return lost
}
