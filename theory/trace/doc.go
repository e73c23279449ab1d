// Package trace follows a theory's links: what leads to a node and what follows from it, path by path, the best supported
// first, and which outcomes lose their support where a node is taken away.
//
// A path is as strong as its weakest link, and links are ordered by the status that the evaluator declared: an order of
// statuses, never a score.
//
//	*theory.Theory → Of, Without → Trace, Loss → Text, JSON
package trace
