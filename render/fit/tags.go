package fit

import (
	"icamo/render/scene"
	"icamo/theory"
)

// Dots of the tag of a horizon.
const (
	DotSize  = 2.0
	DotPitch = 2.9 // from the middle of one to that of the next
	dotsPad  = 1.7 // on both sides of them
)

// TagWidth is how wide a tag is.
func TagWidth(tag scene.Tag) float64 {
	dots := float64(tag.Dots())
	return max(BadgeHeight, (dots-1)*DotPitch+DotSize+2*dotsPad)
}

// TagsWidth is how wide tags are side by side.
func TagsWidth(tags []scene.Tag) float64 {
	total := 0.0
	for _, tag := range tags {
		total += TagWidth(tag)
	}
	return total
}

// Tags are those that a box has with some content: that of its horizon among them, where no column says it.
func (p *Plan) Tags(b *Box, c scene.Content) []scene.Tag {
	if p.byHorizon && b.Lane == theory.Outcome && b.Horizon() != "" {
		return c.Tags
	}
	return c.AllTags()
}
