// Package merge joins what two people did to one theory file.
//
//	base, ours and theirs → blocks of text by id → one text, and the conflicts in it
//
// It works on the text of tables and keys, so that comments, order and layout stay, and knows elements by their ids: two
// additions side by side are no conflict, lists of ids are joined as sets, an element that one side renamed and the other
// edited is one element. It puts in nothing that neither side had.
package merge
