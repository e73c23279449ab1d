// Package refi reads projects (.qdpx) and code books (.qdc) as REFI-QDA 1.5 describes them and NVivo, ATLAS.ti, MAXQDA,
// QualCoder and others write them: codes, sources, coded passages, cases, memos and links. It knows no theory.
//
// Data flows one way:
//
//	bytes → XML tree → codes, notes, sources → where selections lie in their texts → passages
package refi
