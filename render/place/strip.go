package place

import (
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// Strip is what was dropped, in its place below the lanes, with signs.
type Strip struct {
	fit.Strip
	Items []StripItem
}

// StripItem is an item of the strip with its signs.
type StripItem struct {
	fit.StripItem
	TagSigns []Sign
	MarkSign *Sign // nil for none
}

// placeStrip adds the strip to the area.
func (f *Placed) placeStrip() {
	below := geometry.Point{X: f.Area.X, Y: f.Area.Y + f.Area.H + fit.LaneEdge}
	strip := f.plan.StripAt(below, f.Area.W)
	if strip.At.H == 0 {
		return
	}
	f.Strip = &Strip{Strip: strip}
	for _, item := range strip.Items {
		f.Strip.Items = append(f.Strip.Items, newStripItem(item))
	}
	f.Area.H += fit.LaneEdge + strip.At.H
}

// TellingWhy is the figure with a strip that tells more of why things were dropped; not ok where it has no more to tell.
func (f *Placed) TellingWhy() (telling *Placed, ok bool) {
	plan, ok := f.plan.TellingWhy()
	if !ok || f.Strip == nil {
		return nil, false
	}
	one := *f
	one.plan = plan
	one.Area.H -= fit.LaneEdge + f.Strip.At.H
	one.placeStrip()
	return &one, true
}

// newStripItem sets the mark of a box on its corner, and that of a link before its text; tags stand at the lower right.
func newStripItem(of fit.StripItem) StripItem {
	item := StripItem{StripItem: of}
	const each = fit.BadgeHeight
	if of.Mark != scene.Unmarked {
		at := geometry.Around(geometry.Point{X: of.At.X, Y: of.At.Y}, each, each)
		if of.Box == nil {
			at = geometry.Rect{X: of.At.X, Y: of.At.Y + fit.LineGap/2 - each/2, W: each, H: each}
		}
		item.MarkSign = &Sign{string(of.Mark), at}
	}
	if of.Box == nil {
		return item
	}
	at := geometry.Rect{X: of.At.X + of.At.W - fit.TagsWidth(of.Box.Tags) - 1.5, Y: of.At.Y + of.At.H - each*0.7, H: each}
	item.TagSigns = tagSigns(of.Box.Tags, at)
	return item
}
