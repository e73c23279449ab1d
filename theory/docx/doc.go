// Package docx writes documents for word processors (ECMA-376, WordprocessingML).
//
//	Document → Write → a .docx
//
// Headings, captions and tables have real styles, so that Word's navigation, lists of tables and figures and its style sets take
// them. Tables repeat their heads on each page, and stand on pages of landscape where they need the width; a picture stands on a
// page of A3 where it needs that. The same document gives the same bytes. It knows no theory.
package docx
