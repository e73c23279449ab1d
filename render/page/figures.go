package page

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"sync"

	"icamo/render"
	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// figureName says what a figure shows.
type figureName string

// The figures of a page. Those of parts have names of their own.
const (
	all     figureName = "overview" // the configurations, and how they hang together
	this    figureName = "this"     // the theory itself
	earlier figureName = "earlier"  // the version that it revises
	changes figureName = "changes"  // one laid over the other
)

// layoutOfVersions is shared by the figures of this version, the earlier one and what changed.
const layoutOfVersions = "versions"

// shown is a figure that the reader can choose.
type shown struct {
	Name   figureName
	Label  string
	Layout string // figures of one layout are seen alike
	Of     string // the anchor of the configuration whose own figure it is, which is chosen with that; "" for others
}

// figures are those of a page, in the order in which they are chosen from.
type figures struct {
	notes []string
	shown []shown
	parts []part
	whole string // why the whole is none of them, for the reader; "" where it is
}

// wholes are the figures of all of a theory.
func wholes(t, former *theory.Theory) []shown {
	one := shown{Name: this, Label: cmp.Or(wording.Of(t).VersionHead(t.Version), wording.Of(t).Say("This version")), Layout: layoutOfVersions}
	if former == nil {
		return []shown{one}
	}
	return []shown{
		{Name: earlier, Label: cmp.Or(wording.Of(t).VersionHead(former.Version), wording.Of(t).Say("Earlier version")), Layout: layoutOfVersions}, one,
		{Name: changes, Label: wording.Of(t).Say("What changed"), Layout: layoutOfVersions},
	}
}

