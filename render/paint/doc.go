// Package paint turns a placed figure into shapes.
//
//	*place.Placed, fit.Frame, Palette → Figure → *drawing.Drawing
//
// No meaning hangs on colour alone: kinds also have their lanes, effects their line ends, statuses their dashes and signs.
//
// Invariant: it moves nothing but the whole figure onto its page, measures nothing, and knows no format of a file.
package paint
