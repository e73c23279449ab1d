package render

import (
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// surround is the frame around an area that is drawn at a scale: the one that tells most of those with which the figure is no higher than
// a page, or where it is higher all the same, the one that tells most of all.
func surround(around scene.Frame, o Options, area geometry.Rect, scale float64) fit.Frame {
	ways := around.Ways()
	for _, way := range ways {
		if frame := fit.NewFrame(way, o.Face, area, o.Width/scale); o.Width == 0 || !tooHigh(frame.Height*scale) {
			return frame
		}
	}
	return fit.NewFrame(ways[0], o.Face, area, o.Width/scale)
}
