package page

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"icamo/theory/wording"
)

// Page is a page, written but for what tells a live preview from a page that stands alone.
type Page struct {
	Notes []string // what the drawing has to say besides

	templates     *template.Template // in the language of the page
	lang, heading string
	regions       []region
	entries       map[string]writtenEntry // by their ids
}

// part is a piece of the page with an id of its own: a figure, an entry, a table. A live preview replaces those that
// changed.
type part struct {
	ID   string
	html template.HTML
}

// region is a place of the page with the parts that follow one another there.
type region struct {
	ID    string // of the element that holds the parts, or of the only part
	Parts []part
}

// single says that the region is its only part.
func (r region) single() bool { return len(r.Parts) == 1 && r.Parts[0].ID == r.ID }

// The regions of a page. The first five are a part each.
const (
	nameRegion     = "name"     // the heading
	contentsRegion = "contents" // links to what is below
	bannerRegion   = "banner"   // what is wrong; in the live preview alone
	toolsRegion    = "tools"    // what picks out versions, configurations and statuses
	wholeRegion    = "whole"    // why the whole is not among the figures
	figureRegion   = "viewport"
	entryRegion    = "details"
	sectionRegion  = "sections" // findings and tables
)

// HTML writes the page as one file that loads nothing: the figures, an entry for each element, findings and tables. All
// of it can be read without scripts. Its content security policy lets run only the script that it holds.
func HTML(w io.Writer, p *Page) error {
	return write(w, p.templates, "page", &whole{Page: p, Policy: Policy(), Style: template.CSS(style), Script: template.JS(script())})
}

// whole is a page as its template takes it.
type whole struct {
	*Page
	Policy  string
	Style   template.CSS
	Script  template.JS
	Edition string // of the live preview; "" in a page that stands alone
}

// Lang is the language of the theory, as BCP 47 has it.
func (p *Page) Lang() string { return p.lang }

// Heading is what the page is called.
func (p *Page) Heading() string { return p.heading }

// Parts are those of a region, as they are written.
func (p *Page) Parts(id string) []template.HTML {
	var written []template.HTML
	for _, r := range p.regions {
		if r.ID == id {
			for _, one := range r.Parts {
				written = append(written, one.html)
			}
		}
	}
	return written
}

//go:embed page.tmpl.html
var pageTemplate string

// english are the templates in English, which most pages need. They are read when a page is first written: the commands that write
// none start sooner.
var english = sync.OnceValue(func() *template.Template { return parseTemplates(wording.English) })

// templatesIn are the templates in a language.
func templatesIn(words *wording.Language) *template.Template {
	if words == wording.English {
		return english()
	}
	return parseTemplates(words)
}

func parseTemplates(words *wording.Language) *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{"say": words.Say, "word": words.Word, "quoted": quoted}).Parse(pageTemplate))
}

func write(w io.Writer, in *template.Template, name string, data any) error {
	var b bytes.Buffer
	err := in.ExecuteTemplate(&b, name, data)
	if err == nil {
		_, err = w.Write(b.Bytes())
	}
	if err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

// newPart writes a part from its template.
func newPart(in *template.Template, id, name string, data any) (part, error) {
	var b bytes.Buffer
	err := write(&b, in, name, data)
	return part{id, template.HTML(b.String())}, err
}
