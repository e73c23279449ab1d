// Package report puts all that is known of a theory into one document for a word processor.
//
//	theory, findings → figure, statements, matrix, evidence, revision → docx.Document
//
// It words nothing anew: tables, figures and findings say what they say elsewhere.
package report
