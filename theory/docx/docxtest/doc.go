// Package docxtest reads documents for word processors in tests, and holds them to what Word asks of a file before it opens it:
// LibreOffice opens much that Word calls damaged.
//
//	bytes of a .docx → Read → Document
package docxtest
