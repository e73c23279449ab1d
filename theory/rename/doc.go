// Package rename gives an element of a theory another id, in the text of every file that names it.
//
//	text of a file, id before and after → edits of that text
//
// It changes ids and nothing else: layout, comments and the order of everything stay. It knows which keys hold ids of
// which elements from theory.Format alone.
package rename
