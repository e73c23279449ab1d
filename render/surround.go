package render

import (
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// surround is the frame around an area that is drawn at a scale: without the names of configurations where the figure is no higher
// than a page for that.
func surround(around scene.Frame, o Options, area geometry.Rect, scale float64) fit.Frame {
	high := func(f fit.Frame) bool { return o.Width > 0 && tooHigh(f.Height*scale) }
	full := fit.NewFrame(around, o.Face, area, o.Width/scale)
	if sparing, less := around.Sparing(); less && high(full) {
		if frame := fit.NewFrame(sparing, o.Face, area, o.Width/scale); !high(frame) {
			return frame
		}
	}
	return full
}
