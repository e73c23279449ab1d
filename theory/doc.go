// Package theory holds the model of a realist program theory.
//
// A program theory says what works, for whom, in what circumstances, and why: interventions, in contexts, work through
// actors when they trigger mechanisms, and so bring about outcomes (ICAMO). Nodes of these five kinds are joined by
// causal links; a configuration is one claim that spans some of them; links and nodes cite the evidence for and against.
//
// Data flows one way:
//
//	bytes → theory/toml → theory/load → *Theory → its Graph, Lineage and Membership → what is asked of it
//
// The example shows how a program loads a theory, checks it, compares its versions and draws it.
//
// This package has no part in how a theory is read, checked, put into words or drawn, and imports no other package of ours.
// Format says which keys a theory file may have; all that reads or describes them goes by it.
//
// What is wrong with a file is a Fault with a position, never an error. Positions are 1-based; columns count characters, not
// bytes.
package theory
