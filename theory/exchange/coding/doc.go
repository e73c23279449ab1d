// Package coding makes a theory of a project of coded texts: codes become nodes, configurations and roles in them; passages become
// quotes. What kind a code is says a mapping that the evaluator fills in, else the names of the code and of those above it.
package coding
