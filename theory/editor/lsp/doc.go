// Package lsp lets editors ask what package editor answers, by the Language Server Protocol (version 3.17).
//
//	standard input → messages → server → package editor → messages → standard output
//
// One goroutine reads messages, another answers them in their order, and looks for findings when none is waiting: of several
// changes that come faster than they can be checked, only the last is. Places of the protocol are lines and UTF-16 units of a
// text, those of package editor bytes. It writes no file: what is to be changed is sent to the editor, which may do it.
//
// The protocol is spoken with the standard library alone. go.lsp.dev/protocol and tliron/glsp were tried: each makes every
// start of the program a millisecond slower and 4 MB larger, with ten and more libraries behind it, for the fifth of the
// protocol that is used here.
package lsp
