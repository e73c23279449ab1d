package revision

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/console"
	"icamo/theory/wording"
)

// Text tells a revision as a study's section on it would: what was kept, dropped, refined, split, merged and added, with
// the reasons and the evidence.
func Text(w io.Writer, r *Revision, colour bool) error {
	p := &printer{Printer: console.NewPrinter(w, colour), r: r, old: side{r.Old}, new: side{r.New}, with: make(map[went]int), indent: "      "}
	for i := range r.Changes {
		if c := &r.Changes[i]; c.With != "" {
			p.with[went{c.With, c.Verb}]++
		}
	}
	if len(r.Changes) == 0 {
		p.Line("no changes")
		return p.Flush()
	}
	p.heading()
	for _, s := range sections {
		p.section(s)
	}
	p.theory()
	p.basis()
	return p.Flush()
}

// section is what several verbs are told under.
type section struct {
	title string
	mark  string
	style console.Style
	verbs []Verb
}

func (s section) told(v Verb) bool { return slices.Contains(s.verbs, v) }

var sections = []section{
	{"Dropped", "-", console.Red, []Verb{Dropped}},
	{"Removed, no reason given", "-", console.Red, []Verb{Removed}},
	{"Restored", "+", console.Green, []Verb{Restored}},
	{"Refined", "~", console.Yellow, []Verb{Changed, Renamed}},
	{"Split", "~", console.Yellow, []Verb{Split}},
	{"Merged", "~", console.Yellow, []Verb{Merged}},
	{"Added", "+", console.Green, []Verb{Added}},
}

type printer struct {
	console.Printer
	r        *Revision
	old, new side
	with     map[went]int // links that went or came back with a node
	indent   string       // of notes
}

// went is a node and what happened to it.
type went struct {
	node string
	verb Verb
}

// head writes the first line of an entry, and note one of those below it. Both wrap long text.
func (p *printer) head(s section, text string) {
	p.wrapped("  "+p.Paint(s.style, s.mark)+" ", "      ", 4, text)
}

func (p *printer) note(text string) { p.wrapped(p.indent, p.indent, len(p.indent), text) }

func (p *printer) item(text string) { p.wrapped("      · ", "        ", 8, text) }

func (p *printer) wrapped(first, rest string, indent int, text string) {
	const width = 100
	before := first
	for _, line := range console.Wrap(theory.Legible(text), width-indent) {
		p.Line(before, theory.Legible(line)) // again, as it starts a line now
		before = rest
	}
}

