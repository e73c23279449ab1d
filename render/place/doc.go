// Package place has a plan laid out, and puts everything in its place.
//
//	*fit.Plan ─→ Lay ─→ *Laid ─→ Route ─→ *Arrangement ─→ New ─→ *Placed
//
// An Arrangement is where the boxes stand and which way the lines take: Graphviz is told sizes, ranks and links, and answers
// with places and curves, which are then straightened, kept off boxes, and set apart where they end. A Placed figure adds
// what is set around them: lanes, badges, signs and labels.
//
// Invariant: it knows no colours and paints nothing. Plans that are laid out alike have one arrangement, whatever their
// scenes show of it.
package place
