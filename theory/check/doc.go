// Package check reads a theory as a reviewer would, and reports what it finds. It judges nothing: a finding says where
// what is declared and what is cited disagree, and the evaluator decides.
//
// Data flows one way:
//
//	*theory.Theory + Settings → Run → []Finding → Text, JSON, …
//
// A rule is a value in the list Rules. To add one, write it in a file of its own and name it in that list.
package check
