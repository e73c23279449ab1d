// Package quotation finds quotes in the plain text of the sources that they come from.
//
// Plain text of an article is rarely the article: it has been through a PDF. Lines end in hyphens within words, page
// headers stand within sentences, letters are ligatures, and quotation marks and dashes come in many shapes. So text and
// quote are compared folded: in small letters, without white space, dashes and quotation marks. Everything else counts:
// a word left out is a word left out, unless the quote says so with … or [..].
//
//	source → fold → suffix array ┬→ Find: where a quote stands
//	quote  → pieces → fold       ┴→ Nearest: what comes nearest to a quote that is not there
package quotation
