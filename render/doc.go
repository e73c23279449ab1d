// Package render draws a program theory as a figure for a page.
//
//	Theory → view (what is shown) → boxes → ranks → DOT → layout → placed figure → Drawing → SVG, PNG, PDF, …
//
// Graphviz lays the figure out and never draws it: it is told sizes and links, and answers with places and curves. All
// lengths are in points. A figure is made with labels of seven points, the least that prints legibly, and then scaled to
// its page as a whole.
package render
