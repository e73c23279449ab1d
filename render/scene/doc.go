// Package scene chooses what a figure shows of a theory, and says it in words.
//
//	*theory.Theory, Options → New → *Scene
//
// A Scene is boxes in lanes and lines between them, each with its marks: badges, statuses, changes; and the title, legend and
// caption that stand around them. Figures of two versions of a theory have the same boxes and lines, of which each shows
// its own, so that all can have one layout.
//
// Invariant: a scene has no sizes, places, colours or fonts, and is not changed once it is made.
package scene
