// Package table lays a program theory out in tables: the ICAMO matrix, the if-then-because statements, the evidence,
// the cases, and what a revision changed.
//
//	*theory.Theory → ICAMO, Statements, Evidence, Cases ┐
//	*revision.Revision → Revision                       ┴→ Table → Markdown, CSV, HTML, XLSX
//
// A statement is labelled parts: labels stand in it as they are, since no grammar gets phrases of every shape right.
//
// Rows keep the order of the theory's file, so that the same theory always gives the same bytes.
package table
