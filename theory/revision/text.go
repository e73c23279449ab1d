package revision

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"icamo/theory"
	"icamo/theory/console"
	"icamo/theory/wording"
)

// Text writes a revision as a study's section on it would: what was kept, dropped, refined, split, merged and added, with
// the reasons and the evidence.
func Text(w io.Writer, r *Revision, colour bool) error {
	p := &printer{Printer: console.NewPrinter(w, colour), r: r, old: side{r.Old}, new: side{r.New}, companions: r.Companions(), indent: "      "}
	if len(r.Changes) == 0 {
		p.Line("no changes")
		return p.Flush()
	}
	p.heading()
	for _, k := range Kinds {
		if k != KeptAsItWas {
			p.section(sectionOf(k))
		}
	}
	p.theory()
	p.basis()
	return p.Flush()
}

// section is what a kind of change is told under.
type section struct {
	kind  Kind
	mark  string
	style console.Style
}

// sectionOf gives the section of a kind.
func sectionOf(k Kind) section {
	switch k {
	case WasDropped, WasRemoved:
		return section{k, "-", console.Red}
	case WasRestored, WasAdded:
		return section{k, "+", console.Green}
	}
	return section{k, "~", console.Yellow}
}

type printer struct {
	console.Printer
	r          *Revision
	old, new   side
	companions Companions
	indent     string // of notes
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
	switch {
	case !p.r.Ordered:
		before, after := p.r.Sides(wording.English)
		title += ": " + before + " and " + after + " side by side"
	case old.Version == new.Version && new.Version != "":
		title += ", " + wording.English.Version(new.Version)
	case old.Version != new.Version:
		title += ": from " + or(wording.English.Version(old.Version), "unnamed") + " to " + or(wording.English.Version(new.Version), "unnamed")
	}
	p.Line(p.Paint(console.Bold, theory.Legible(title)))
	files := old.File + p.ordered(" → ", " and ") + new.File
	if old.File == new.File {
		files = new.File
	}
	if files != title {
		p.Line(p.Paint(console.Dim, theory.Legible(files)))
	}
	if told := p.counts(KeptAsItWas); told != "" {
		p.Line()
		p.Line(p.Paint(console.Bold, p.ordered("Kept as they were", "The same in both")), ": ", told)
	}
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// ordered is the first text where the new version is known to come after the old one, else the second.
func (p *printer) ordered(text, otherwise string) string {
	if p.r.Ordered {
		return text
	}
	return otherwise
}

// counts say how many elements there are of a kind, and into how many they were split; "" where there are none.
func (p *printer) counts(k Kind) string {
	n, wholes := p.r.Count(k), p.r.Wholes()
	type sort struct {
		n, wholes int
		what      string
	}
	sorts := []sort{{n.Nodes, wholes.Nodes, "node"}, {n.Configurations, wholes.Configurations, "configuration"}, {n.Links, wholes.Links, "link"}}
	if k == KeptAsItWas {
		sorts[1], sorts[2] = sorts[2], sorts[1]
	}
	var all []string
	for _, sort := range sorts {
		switch {
		case sort.n == 0:
		case k == WasSplit:
			all = append(all, wording.English.Counted(sort.wholes, sort.what)+" into "+strconv.Itoa(sort.n))
		default:
			all = append(all, wording.English.Counted(sort.n, sort.what))
		}
	}
	return wording.English.List(all)
}

// section writes all changes of a kind: nodes, configurations, then links.
func (p *printer) section(s section) {
	told := p.counts(s.kind)
	if told == "" {
		return
	}
	nodes, configurations, links := chosen(p.r.Nodes, s.kind), chosen(p.r.Configurations, s.kind), chosen(p.r.Links, s.kind)
	p.Line()
	p.Line(p.Paint(console.Bold, theory.Legible(capital(p.r.Words(wording.English, s.kind)))), ": ", told)
	p.nodes(s, nodes)
	p.configurations(s, configurations)
	p.links(s, links)
}

// chosen are the changes of a kind, the parts of what was split one after another.
func chosen[T any](matches []Match[T], k Kind) []Match[T] {
	var some []Match[T]
	for _, m := range matches {
		if m.Change != nil && m.Kind() == k {
			some = append(some, m)
		}
	}
	if k == WasSplit {
		first := make(map[*T]int)
		for i, m := range some {
			if _, known := first[m.Old[0]]; !known {
				first[m.Old[0]] = i
			}
		}
		slices.SortStableFunc(some, func(a, b Match[T]) int { return first[a.Old[0]] - first[b.Old[0]] })
	}
	return some
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// fields writes what differs, value by value.
func (p *printer) fields(fields []Field) {
	before, after := p.r.Sides(wording.English)
	before, after = "in "+before, "in "+after
	gained, lost := p.ordered("added", "only "+after), p.ordered("taken out", "only "+before)
	sign := p.ordered(" ", ": ")
	for _, f := range fields {
		name := key(f.Name)
		switch {
		case f.Gained != nil || f.Lost != nil:
			var parts []string
			if len(f.Gained) > 0 {
				parts = append(parts, gained+sign+strings.Join(p.new.allNamed(f.target(), f.Gained), ", "))
			}
			if len(f.Lost) > 0 {
				parts = append(parts, lost+sign+strings.Join(p.old.allNamed(f.target(), f.Lost), ", "))
			}
			p.note(name + ": " + strings.Join(parts, "; "))
		case f.prose() && f.Old != nil && f.New != nil:
			p.note(name + " " + p.ordered("before", before) + ": " + shown(f.Old))
			p.note(name + " " + p.ordered("now", after) + ": " + shown(f.New))
		case f.Old == true || f.New == true:
			p.note(p.flag(f))
		case f.Old == nil:
			p.note(name + " " + gained + ": " + p.new.shown(f.target(), f.New))
		case f.New == nil:
			p.note(name + " " + lost + ": " + p.old.shown(f.target(), f.Old))
		default:
			p.note(name + ": " + p.old.shown(f.target(), f.Old) + " → " + p.new.shown(f.target(), f.New))
		}
	}
}

// flag says that what is true of an element on one side alone became true, or is so no longer.
func (p *printer) flag(f Field) string {
	before, after := p.r.Sides(wording.English)
	if f.New == true {
		return p.ordered("now "+key(f.Name), key(f.Name)+" only in "+after)
	}
	return p.ordered("no longer "+key(f.Name), key(f.Name)+" only in "+before)
}

// theory writes how the theory's own table changed.
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

// basis writes what happened to the evidence and what it rests on. What was added stands with the claims that cite it, so
// that of much only the first are listed.
func (p *printer) basis() {
	const few = 8
	var counts []string
	var groups [][]*Change // of one verb and sort each
	for _, verb := range []Verb{Added, Changed, Removed} {
		for _, sort := range basisSorts {
			var some []*Change
			for i := range p.r.Changes {
				if c := &p.r.Changes[i]; c.Sort == sort.Sort && c.Verb == verb {
					some = append(some, c)
				}
			}
			if len(some) > 0 {
				counts = append(counts, wording.English.Counted(len(some), sort.what)+" "+p.verb(verb))
				groups = append(groups, some)
			}
		}
	}
	if len(counts) == 0 {
		return
	}
	p.Line()
	p.wrapped(p.Paint(console.Bold, "Evidence")+": ", "  ", 10, wording.English.List(counts))
	for _, group := range groups {
		for i, c := range group {
			if more := len(group) - i; c.Verb == Added && i == few {
				p.Line("    ", wording.English.More(more))
				break
			}
			p.piece(c)
		}
	}
}

// basisSorts are the sorts of what claims rest on, in words.
var basisSorts = []struct {
	theory.Sort
	what string
}{{theory.EvidenceSort, "piece of evidence"}, {theory.CaseSort, "case"}, {theory.SourceSort, "source"}, {theory.FormalTheorySort, "formal theory"}}

// verb words what happened to what claims rest on.
func (p *printer) verb(v Verb) string {
	if p.r.Ordered {
		return string(v)
	}
	return p.r.Words(wording.English, map[Verb]Kind{Added: WasAdded, Removed: WasRemoved, Changed: WasRefined}[v])
}

func (p *printer) piece(c *Change) {
	switch c.Verb {
	case Added:
		p.head(sectionOf(WasAdded), p.basisName(p.new, c))
	case Removed:
		p.head(sectionOf(WasRemoved), p.basisName(p.old, c))
	default:
		p.head(sectionOf(WasRefined), c.name())
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
