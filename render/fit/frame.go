package fit

import (
	"slices"
	"strings"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// Frame is what stands around a figure, placed: its title above it, its legend and its caption below.
type Frame struct {
	Bounds  geometry.Rect // of the figure and its frame, without margins
	Height  float64       // of the page, with margins, before it is scaled
	Title   []Text
	Keys    []Key
	Caption []Text
}

// Text is one line of text; it starts at X, on the baseline Y.
type Text struct {
	String string
	X, Y   float64
}

// Key is an entry of the legend: its sample starts at X, and Y is its middle.
type Key struct {
	scene.Key
	X, Y  float64
	Width float64 // of the sample
	Text  []Text  // what it means
	Right float64 // where its longest line ends
}

// Lengths of the legend.
const (
	keyWidth    = 20.0 // of a sample
	boxKeyWidth = 13.0 // of that of a box
	keyGap      = 10.0 // between keys
	keyLine     = 11.0 // from key to key, downwards
)

// NewFrame sets a frame around an area, as wide as that or as a page with its margins, where that is more.
func NewFrame(f scene.Frame, face *drawing.Face, area geometry.Rect, page float64) Frame {
	width := max(area.W, page-2*Margin)
	x, y := area.X-(width-area.W)/2, area.Y
	above := 0.0
	title := lines(face, f.Title, TitleSize, width, true)
	if len(title) > 0 {
		above = float64(len(title))*TitleSize*1.25 + 4
	}
	var out Frame
	for i, text := range title {
		out.Title = append(out.Title, Text{text, x, y - above + TitleSize*(0.95+1.25*float64(i))})
	}
	bottom := area.Y + area.H
	if len(f.Keys) > 0 {
		bottom += 4
		bottom += out.legend(f.Keys, face, x, bottom, width)
	}
	for paragraph := range strings.SplitSeq(f.Caption, "\n") {
		for _, text := range lines(face, paragraph, TextSize, width, false) {
			bottom += LineGap
			out.Caption = append(out.Caption, Text{text, x, bottom})
		}
	}
	out.Bounds = geometry.Rect{X: x, Y: y - above, W: width, H: bottom - (y - above)}
	out.Height = out.Bounds.H + 2*Margin
	return out
}

// legend sets keys from x, y down, as many a line as fit into a width, and gives the height that they take.
func (f *Frame) legend(keys []scene.Key, face *drawing.Face, x, y, width float64) float64 {
	const gap = 4
	at, line := x, y+keyLine/2
	for _, k := range keys {
		sample := sampleWidth(k, face)
		w := sample + gap + face.Width(k.Means, TextSize, false)
		if at > x && at+w > x+width {
			at, line = x, line+keyLine
		}
		key := Key{Key: k, X: at, Y: line, Width: sample}
		for i, text := range lines(face, k.Means, TextSize, max(width-sample-gap, 20), false) {
			if i > 0 {
				line += LineGap
			}
			key.Text = append(key.Text, Text{text, at + sample + gap, line + TextDrop})
			key.Right = max(key.Right, at+sample+gap+face.Width(text, TextSize, false))
		}
		f.Keys = append(f.Keys, key)
		at += w + keyGap
	}
	return line + keyLine/2 - y
}

// sampleWidth is how much room the sample of a key has.
func sampleWidth(k scene.Key, face *drawing.Face) float64 {
	switch {
	case k.Kind == scene.BadgeKey:
		return BadgeWidth(face, k.Badge.Text)
	case k.Kind == scene.TagKey || k.Kind == scene.HorizonKey:
		return TagWidth(scene.Tag(k.Badge.Text))
	case k.Kind == scene.MarkKey:
		return BadgeHeight
	case k.Kind == scene.StruckKey:
		return max(keyWidth, face.Width(k.Badge.Text, TextSize, false)+2)
	case k.Kind == scene.BoxKey && k.Badge.Text != "":
		return keyWidth + TagWidth(scene.Tag(k.Badge.Text))/2
	case k.Kind == scene.BoxKey:
		return boxKeyWidth
	case k.Kind == scene.BlocksKey || k.Kind == scene.BothKey:
		return BadgeHeight
	case k.Kind == scene.LineKey && (k.Line.Sign() != "" || k.Line.Mark != scene.Unmarked):
		return keyWidth + BadgeHeight
	}
	return keyWidth
}

// Frame is what is to stand around the figure: its legend has the horizons that tags say.
func (p *Plan) Frame() scene.Frame {
	f := p.Scene.Frame
	f.Keys = slices.DeleteFunc(slices.Clone(f.Keys), func(k scene.Key) bool {
		return k.Kind == scene.HorizonKey && !p.tagged(scene.Tag(k.Badge.Text))
	})
	return f
}

// tagged says whether a tag stands on any box.
func (p *Plan) tagged(tag scene.Tag) bool {
	return slices.ContainsFunc(p.Boxes, func(b *Box) bool { return !b.Hidden && slices.Contains(p.Tags(b, b.Content), tag) })
}
