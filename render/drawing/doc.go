// Package drawing holds a figure as shapes, lines of text and named groups, measures its text, and writes it as SVG,
// PNG, PDF, EPS and TIFF. It knows nothing of theories.
//
//	labels ─ Face.Wrap, Face.Width → sizes → (layout) → Drawing ─┬→ SVG   text as text
//	                                                             ├→ PDF   text as text, fonts embedded
//	                                                             ├→ EPS   text as outlines
//	                                                             └→ PNG, TIFF   pixels
//
// Lengths are points (1/72 inch), the origin is the top left corner, and y grows downwards. All writers draw the same
// glyphs at the same places: no kerning and no ligatures, so that a label is as wide as Face.Width says. The same
// drawing gives the same bytes on every machine.
package drawing
