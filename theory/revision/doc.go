// Package revision says what changed between two versions of a program theory.
//
//	old, new → theory.Lineage (which element became which) → matches → changes → text · JSON · table
//
// Ids are identity, and lineage ("was") follows what was renamed, merged or split. Links follow their ends, and lists of
// ids what they name, so a merge of two nodes is one change however many links they had. The order of elements in the
// files, and the files that they stand in, say nothing and are not compared.
package revision
