package fit

import (
	"cmp"
	"slices"

	"icamo/render/scene"
	"icamo/theory"
)

// titleRoom is what the boxes of a lane are to take along its title, or more: what stands around them is not enough for it. It is 0 for a
// lane that has no title.
func (p *Plan) titleRoom(lane theory.Kind) float64 {
	const around = 12.0 // a lane's boxes, at least
	if lane == scene.Configuration {
		return 0
	}
	return p.Paper.Face.Width(p.Scene.LaneName(lane), TextSize, true) - around
}

// makeLanesHigh has each lane that lies across the page be as high as its title is long, where all its boxes are low.
func (p *Plan) makeLanesHigh() {
	for _, lane := range p.Scene.Lanes() {
		highest := slices.MaxFunc(p.inLane(lane), func(a, b *Box) int { return cmp.Compare(a.H, b.H) })
		highest.H = max(highest.H, p.titleRoom(lane))
	}
}

// makeLanesWide has each lane that stands beside others be as wide as its title, where all its boxes are narrow.
func (p *Plan) makeLanesWide() {
	for _, lane := range p.Scene.Lanes() {
		boxes := p.inLane(lane)
		widest := make([]float64, p.Ranks)
		for _, b := range boxes {
			widest[b.Rank] = max(widest[b.Rank], b.W)
		}
		lacks, ranks := p.titleRoom(lane), 0
		for _, w := range widest {
			if lacks -= w; w > 0 {
				ranks++
			}
		}
		if lacks <= 0 {
			continue
		}
		for _, b := range boxes {
			b.W = widest[b.Rank] + lacks/float64(ranks)
		}
	}
}
