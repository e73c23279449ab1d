package report

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"icamo/render"
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/docx"
	"icamo/theory/revision"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// figureDots is how many dots a figure has, an inch.
const figureDots = 300

// A Report is a document, and what there is to know of its figures.
type Report struct {
	Document *docx.Document
	Notes    []string
	Lacking  bool // a box stands in a figure in place of a character that no font has
}

// New makes the report of a theory, with what was found in it, and says what there is to know of its figures. Where the theory
// revises another that could be read, it tells what changed.
func New(ctx context.Context, engine *layout.Engine, t *theory.Theory, found []check.Finding, o render.Options) (*Report, error) {
	words := wording.Of(t).Report()
	r := &report{ctx: ctx, engine: engine, options: o, words: words, doc: &docx.Document{Title: scene.Whole(t).Title(), Language: theory.LanguageTag(t.Language),
		Words: docx.Words{Table: words.Table, Figure: words.Picture, Further: words.Rest}}}
	r.options.NoTitle = true
	r.front(t)
	if r.drawable(t) {
		r.heading(1, words.Figure)
		if err := r.figure(t, scene.Options{}); err != nil {
			return nil, err
		}
	}
	for _, part := range []struct {
		heading string
		of      func(*theory.Theory) (*table.Table, error)
		lay     func(*theory.Theory, *table.Table)
	}{{words.Statements, table.Statements, r.statements}, {words.Matrix, table.ICAMO, r.table}, {words.Evidence, table.Evidence, r.table}} {
		laid, err := part.of(t)
		if err != nil {
			return nil, err
		}
		if len(laid.Rows) > 0 {
			r.heading(1, part.heading)
			part.lay(t, laid)
		}
	}
	if t.Earlier != nil && !t.Earlier.Unread {
		if err := r.revision(t); err != nil {
			return nil, err
		}
	}
	r.findings(t, found)
	r.sources(t)
	return &Report{r.doc, r.notes, r.lacking}, nil
}

// report is a document in the making.
type report struct {
	ctx     context.Context
	engine  *layout.Engine
	options render.Options
	words   wording.ReportWords
	doc     *docx.Document
	notes   []string
	lacking bool
}

func (r *report) add(blocks ...docx.Block) { r.doc.Blocks = append(r.doc.Blocks, blocks...) }

func (r *report) heading(level int, text string) { r.add(docx.Heading{Level: level, Text: text}) }

func (r *report) table(_ *theory.Theory, laid *table.Table) { r.add(laid.Document()) }

// drawable says whether a figure can show theories. That it cannot, as one is empty or very large, is noted.
func (r *report) drawable(all ...*theory.Theory) bool {
	for _, t := range all {
		err := scene.Drawable(t)
		if len(t.Nodes) == 0 {
			err = fmt.Errorf("%s has no nodes", t.File)
		}
		if err != nil {
			r.notes = append(r.notes, fmt.Sprintf("the report is without a figure: %v", err))
			return false
		}
	}
	return true
}

func (r *report) figure(t *theory.Theory, shows scene.Options) error {
	o := r.options
	o.View, o.Against = shows.View, shows.Against
	p, err := r.legible(t, o)
	if err != nil {
		return err
	}
	if lacks := p.Lacks(); lacks != "" {
		r.lacking = true
		if !slices.Contains(r.notes, lacks) {
			r.notes = append(r.notes, lacks)
		}
	}
	var png bytes.Buffer
	if err := drawing.PNG(&png, p.Drawing, figureDots); err != nil {
		return err
	}
	r.add(docx.Picture{PNG: png.Bytes(), Width: p.Drawing.Width, Height: p.Drawing.Height, Caption: p.Drawing.Title, Text: p.Drawing.Desc})
	return nil
}

// legible draws a figure for the first page on which its labels print as large as they should, else for the one on which they are
// largest.
func (r *report) legible(t *theory.Theory, o render.Options) (*render.Picture, error) {
	var best *render.Picture
	size := 0.0
	for _, page := range docx.Pages {
		o.Width, _ = page.Room()
		p, err := render.Figure(r.ctx, r.engine, t, o)
		if err != nil {
			return nil, err
		}
		if printed := p.TextSize * (docx.Picture{Width: p.Drawing.Width, Height: p.Drawing.Height}).Scale(); printed > size+0.05 {
			best, size = p, printed
		}
		if size >= fit.TextSize-0.05 {
			return best, nil
		}
	}
	r.notes = append(r.notes, fmt.Sprintf("the labels of a figure print at %.1f pt in the report; icamo render draws it for a larger page", size))
	return best, nil
}

// statements writes each configuration under its title, part by part.
func (r *report) statements(t *theory.Theory, laid *table.Table) {
	words := wording.Of(t).Statement()
	for _, row := range laid.Rows {
		var title []string
		for _, c := range row[:len(row)-1] {
			if text := c.String(); text != "" {
				title = append(title, text)
			}
		}
		r.heading(2, strings.Join(title, ". "))
		for _, l := range row[len(row)-1].Lines {
			word, text := words.Parted(l.Text)
			r.add(docx.Paragraph{Term: word, Text: text})
		}
	}
}

func (r *report) revision(t *theory.Theory) error {
	laid, err := table.Revision(revision.Compare(t.Earlier, t))
	if err != nil || len(laid.Rows) == 0 {
		return err
	}
	r.heading(1, r.words.Revision)
	if r.drawable(t, t.Earlier) {
		if err := r.figure(t, scene.Options{View: scene.View{Name: scene.Revised}, Against: t.Earlier}); err != nil {
			return err
		}
	}
	r.table(t, laid)
	return nil
}
