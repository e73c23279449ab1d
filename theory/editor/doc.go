// Package editor answers what an editor asks of theories while they are being written.
//
//	open files, unsaved, over those on disk → projects → findings, and answers about a place in a file
//
// The findings are those of package check on the text as it stands in the editor. All other answers are made of what stands at a
// place (which is known in a text that is broken as well) and of the theories that read the file, as they were when each file
// could last be read. Files go by their paths, places by bytes of a file's text without a byte order mark. It writes nothing
// and knows no protocol: that is for package lsp below it.
package editor
