// Package layout has a graph laid out by Graphviz, and reads the answer.
//
//	Graph (DOT) ─→ Engine.Run ─┬─ remembered ──────────────────────────────┬→ Layout
//	                           ├─ Graphviz in this process ────────────────┤
//	                           └─ a program of its own: ours, or that which ┘
//	                              ICAMO_LAYOUT names, called as dot -Tjson0 is
//
// Graphviz can run for minutes on a small graph and fail, so it is never trusted: a layout has a deadline, and its answer is
// held against what was asked for. The package knows nothing of theories; no other imports package graphviz.
package layout

// A Graph is what is to be laid out.
type Graph struct {
	DOT   []byte   // one graph in Graphviz's language, ending with its closing brace
	Nodes []string // names of the nodes that the answer must place
	Edges []string // values of the edges' id attribute that the answer must draw, each different
}

// A Layout says where everything goes: in points, from the top left corner, y growing downwards.
type Layout struct {
	Width, Height float64
	Nodes         map[string]Box  // by name, scaffolding nodes too
	Edges         map[string]Edge // by id; edges without an id are scaffolding and left out

	// Simplified is set when the full layout was too slow, and this one was made with straight lines and less care.
	Simplified bool
}

// A Box is a node's place: its centre and its size.
type Box struct{ X, Y, W, H float64 }

// An Edge is the line from one node to another as Graphviz routed it, from tail to head as they stand in the DOT.
type Edge struct {
	Tail, Head string
	Curve      []Point // cubic Béziers: a start, then three points for each piece
	Start, End *Point  // tips of the arrowheads at tail and head, where the DOT asks for them; the curve stops short
}

// A Point is a place on the layout.
type Point struct{ X, Y float64 }
