package fit

import (
	"slices"

	"icamo/theory"
)

// Horizon is that of the box's outcome, "" where it states none, or not the same one in all figures of its layout.
func (b *Box) Horizon() theory.Horizon {
	contents := b.Contents()
	for _, c := range contents {
		if c.Node.Horizon != contents[0].Node.Horizon {
			return ""
		}
	}
	return contents[0].Node.Horizon
}

// Horizons are those that the boxes of a lane of outcomes state, the nearest first.
func (p *Plan) Horizons() []theory.Horizon {
	return slices.DeleteFunc(slices.Clone(theory.Horizons), func(h theory.Horizon) bool {
		return !slices.ContainsFunc(p.inLane(theory.Outcome), func(b *Box) bool { return b.Horizon() == h })
	})
}

// HeadingHigh is the height of the headings over the columns of outcomes of one horizon.
func (p *Plan) HeadingHigh() float64 {
	if p.byHorizon && len(p.Horizons()) > 0 {
		return LineGap
	}
	return 0
}

// bands are the boxes of a lane that have columns of their own: outcomes by their horizon, after those that state none.
func (p *Plan) bands(in *lane) [][]*laneBox {
	if in.kind != theory.Outcome || !p.byHorizon {
		return [][]*laneBox{in.order}
	}
	var bands [][]*laneBox
	for _, h := range append([]theory.Horizon{""}, theory.Horizons...) {
		band := slices.DeleteFunc(slices.Clone(in.order), func(b *laneBox) bool { return b.Horizon() != h })
		if len(band) > 0 {
			bands = append(bands, band)
		}
	}
	return bands
}
