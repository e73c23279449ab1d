package page

import (
	"bytes"
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"sync"

	"icamo/render/drawing"
	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/table"
)

// Page is what a page shows of a theory.
type Page struct {
	Theory   *theory.Theory
	Earlier  *theory.Theory // the version to compare it with; nil for none
	Findings []check.Finding
	Figures  []Figure // This, which is shown at first, and others on the same layout
	Notes    []string // what the drawing has to say besides
}

// Figure is one figure of the page.
type Figure struct {
	Name    FigureName
	Label   string // as the reader chooses it
	Drawing *drawing.Drawing
}

// FigureName says which version a figure shows.
type FigureName string

// The figures of a page.
const (
	This    FigureName = "this"    // the theory itself
	Earlier FigureName = "earlier" // the version that it revises
	Changes FigureName = "changes" // one laid over the other
)

// earlierPrefix starts the anchors of the version revised.
const earlierPrefix = "earlier."

// HTML writes the page as one file that loads nothing: the figures, an entry for each element, findings and tables. All
// of it can be read without scripts. Its content security policy lets run only the script that it holds.
func HTML(w io.Writer, p *Page) error {
	v, err := p.view()
	if err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return v.write(w)
}

func (v *view) write(w io.Writer) error {
	var b bytes.Buffer
	if err := templates().Execute(&b, v); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

//go:embed page.tmpl.html
var pageTemplate string

// templates are read when a page is first written: the commands that write none start sooner.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageTemplate))
})

// view is the page as its template takes it.
type view struct {
	Lang           string
	Title          string
	Version        string
	Description    string
	Citation       ref
	Authors        []string
	Policy         string
	Style          template.CSS
	Script         template.JS
	Edition        string // of the live preview; "" in a page that stands alone
	Faults         []Fault
	Figures        []figureView
	Configurations []chip
	Statuses       []chip
	Overview       overview
	Entries        []template.HTML // of this version, and of the one revised
	Findings       []findingGroup
	Accepted       []finding
	Found          string // how many findings there are, in words
	Tables         []tableView
}

type figureView struct {
	Name  FigureName
	Label string
	SVG   template.HTML
}

// chip picks out what has its key in the figures of a version.
type chip struct {
	Key, Label, Number string
	Earlier            bool
}

// overview is what the panel shows before anything is chosen.
type overview struct {
	Counts         []string
	Configurations []ref
}

type tableView struct {
	Anchor, Name string
	HTML         template.HTML
}

func (p *Page) view() (*view, error) {
	t := p.Theory
	v := &view{
		Lang:        cmp.Or(t.Language, "en"),
		Title:       cmp.Or(t.Title, t.ID),
		Version:     t.Version,
		Description: t.Description,
		Citation:    ref{Text: t.Citation, URL: table.Address(&theory.Source{DOI: t.DOI})},
		Authors:     t.Authors,
		Policy:      Policy,
		Style:       template.CSS(style),
		Script:      template.JS(script),
	}
	// Figures, entries and tables are most of the page, and are written side by side.
	v.Figures = make([]figureView, len(p.Figures))
	errs := make([]error, len(p.Figures)+3) // two for the entries of each version
	var all sync.WaitGroup
	for i, f := range p.Figures {
		all.Go(func() { v.Figures[i], errs[i] = f.view() })
	}
	all.Go(func() { v.Tables, errs[len(p.Figures)] = tables(t) })
	c := newCatalogue(t, "")
	catalogues := []*catalogue{c}
	if p.Earlier != nil {
		earlier := newCatalogue(p.Earlier, earlierPrefix)
		c.lineage = newLineage(earlier, c)
		earlier.lineage = c.lineage
		catalogues = append(catalogues, earlier)
	}
	v.Findings, v.Accepted = grouped(findings(p.Findings, catalogues...))
	v.Found = found(p.Findings)
	v.Entries = make([]template.HTML, len(catalogues))
	for i, c := range catalogues {
		all.Go(func() {
			var b bytes.Buffer
			errs[len(p.Figures)+1+i] = templates().ExecuteTemplate(&b, "entries", c.entries())
			v.Entries[i] = template.HTML(b.String())
		})
	}
	for _, c := range catalogues {
		for _, g := range c.t.Configurations {
			v.Configurations = append(v.Configurations, chip{Key: g.ID, Label: g.Title, Number: number(c.t, g), Earlier: c.earlier})
		}
	}
	for _, g := range t.Configurations {
		v.Overview.Configurations = append(v.Overview.Configurations, c.configuration(g))
	}
	v.Statuses, v.Overview.Counts = statuses(t)
	all.Wait()
	return v, errors.Join(errs...)
}

func (f Figure) view() (figureView, error) {
	f.Drawing.ID = "figure-" + string(f.Name)
	var svg bytes.Buffer
	err := drawing.SVG(&svg, f.Drawing)
	return figureView{f.Name, f.Label, template.HTML(svg.String())}, err
}

// statuses are those that occur among the links, with their numbers.
func statuses(t *theory.Theory) (chips []chip, counts []string) {
	number := make(map[string]int)
	for _, l := range t.Links {
		number[statusOf(t, l).Class]++
	}
	gone := false
	for _, n := range t.Nodes {
		gone = gone || !n.Live()
	}
	for _, s := range theory.Statuses {
		if n := number[string(s)]; n > 0 {
			words := plainWords(string(s))
			chips = append(chips, chip{Key: string(s), Label: words})
			counts = append(counts, fmt.Sprintf("%d %s", n, words))
		}
	}
	if number[dropped] > 0 || gone {
		chips = append(chips, chip{Key: dropped, Label: "dropped"})
	}
	return chips, counts
}

// tables are those that have rows.
func tables(t *theory.Theory) ([]tableView, error) {
	var views []tableView
	for _, one := range []struct {
		anchor, name string
		of           func(*theory.Theory) *table.Table
	}{
		{"matrix", string(t.Heuristic) + " matrix", table.ICAMO},
		{"statements", "Statements", table.Statements},
		{"evidence", "Evidence", table.Evidence},
		{"cases", "Cases", table.Cases},
	} {
		made := one.of(t)
		if len(made.Rows) == 0 {
			continue
		}
		var b bytes.Buffer
		if err := table.Element(&b, made); err != nil {
			return nil, err
		}
		views = append(views, tableView{one.anchor, one.name, template.HTML(b.String())})
	}
	return views, nil
}
