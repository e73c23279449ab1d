// Package render draws a program theory as a figure for a page.
//
//	*theory.Theory → scene → fit → place → paint → *drawing.Drawing → SVG, PNG, PDF, …
//
// This package calls one stage after the other; each has a package of its own, which knows only those before it:
//
//   - scene.Scene: what is shown, without sizes
//   - fit.Plan: sizes, wrapped labels and ranks for a page
//   - place.Placed: where everything stands, after Graphviz (package layout) has laid the plan out
//   - drawing.Drawing: shapes and texts in colour (package paint), which package drawing writes in each format
//
// Formats lists the formats that a figure can be written in.
package render
