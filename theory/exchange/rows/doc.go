// Package rows makes a theory of the rows of sheets: of nodes, links, quotes, sources, cases, and of a matrix with a row for each
// configuration and a column for each role.
//
// Data flows one way:
//
//	sheets → headings (which table a sheet is of, which key a column is of) → elements → references among them
package rows
