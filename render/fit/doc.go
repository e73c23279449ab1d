// Package fit finds the sizes at which a scene fits its page.
//
//	*scene.Scene, Paper → New → *Fitting → Plans → *Plan
//
// A Plan gives each box its size, its wrapped label and its rank, and says how far apart things are to stand and by how much
// all is to be scaled. Lengths are in points, before they are scaled: labels are of seven points, the least that prints
// legibly. The plans of a fitting are tried one after the other, the best first.
//
// Invariant: a plan has no places and no colours. It is estimated, not laid out: nothing here asks an engine.
package fit
