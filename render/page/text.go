package page

import (
	"cmp"
	"context"
	"errors"
	"html/template"
	"reflect"
	"slices"
	"sync"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/revision"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// earlierPrefix starts the anchors of the earlier version.
const earlierPrefix = "earlier."

// write writes all of a page but its figures, and gives what picks out parts of these. former is the version that it compares the theory with; nil for none.
func (p *Page) write(ctx context.Context, t, former *theory.Theory, compared func() *revision.Revision, found []check.Finding, last *Page) (tools, error) {
	if last == nil {
		last = &Page{}
	}
	c := newCatalogue(t, "")
	catalogues := []*catalogue{c}
	if former != nil {
		earlier := newCatalogue(former, earlierPrefix)
		c.lineage = newLineage(earlier, c, compared())
		earlier.lineage = c.lineage
		catalogues = append(catalogues, earlier)
	}
	told := findings(found, catalogues...)

	// Entries and tables are most of it, and are written side by side.
	var sections []section
	entries := make([][]writtenEntry, len(catalogues))
	errs := make([]error, len(catalogues)+1)
	var all sync.WaitGroup
	for i, c := range catalogues {
		all.Go(func() { entries[i], errs[i] = c.write(ctx, p.templates, last.entries) })
	}
	all.Go(func() { sections, errs[len(catalogues)] = tables(t) })
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		return tools{}, err
	}

	w := writer{in: p.templates}
	details := region{entryRegion, w.parts("overview", "overview", newOverview(c))}
	p.entries = make(map[string]writtenEntry)
	for _, e := range slices.Concat(entries...) {
		details.Parts = append(details.Parts, e.part)
		p.entries[e.ID] = e
	}
	below := region{ID: sectionRegion}
	contents := sections
	if len(found) > 0 {
		below.Parts = w.parts("findings", "findings", newReport(c.words, found, told))
		contents = append([]section{{Anchor: "findings", Name: c.words.Say("Findings"), Note: errorsIn(c.words, found)}}, sections...)
	}
	for _, s := range sections {
		below.Parts = append(below.Parts, w.parts(s.Anchor, "table", s)...)
	}
	p.regions = []region{
		{nameRegion, w.parts(nameRegion, "name", newTitle(t))},
		{contentsRegion, w.parts(contentsRegion, "contents", contents)},
		details,
		below,
	}
	return newTools(catalogues), w.err
}

// writer writes parts, and keeps the first error.
type writer struct {
	in  *template.Template
	err error
}

func (w *writer) parts(id, name string, data any) []part {
	one, err := newPart(w.in, id, name, data)
	w.err = cmp.Or(w.err, err)
	return []part{one}
}

// writtenEntry is an entry with what was made of it.
type writtenEntry struct {
	part
	of *entry
}

// write writes a catalogue's entries, but for those that were written just so before.
func (c *catalogue) write(ctx context.Context, in *template.Template, before map[string]writtenEntry) ([]writtenEntry, error) {
	var written []writtenEntry
	for e := range c.entries() {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if was, ok := before[e.Anchor]; ok && reflect.DeepEqual(was.of, e) {
			written = append(written, was)
			continue
		}
		one, err := newPart(in, e.Anchor, "entry", e)
		if err != nil {
			return nil, err
		}
		written = append(written, writtenEntry{one, e})
	}
	return written, nil
}

// title is what stands at the head of the page.
type title struct {
	Title, Version string
	Citation       ref
}

func newTitle(t *theory.Theory) title {
	return title{cmp.Or(t.Title, t.ID), wording.Of(t).Version(t.Version), ref{Text: cmp.Or(t.Citation, t.DOI), URL: table.Address(&theory.Source{DOI: t.DOI})}}
}

// pageTitle is what browsers call the page.
func pageTitle(t *theory.Theory) string {
	name := cmp.Or(t.Title, t.ID)
	if t.Version == "" {
		return name
	}
	return wording.Of(t).Say("{1}: programme theory, {2}", name, wording.Of(t).Version(t.Version))
}

// overview is what the panel shows before anything is chosen.
type overview struct {
	Description    string
	Authors        []string
	Facts          []fact
	Counts         []string
	Configurations []ref
}

func newOverview(c *catalogue) overview {
	v := overview{Description: c.t.Description, Authors: c.t.Authors}
	// Which version it is, and of what, is told by the page's head and the list of versions.
	v.Facts = c.others(c.t, "version", "heuristic", "revises", "include", "citation", "doi", "authors", "language")
	for _, g := range c.t.Configurations {
		v.Configurations = append(v.Configurations, c.configuration(g))
	}
	_, v.Counts = statuses(c.t)
	return v
}
