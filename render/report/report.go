package report

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
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

// New makes the report of a theory, with what was found in it, and says what there is to know of its figures. Where the theory
// revises another that could be read, it tells what changed.
func New(ctx context.Context, engine *layout.Engine, t *theory.Theory, found []check.Finding, o render.Options) (*docx.Document, []string, error) {
	words := wording.Report(t.Language)
	r := &report{ctx: ctx, engine: engine, options: o, words: words, doc: &docx.Document{Title: scene.Whole(t).Title(), Language: cmp.Or(t.Language, "en"),
		Words: docx.Words{Table: words.Table, Figure: words.Picture, Further: words.Rest}}}
	r.options.NoTitle = true
	r.heading(0, r.doc.Title)
	if t.Description != "" {
		r.add(docx.Paragraph{Text: t.Description})
	}
	r.heading(1, words.Figure)
	if err := r.figure(t, scene.Options{}, r.doc.Title); err != nil {
		return nil, nil, err
	}
	for _, part := range []struct {
		heading string
		of      func(*theory.Theory) (*table.Table, error)
		lay     func(*table.Table)
	}{{words.Statements, table.Statements, r.statements}, {words.Matrix, table.ICAMO, r.table}, {words.Evidence, table.Evidence, r.table}} {
		laid, err := part.of(t)
		if err != nil {
			return nil, nil, err
		}
		if len(laid.Rows) > 0 {
			r.heading(1, part.heading)
			part.lay(laid)
		}
	}
	if t.Earlier != nil && !t.Earlier.Unread {
		if err := r.revision(t); err != nil {
			return nil, nil, err
		}
	}
	r.findings(found)
	r.sources(t)
	return r.doc, r.notes, nil
}

// report is a document in the making.
type report struct {
	ctx     context.Context
	engine  *layout.Engine
	options render.Options
	words   wording.ReportWords
	doc     *docx.Document
	notes   []string
}

func (r *report) add(blocks ...docx.Block) { r.doc.Blocks = append(r.doc.Blocks, blocks...) }

func (r *report) heading(level int, text string) { r.add(docx.Heading{Level: level, Text: text}) }

func (r *report) table(t *table.Table) { r.add(t.Document()) }

func (r *report) figure(t *theory.Theory, shows scene.Options, caption string) error {
	o := r.options
	o.View, o.Against = shows.View, shows.Against
	p, err := r.largest(t, o)
	if err != nil {
		return err
	}
	var png bytes.Buffer
	if err := drawing.PNG(&png, p.Drawing, figureDots); err != nil {
		return err
	}
	r.add(docx.Picture{PNG: png.Bytes(), Width: p.Drawing.Width, Height: p.Drawing.Height, Caption: caption, Text: p.Drawing.Desc})
	return nil
}

// largest draws a figure as wide as its labels print largest on a page.
func (r *report) largest(t *theory.Theory, o render.Options) (*render.Picture, error) {
	var best *render.Picture
	size := 0.0
	for _, landscape := range []bool{false, true} {
		o.Width, _ = docx.Room(landscape)
		p, err := render.Figure(r.ctx, r.engine, t, o)
		if err != nil {
			return nil, err
		}
		if printed := p.TextSize * (docx.Picture{Width: p.Drawing.Width, Height: p.Drawing.Height}).Scale(); printed > size+0.05 {
			best, size = p, printed
		}
	}
	if size < fit.TextSize-0.05 {
		r.notes = append(r.notes, fmt.Sprintf("the labels of a figure print at %.1f pt in the report; icamo render draws it for a larger page", size))
	}
	return best, nil
}

// statements writes each configuration under its title, part by part.
func (r *report) statements(t *table.Table) {
	for _, row := range t.Rows {
		var title []string
		for _, c := range row[:len(row)-1] {
			if text := c.String(); text != "" {
				title = append(title, text)
			}
		}
		r.heading(2, strings.Join(title, " "))
		for _, l := range row[len(row)-1].Lines {
			part, text, parted := strings.Cut(l.Text, ": ")
			if !parted {
				r.add(docx.Paragraph{Text: l.Text})
				continue
			}
			r.add(docx.Paragraph{Term: part + ":", Text: text})
		}
	}
}

func (r *report) revision(t *theory.Theory) error {
	laid, err := table.Revision(revision.Compare(t.Earlier, t))
	if err != nil || len(laid.Rows) == 0 {
		return err
	}
	r.heading(1, r.words.Revision)
	if err := r.figure(t, scene.Options{View: scene.View{Name: scene.Revised}, Against: t.Earlier}, r.words.OfRevision); err != nil {
		return err
	}
	r.table(laid)
	return nil
}

// findings lists what was found: what stands, and what is accepted with the reason.
func (r *report) findings(found []check.Finding) {
	r.heading(1, r.words.Findings)
	if len(found) == 0 {
		r.add(docx.Paragraph{Text: r.words.NoFindings})
		return
	}
	for _, part := range []struct {
		heading  string
		accepted bool
	}{{r.words.Standing, false}, {r.words.Accepted, true}} {
		first := true
		for _, f := range found {
			if (f.Accepted != "") != part.accepted {
				continue
			}
			if first {
				r.heading(2, part.heading)
				first = false
			}
			text := fmt.Sprintf("%s (%s %s, %s)", f.Message, f.Rule.Code, f.Rule.Name, f.Severity)
			if part.accepted {
				text = fmt.Sprintf("%s (%s %s). %s %s", f.Message, f.Rule.Code, f.Rule.Name, r.words.Because, f.Accepted)
			}
			r.add(docx.Paragraph{Item: true, Text: text})
		}
	}
}

func (r *report) sources(t *theory.Theory) {
	if len(t.Sources) == 0 {
		return
	}
	r.heading(1, r.words.Sources)
	for _, s := range t.Sources {
		r.add(docx.Paragraph{Text: strings.TrimSpace(s.Citation + " " + table.Address(s))})
	}
}