// casesOf names the cases as which the theory is shown; "" for none.
func casesOf(t *theory.Theory, o render.Options) string {
	var names []string
	for _, id := range append([]string{o.Case}, o.Cases...) {
		if c := t.Case(id); c != nil {
			names = append(names, cmp.Or(c.Label, c.ID))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return wording.Of(t).List(names)
}

// readable is the number of nodes up to which the figure of the whole is enough; the figures of parts go with a larger one.
const readable = 100

// drawFigures draws and writes all figures of a page: an overview where there are several configurations, the whole, and its parts
// where it is large, or too large for one figure. Parts come before it, as a layout that takes too long has the processors.
func drawFigures(ctx context.Context, in *template.Template, engine *layout.Engine, t *theory.Theory, o render.Options, compared func() *revision.Revision) (*figures, error) {
	d := &drawer{in: in, t: t, anchors: newAnchors(t, "")}
	var overview sync.WaitGroup
	if live(t) > 1 {
		overview.Go(func() { d.overview(ctx, engine, o) })
	}
	var parts []render.Part
	if len(t.Nodes) > readable {
		overview.Wait()
		parts = render.Parts(ctx, engine, t, ofPart(o))
	}
	drawn, err := d.wholes(ctx, engine, o, compared)
	overview.Wait()
	for _, f := range wholes(t, o.Against) {
		if cases := casesOf(t, o); cases != "" {
			f.Label = cases
		}
		if p := drawn[f.Name]; p != nil {
			d.add(f, p)
		}
	}
	if large, slow := (*scene.TooLarge)(nil), (*layout.TooSlow)(nil); errors.As(err, &large) || errors.As(err, &slow) {
		if parts == nil {
			parts = render.Parts(ctx, engine, t, ofPart(o))
		}
		if d.whole = d.tooLarge(large, parts); !slices.ContainsFunc(parts, func(p render.Part) bool { return p.Err == nil }) {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	}
	for i, p := range parts {
		d.part(i, p)
	}
	return &d.figures, d.write()
}

// ofPart are the options of a figure of a part, which shows one version and says what it is of.
func ofPart(o render.Options) render.Options {
	o.Against, o.NoTitle = nil, false
	return o
}

func live(t *theory.Theory) int {
	n := 0
	for _, c := range t.Configurations {
		if c.Live() {
			n++
		}
	}
	return n
}

// drawer collects the figures of a page.
type drawer struct {
	figures
	in       *template.Template
	t        *theory.Theory
	anchors  *anchors          // of configurations, as their entries have them
	pictures []*render.Picture // of those shown, in order
}

func (d *drawer) add(f shown, p *render.Picture) {
	d.shown, d.pictures = append(d.shown, f), append(d.pictures, p)
	for _, note := range p.Notes {
		if !slices.Contains(d.notes, note) {
			d.notes = append(d.notes, note)
		}
	}
}

// overview draws the configurations. A page does without where that fails.
func (d *drawer) overview(ctx context.Context, engine *layout.Engine, o render.Options) {
	o.Against, o.View, o.NoTitle = nil, scene.View{Name: scene.Overview}, true
	o.Only, o.Case, o.Cases, o.Labels, o.Actors, o.Highlight = nil, "", nil, "", "", nil
	p, err := render.Figure(ctx, engine, d.t, o)
	if err != nil {
		d.notes = append(d.notes, fmt.Sprintf("the page is without an overview: %v", err))
		return
	}
	d.add(shown{Name: all, Label: wording.Of(d.t).Say("Overview"), Layout: string(all)}, p)
}

// wholes draws the figures of all of the theory.
func (d *drawer) wholes(ctx context.Context, engine *layout.Engine, o render.Options, compared func() *revision.Revision) (drawn map[figureName]*render.Picture, err error) {
	if err := scene.Drawable(d.t); err != nil { // at once
		return nil, err
	}
	drawn = make(map[figureName]*render.Picture)
	if o.Against == nil {
		drawn[this], err = render.Figure(ctx, engine, d.t, o)
	} else {
		o.Revision = compared()
		drawn[this], drawn[earlier], drawn[changes], err = render.Versions(ctx, engine, d.t, o)
	}
	if err != nil {
		return nil, err
	}
	return drawn, nil
}

// part adds the figure of a part.
func (d *drawer) part(i int, p render.Part) {
	if p.Err != nil {
		return
	}
	name := figureName("part-" + strconv.Itoa(i+1))
	f := shown{Name: name, Label: p.Picture.Drawing.Title, Layout: string(name)}
	if p.Configuration != nil {
		f.Of = d.anchors.of[&p.Configuration.Element]
	} else {
		n := 1
		for _, other := range d.shown {
			if other.Of == "" && other.Layout == string(other.Name) && other.Name != all {
				n++
			}
		}
		f.Label = wording.Of(d.t).Say("Other links {1}", strconv.Itoa(n))
	}
	d.add(f, p.Picture)
}

// tooLarge says why the whole is no figure, and what stands in its place.
func (d *drawer) tooLarge(e *scene.TooLarge, parts []render.Part) string {
	words := wording.Of(d.t)
	why := words.Say("its layout takes too long")
	switch {
	case e == nil:
	case e.Width > 0:
		why = words.Say("it would be {1} × {2} mm", strconv.Itoa(int(math.Round(e.Width))), strconv.Itoa(int(math.Round(e.Height))))
	case e.Of == "byte":
		why = words.Say("its labels are too long together")
	default:
		why = words.Say("one figure shows at most {1}", words.Counted(e.Most, e.Of))
	}
	said := words.Say("The whole, with {1} and {2}, is too large for one figure: {3}. It is shown by parts: each configuration, and the links that no configuration has.",
		words.Counted(len(d.t.Nodes), "node"), words.Counted(len(d.t.Links), "link"), why)
	var none []string
	for _, p := range parts {
		if p.Err != nil && p.Configuration != nil {
			none = append(none, strconv.Itoa(d.t.NumberOf(p.Configuration)))
		}
	}
	if len(none) > 0 {
		said += " " + words.Say("Without a figure of their own: configurations {1}.", words.List(none))
	}
	if _, loose := scene.Elsewhere(d.t); loose > 0 {
		said += " " + words.Say("In no figure, as nothing joins them: {1}.", words.Counted(loose, "node"))
	}
	return said
}

// write writes all figures, several at a time.
func (d *drawer) write() error {
	d.parts = make([]part, len(d.shown))
	errs := make([]error, len(d.shown))
	var all sync.WaitGroup
	for i, f := range d.shown {
		all.Go(func() { d.parts[i], errs[i] = writeFigure(d.in, f, d.pictures[i].Drawing) })
	}
	all.Wait()
	return errors.Join(errs...)
}

func figureID(name figureName) string { return "version-" + string(name) }

func writeFigure(in *template.Template, f shown, d *drawing.Drawing) (part, error) {
	d.ID = "figure-" + string(f.Name)
	var svg bytes.Buffer
	if err := drawing.SVG(&svg, d); err != nil {
		return part{}, err
	}
	return newPart(in, figureID(f.Name), "figure", struct {
		shown
		SVG template.HTML
	}{f, template.HTML(svg.String())})
}
