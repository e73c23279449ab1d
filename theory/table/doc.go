// Package table lays a program theory out in tables: the ICAMO matrix, the if-then-because statements, the evidence,
// the cases, and what a revision changed.
//
//	*theory.Theory → ICAMO, Statements, Evidence, Cases ┐
//	*revision.Revision → Revision                       ┴→ Table → Markdown, CSV, HTML, XLSX
//
// A statement is put together from labels: names (which words keep their capital) → grammar (verbs, articles, plurals, from
// the vocabulary in words) → phrase → statement.
//
// Rows keep the order of the theory's file, so that the same theory always gives the same bytes.
package table
