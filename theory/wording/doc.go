// Package wording puts what a theory says into words, once for everything that prints: a link, a trial's result, a case, a
// list, a count. The tool's own words are those of a Language; a theory's texts stand as they are.
package wording
