// Package editable writes drawings for programs in which their boxes and lines can be moved: PowerPoint and draw.io.
//
//	drawing.Drawing → shapes, labels, lines joined to shapes → .pptx, .drawio
//
// What stands together in the drawing is a group there, a label is one text, and a line stays joined to the boxes at its ends. It
// knows no theory.
package editable
