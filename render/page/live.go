package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"icamo/theory"
)

// Fault is what keeps a theory from being drawn as it is.
type Fault struct {
	Message string
	Place   string // file, line and column; "" where it is in none
	Line    string // the line of the file
}

// FaultAt is a fault at a place in a file.
func FaultAt(message string, at theory.Span) Fault {
	f := Fault{Message: message}
	if r := at.Range(); r.File != "" {
		f.Place = fmt.Sprintf("%s:%d:%d", r.File, r.Line, r.Col)
		f.Line = strings.TrimSpace(at.File.Line(r.Line))
	}
	return f
}

// Blank is the page of a theory that could not be drawn yet: its name alone.
func Blank(name string) (*Page, error) {
	one, err := newPart(english(), nameRegion, "name", &title{Title: name})
	return &Page{templates: english(), lang: "en", heading: name, regions: []region{{nameRegion, []part{one}}}}, err
}

// Edition is what a live preview shows at one moment: a page, under a banner where faults keep the newest state of the
// files from being drawn. Editions that show the same have the same id.
type Edition struct {
	ID   string
	page Page
}

// NewEdition shows a page and what is wrong with the files.
func NewEdition(p *Page, faults []Fault) (*Edition, error) {
	banner, err := newPart(p.templates, bannerRegion, "banner", struct {
		Faults []Fault
		Drawn  bool
	}{faults, len(p.Parts(figureRegion)) > 0})
	if err != nil {
		return nil, err
	}
	e := &Edition{page: *p}
	e.page.regions = append(slices.Clone(p.regions), region{bannerRegion, []part{banner}})
	sum := sha256.New()
	for _, r := range e.page.regions {
		for _, one := range r.Parts {
			fmt.Fprintf(sum, "%q %d\n%s", one.ID, len(one.html), one.html)
		}
	}
	e.ID = hex.EncodeToString(sum.Sum(nil)[:8])
	return e, nil
}

// HTML writes the page that follows the preview's events.
func (e *Edition) HTML(w io.Writer) error {
	return write(w, e.page.templates, "page", &whole{Page: &e.page, Policy: LivePolicy(), Style: template.CSS(style), Script: template.JS(liveScript()), Edition: e.ID})
}

// Changes are HTML documents of what the page of another edition lacks, to be put into it one after another: the parts
// that it has not, or not so, and the ids of the parts of each region that has others there, or in another order. What is
// read first comes first, the other figures and the tables after it. since is nil for all of the page.
func (e *Edition) Changes(since *Edition) ([][]byte, error) {
	had := make(map[string]template.HTML)
	held := make(map[string][]part)
	if since != nil {
		for _, r := range since.page.regions {
			held[r.ID] = r.Parts
			for _, one := range r.Parts {
				had[one.ID] = one.html
			}
		}
	}
	type document struct {
		*Page
		Regions []region
		Changed []template.HTML
	}
	first, rest := document{Page: &e.page}, document{Page: &e.page}
	for _, r := range e.page.regions {
		to := &first
		if r.ID == figureRegion || r.ID == sectionRegion {
			to = &rest
		}
		stays := slices.EqualFunc(r.Parts, held[r.ID], func(a, b part) bool { return a.ID == b.ID })
		if !r.single() && !stays {
			to.Regions = append(to.Regions, r)
		}
		for _, one := range r.Parts {
			to := to
			if one.ID == figureID(this) {
				to = &first
			}
			if before, ok := had[one.ID]; !ok || before != one.html {
				html := one.html
				if ok && stays && r.ID == figureRegion {
					html = changedGroups(html, before)
				}
				to.Changed = append(to.Changed, html)
			}
		}
	}
	if slices.ContainsFunc(rest.Regions, func(r region) bool { return r.ID == figureRegion }) {
		// Figures that come or go do so with the buttons that choose them.
		first.Regions, rest.Regions = append(first.Regions, rest.Regions...), nil
		first.Changed, rest.Changed = append(first.Changed, rest.Changed...), nil
	}
	var documents [][]byte
	for _, d := range []document{first, rest} {
		if len(d.Regions) == 0 && len(d.Changed) == 0 {
			continue
		}
		var b bytes.Buffer
		if err := write(&b, e.page.templates, "changes", d); err != nil {
			return nil, err
		}
		documents = append(documents, b.Bytes())
	}
	return documents, nil
}

// changedGroups is a figure with an empty group, marked as the same, for each that an earlier drawing of it has so too: most boxes
// and lines stay as they are from one save to the next. Where it has more groups, or fewer, it is whole.
func changedGroups(figure, earlier template.HTML) template.HTML {
	const end, same = "</g>\n", `<g data-same=""></g>` + "\n"
	now, was := strings.SplitAfter(string(figure), end), strings.SplitAfter(string(earlier), end)
	if len(now) != len(was) {
		return figure
	}
	for i := 1; i < len(now)-1; i++ { // what leads up to the first is with it, and what follows the last is by itself
		if now[i] == was[i] {
			now[i] = same
		}
	}
	return template.HTML(strings.Join(now, ""))
}
