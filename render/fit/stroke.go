package fit

import (
	"icamo/render/scene"
	"icamo/theory"
)

// The widths of lines, in points: of one that no case is named behind, and of all that say nothing of cases or have one behind
// them. Each further case adds to it.
const (
	strokeOfNone = 0.4
	strokeOfOne  = 0.9
	strokeOfCase = 0.6

	strokeOfRipples = 1.8 // of what one configuration takes up of another
)

// StrokeWidth is how wide a line is drawn: where it is supported its width grows with the number of distinct cases behind it, up to four.
// With mixed evidence it does not, as those for the link would hide those against it.
func StrokeWidth(l scene.Look) float64 {
	switch n := l.Thickness(); {
	case l.Relation == scene.Ripples:
		return strokeOfRipples
	case l.Dropped || l.Status != theory.Supported:
		return strokeOfOne
	case n == 0:
		return strokeOfNone
	default:
		return strokeOfOne + strokeOfCase*float64(n-1)
	}
}

// Dash is the pattern in which a line is drawn; nil where it is whole.
func Dash(l scene.Look) []float64 {
	switch {
	case l.Relation == scene.Ripples:
		return nil
	case l.Dropped:
		return []float64{1, 2.2}
	case l.Status == theory.Hypothesised:
		return []float64{3.6, 2.4}
	case l.Status == theory.NotTested:
		return []float64{0.01, 2.4}
	case l.Status == theory.NotActivated:
		return []float64{4.2, 2.2, 0.01, 2.2}
	}
	return nil
}

// Width is how wide a line is for what stands at its ends and beside it: a thin one has heads that can be seen.
func Width(l scene.Look) float64 { return max(StrokeWidth(l), strokeOfOne) }

// TwoDashes is what two dashes of a broken line take, with what stands between them.
func TwoDashes(dash []float64) float64 {
	total := dash[0]
	for _, d := range dash {
		total += d
	}
	return total
}

// HeadLength is how long the arrowhead of a line of some width is.
func HeadLength(width float64) float64 { return 5 + width }

// What else stands at the end of a line: the bar of one that inhibits, with its gap, and that across one whose source is needed.
const (
	BarLength  = 3.1
	NeedLength = 2.6
)

// ArrowHalf is how far an arrowhead reaches to both sides of a line of some width.
func ArrowHalf(width float64) float64 { return 1.7 + width*0.55 }

// BarHalf is how far the bar of a line that inhibits reaches to both sides of it.
func BarHalf(width float64) float64 { return 3.6 + width/2 }

// TailLength is what the diamond at the start of a line takes of it.
const TailLength = 0.6 + 2*ReadingHalf

// ReadingHalf is how far the diamond at the start of a line that is the evaluator's reading reaches to both sides of it.
const ReadingHalf = 2.2
