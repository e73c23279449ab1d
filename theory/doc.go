// Package theory holds the model of a realist program theory and reads it from TOML files.
//
// A program theory says what works, for whom, in what circumstances, and why: interventions, in contexts, work through
// actors when they trigger mechanisms, and so bring about outcomes (ICAMO). Nodes of these five kinds are joined by
// causal links; a configuration is one claim that spans some of them; links and nodes cite the evidence for and against.
//
// Data flows one way:
//
//	bytes → outline (what the file says, and where) → read → Theory → Graph → questions
//
// What is wrong with a file is a Fault with a position, never an error: an error is returned only for a file that could
// not be read at all. Positions are 1-based; columns count characters, not bytes.
package theory
