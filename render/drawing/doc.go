// Package drawing holds a figure as shapes, lines of text and named groups, measures its text, and writes it as SVG,
// PNG, PDF, EPS and TIFF. It knows nothing of theories.
//
//	labels ─ Face.Wrap, Face.Width → sizes → (layout) → Drawing ─┬→ SVG   text as text
//	                                                             ├→ PDF   text as text, fonts embedded, tagged
//	                                                             ├→ EPS   text as outlines
//	                                                             └→ PNG, TIFF   pixels
//
// Lengths are points (1/72 inch), the origin is the top left corner, and y grows downwards. All writers but SVG, which leaves
// that to the viewer, draw the same glyphs at the same places: letters of scripts that are written apart without kerning and
// ligatures, so that widths add up, all others as their fonts shape them, in the order in which they are seen. A label is as wide
// as Face.Width says. The same drawing gives the same bytes on every machine.
package drawing
