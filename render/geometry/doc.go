// Package geometry holds points, rectangles and curves in the plane, y growing downwards, and what is asked of them.
//
// It takes and gives lengths of any unit.
//
// Invariant: it knows no theory, no figure and no format, and imports no package of this program.
package geometry
