// Package page writes a theory as a page for a browser: one file that loads nothing from elsewhere.
//
//	Theory, findings → figures (render) ┐
//	                 → entries          ├→ template → page
//	                 → tables (table)   ┘
//
// The page is whole without scripts: figures, an entry for each element that says all there is to know of it, findings
// and tables. Its script only shows one figure and one entry at a time. Texts of the theory go through html/template;
// figures and tables come from writers that escape what they write. The content security policy lets run the page's own
// script, known by its hash, and no other.
package page
