// Package graphviz lays out a graph in Graphviz's language, with Graphviz in this process.
//
//	DOT → Layout → json0, the same bytes as those of "dot -Tjson0" with the Graphviz of go-graphviz
//
// Graphviz is that of go-graphviz, whose WebAssembly package wasm has as generated Go; go generate makes it again. Each
// layout has a memory of its own, of 1 GiB at most, so that layouts run side by side and leave nothing behind. It knows nothing
// of theories.
//
// A layout cannot be interrupted: see package layout for what becomes of one that takes too long.
package graphviz

//go:generate go run generate.go
