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
	if p.states == nil {
		outcomes := p.inLane(theory.Outcome)
		p.states = slices.DeleteFunc(slices.Clone(theory.Horizons), func(h theory.Horizon) bool {
			return !slices.ContainsFunc(outcomes, func(b *Box) bool { return b.Horizon() == h })
		})
	}
	return p.states
}

// HeadingHigh is the height of the headings over the columns of outcomes of one horizon.
func (p *Plan) HeadingHigh() float64 {
	if p.byHorizon && len(p.Horizons()) > 0 {
		return LineGap
	}
	return 0
}

// byNearest are the horizons in the order of their columns, the nearest first. What states none stands last, unless more links lead from
// there to what states one than back: arrows are to run onwards.
func (p *Plan) byNearest() []theory.Horizon {
	onwards := 0
	for _, l := range p.Lines {
		if l.From.Lane != theory.Outcome || l.To.Lane != theory.Outcome {
			continue
		}
		switch from, to := l.From.Horizon(), l.To.Horizon(); {
		case from == "" && to != "":
			onwards++
		case from != "" && to == "":
			onwards--
		}
	}
	if onwards > 0 {
		return append([]theory.Horizon{""}, theory.Horizons...)
	}
	return append(slices.Clone(theory.Horizons), "")
}

// bands are the boxes of a lane that have columns of their own: outcomes by their horizon.
func (p *Plan) bands(in *lane) [][]*laneBox {
	if in.kind != theory.Outcome || !p.byHorizon {
		return [][]*laneBox{in.order}
	}
	var bands [][]*laneBox
	for _, h := range p.byNearest() {
		band := slices.DeleteFunc(slices.Clone(in.order), func(b *laneBox) bool { return b.Horizon() != h })
		if len(band) > 0 {
			bands = append(bands, band)
		}
	}
	return bands
}