func (p *printer) heading() {
	old, new := p.r.Old, p.r.New
	title := new.Title
	if old.Version != "" || new.Version != "" {
		if old.Version == new.Version {
			title += ", " + new.Version
		} else {
			title += ": from " + or(old.Version, "unnamed") + " to " + or(new.Version, "unnamed")
		}
	}
	p.Line(p.Paint(console.Bold, theory.Legible(title)))
	files := old.File + " → " + new.File
	if old.File == new.File {
		files = new.File
	}
	if files != title {
		p.Line(p.Paint(console.Dim, theory.Legible(files)))
	}
	var keptAll []string
	for _, k := range []struct {
		n    int
		what string
	}{{kept(p.r.Nodes), "node"}, {kept(p.r.Links), "link"}, {kept(p.r.Configurations), "configuration"}} {
		if k.n > 0 {
			keptAll = append(keptAll, wording.English.Counted(k.n, k.what))
		}
	}
	if len(keptAll) > 0 {
		p.Line()
		p.Line(p.Paint(console.Bold, "Kept as they were"), ": ", wording.English.List(keptAll))
	}
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func kept[T any](matches []Match[T]) int {
	n := 0
	for _, m := range matches {
		if m.Change == nil && m.New != nil {
			n++
		}
	}
	return n
}

// section tells all changes of some verbs: nodes, configurations, then links.
func (p *printer) section(s section) {
	nodes := chosen(p.r.Nodes, s.verbs)
	configurations := chosen(p.r.Configurations, s.verbs)
	links := chosen(p.r.Links, s.verbs)
	var counts []string
	for _, k := range []struct {
		n    int
		what string
	}{{len(nodes), "node"}, {len(configurations), "configuration"}, {len(links), "link"}} {
		if k.n > 0 {
			counts = append(counts, wording.English.Counted(k.n, k.what))
		}
	}
	if len(counts) == 0 {
		return
	}
	p.Line()
	told := wording.English.List(counts)
	if s.told(Split) {
		told = wording.English.List(slices.Concat(parts(nodes, "node"), parts(configurations, "configuration"), parts(links, "link")))
	}
	p.Line(p.Paint(console.Bold, s.title), ": ", told)
	p.nodes(s, nodes)
	p.configurations(s, configurations)
	p.links(s, links)
}

// parts counts what was split, and into how many.
func parts[T any](matches []Match[T], what string) []string {
	if len(matches) == 0 {
		return nil
	}
	whole := make(map[*T]bool)
	for _, m := range matches {
		whole[m.Old[0]] = true
	}
	return []string{wording.English.Counted(len(whole), what) + " into " + strconv.Itoa(len(matches))}
}

func chosen[T any](matches []Match[T], verbs []Verb) []Match[T] {
	var some []Match[T]
	for _, m := range matches {
		if m.Change != nil && slices.Contains(verbs, m.Change.Verb) {
			some = append(some, m)
		}
	}
	return some
}

// fields tells what differs, value by value.
func (p *printer) fields(fields []Field) {
	for _, f := range fields {
		name := key(f.Name)
		switch {
		case f.Gained != nil || f.Lost != nil:
			var parts []string
			if len(f.Gained) > 0 {
				parts = append(parts, "added "+strings.Join(p.new.allNamed(f.target(), f.Gained), ", "))
			}
			if len(f.Lost) > 0 {
				parts = append(parts, "taken out "+strings.Join(p.old.allNamed(f.target(), f.Lost), ", "))
			}
			p.note(name + ": " + strings.Join(parts, "; "))
		case f.prose() && f.Old != nil && f.New != nil:
			p.note(name + " before: " + shown(f.Old))
			p.note(name + " now: " + shown(f.New))
		case f.Old == nil:
			p.note(name + " added: " + p.new.shown(f.target(), f.New))
		case f.New == nil:
			p.note(name + " taken out: " + p.old.shown(f.target(), f.Old))
		default:
			p.note(name + ": " + p.old.shown(f.target(), f.Old) + " → " + p.new.shown(f.target(), f.New))
		}
	}
}

// theory tells how the theory's own table changed.
func (p *printer) theory() {
	for i := range p.r.Changes {
		c := &p.r.Changes[i]
		if c.Sort != theory.TheorySort {
			continue
		}
		var fields []Field
		for _, f := range c.Fields {
			if f.Name != "version" && f.Name != "revises" {
				fields = append(fields, f)
			}
		}
		if len(fields) > 0 {
			p.Line()
			p.Line(p.Paint(console.Bold, "The theory"))
			p.fields(fields)
		}
	}
}

// basis tells what happened to the evidence and what it rests on. What was added is told by the claims that cite it, so
// that much of it is counted, not listed.
func (p *printer) basis() {
	const few = 8
	var counts []string
	var listed []*Change
	for _, verb := range []Verb{Added, Changed, Removed} {
		for _, sort := range []struct {
			theory.Sort
			what string
		}{{theory.EvidenceSort, "piece of evidence"}, {theory.CaseSort, "case"}, {theory.SourceSort, "source"}, {theory.FormalTheorySort, "formal theory"}} {
			var some []*Change
			for i := range p.r.Changes {
				if c := &p.r.Changes[i]; c.Sort == sort.Sort && c.Verb == verb {
					some = append(some, c)
				}
			}
			if len(some) > 0 {
				counts = append(counts, wording.English.Counted(len(some), sort.what)+" "+string(verb))
			}
			if verb != Added || len(some) <= few {
				listed = append(listed, some...)
			}
		}
	}
	if len(counts) == 0 {
		return
	}
	p.Line()
	p.wrapped(p.Paint(console.Bold, "Evidence")+": ", "  ", 10, wording.English.List(counts))
	for _, c := range listed {
		p.piece(c)
	}
}

func (p *printer) piece(c *Change) {
	switch c.Verb {
	case Added:
		p.head(sections[len(sections)-1], p.basisName(p.new, c))
	case Removed:
		p.head(sections[0], p.basisName(p.old, c))
	default:
		p.head(section{mark: "~", style: console.Yellow}, c.name())
		p.fields(c.Fields)
	}
}

func (p *printer) basisName(s side, c *Change) string {
	switch c.Sort {
	case theory.CaseSort, theory.FormalTheorySort:
		return wording.Key(string(c.Sort)) + " " + c.ID + ": " + s.named(string(c.Sort), c.ID)
	case theory.SourceSort:
		if source := s.t.Source(c.ID); source != nil {
			return wording.Key(string(c.Sort)) + " " + c.ID + ": " + source.Citation
		}
	}
	return s.evidence(c.ID)
}
