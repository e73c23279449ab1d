package report

import (
	"cmp"
	"strings"

	"icamo/theory"
	"icamo/theory/docx"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// front says what the theory is, which version, and by whom.
func (r *report) front(t *theory.Theory) {
	r.heading(0, r.doc.Title)
	if t.Description != "" {
		r.add(docx.Paragraph{Text: t.Description})
	}
	r.fact(r.words.Version, t.Version)
	if t.Earlier != nil && !t.Earlier.Unread {
		r.fact(r.words.Revises, strings.TrimSuffix(cmp.Or(t.Earlier.Title, t.Earlier.ID)+", "+wording.Of(t).Version(t.Earlier.Version), ", "))
	}
	r.fact(r.words.Authors, strings.Join(t.Authors, "; "))
	if cited := cmp.Or(t.Citation, t.DOI); cited != "" {
		r.add(docx.Paragraph{Term: r.words.Cite, Text: cited, URL: table.Address(&theory.Source{DOI: t.DOI})})
	}
	r.add(docx.Paragraph{Text: r.words.Declared})
}

// fact is what is said under a word, if anything is.
func (r *report) fact(word, text string) {
	if text != "" {
		r.add(docx.Paragraph{Term: word, Text: text})
	}
}

// sources lists what is cited, with what is said of it.
func (r *report) sources(t *theory.Theory) {
	if len(t.Sources) == 0 {
		return
	}
	r.heading(1, r.words.Sources)
	for _, s := range t.Sources {
		r.add(docx.Paragraph{Text: s.Citation, URL: table.Address(s)})
		if s.Description != "" {
			r.add(docx.Paragraph{Text: s.Description})
		}
		r.fact(r.words.Design, s.Design)
		r.fact(r.words.Setting, s.Setting)
		r.fact(r.words.Relevance, wording.Of(t).Word(string(s.Relevance)))
		r.fact(r.words.Rigour, wording.Of(t).Word(string(s.Rigour)))
	}
}
