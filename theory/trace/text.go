package trace

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Text writes a trace for people: the far ends of paths with how well each is supported, then the paths, each with its
// weakest link and the evidence on that.
func Text(w io.Writer, tr *Trace) error {
	p := printer{Writer: bufio.NewWriter(w), t: tr.Theory, shown: make(map[*theory.Link]string)}
	p.line("%s%s", named(tr.Node), except(tr.Without))
	if tr.To != nil {
		p.side(sideWords{verb: "leads to", object: named(tr.To), none: "No path leads to " + named(tr.To) + "."}, tr.From)
		return p.Flush()
	}
	for _, l := range tr.ActsOn {
		does := string(l.Effect)
		if l.Necessary {
			does = "is necessary for"
		}
		p.line("It %s %s (%s).", does, target(l), support(p.t, l))
	}
	p.side(sideWords{"leads to", "it", "No path leads to it.", "begin at", "to it"}, tr.Into)
	p.side(sideWords{"leads on", "from it", "No path leads on from it.", "end at", "from it"}, tr.From)
	return p.Flush()
}

// sideWords is what differs in print between the sides of a node.
type sideWords struct {
	verb, object string // "leads to" "it"
	none         string // where no path does
	ends         string // what paths do at their far ends
	name         string // of the side, where another refers to its paths
}

// printer is lines of text; bufio keeps the first error.
type printer struct {
	*bufio.Writer
	t     *theory.Theory
	shown map[*theory.Link]string // links whose evidence has been printed, with where
}

func (p *printer) line(format string, args ...any) {
	fmt.Fprintln(p, theory.Legible(fmt.Sprintf(format, args...)))
}

func (p *printer) side(words sideWords, side Side) {
	p.line("")
	switch n := len(side.Paths); {
	case n == 0:
		p.line("%s", words.none)
		return
	case n == 1 && side.Complete:
		p.line("1 path %s %s.", words.verb, words.object)
	case side.Complete:
		p.line("%d paths %s %s, the best supported first.", n, strings.Replace(words.verb, "leads", "lead", 1), words.object)
	case n == 1:
		p.line("The best supported path that %s %s; there are more.", words.verb, words.object)
	default:
		p.line("The %d best supported paths that %s %s; there are more.", n, strings.Replace(words.verb, "leads", "lead", 1), words.object)
	}
	if len(side.Ends) > 0 {
		p.line("They %s, each here with the weakest link of its best path:", words.ends)
		for _, e := range side.Ends {
			p.line("  %-33s %s%s", e.Best, named(e.Node), needed(e.Node, side.Paths))
		}
	}
	for i, path := range side.Paths {
		p.line("")
		p.line("%3d. %s", i+1, chain(path.Links))
		if len(path.Links) > 1 && path.Effect == theory.Inhibits {
			p.line("     as a whole it inhibits")
		}
		if len(path.Links) > 1 {
			p.line("     weakest link: %s (%s)", plain(wording.Link(path.Weakest)), support(p.t, path.Weakest))
		} else {
			p.line("     %s", support(p.t, path.Weakest))
		}
		if before := p.shown[path.Weakest]; before != "" {
			p.line("       evidence: as for %s", before)
		} else {
			p.shown[path.Weakest] = strings.TrimSpace(fmt.Sprintf("path %d %s", i+1, words.name))
			p.evidence("for", path.Weakest.SupportedBy)
			p.evidence("against", path.Weakest.ContradictedBy)
			if len(path.Weakest.SupportedBy)+len(path.Weakest.ContradictedBy) == 0 {
				p.line("       no evidence is cited")
			}
		}
		for _, l := range path.Needs {
			switch {
			case slices.Contains(path.Links, l):
			case l.Status == theory.Refuted:
				p.line("     refuted: that %s is needed for %s", label(l.Source), target(l))
			default:
				p.line("     also needed: %s, for %s (%s)", label(l.Source), target(l), support(p.t, l))
			}
		}
		for _, l := range path.Against {
			if l.Status == theory.Refuted {
				p.line("     refuted: that %s inhibits %s", label(l.Source), target(l))
				continue
			}
			p.line("     against it: %s, which inhibits %s (%s)", label(l.Source), target(l), support(p.t, l))
		}
	}
}

// needed says of a node from which paths begin what next on them cannot come about without it.
func needed(n *theory.Node, paths []Path) string {
	var next []string
	for _, p := range paths {
		if first := p.Links[0]; first.Source == n && first.Necessary && !slices.Contains(next, target(first)) {
			next = append(next, target(first))
		}
	}
	if len(next) == 0 {
		return ""
	}
	return ", needed for " + wording.English.List(next)
}

// target is what a link leads to or acts on.
func target(l *theory.Link) string {
	_, to := l.Ends()
	if l.Onto != nil {
		return "the step " + plain(to)
	}
	return plain(to)
}

// evidence writes what is cited, each with its cases, or the first of them: a piece can name thousands.
func (p *printer) evidence(stance string, refs []theory.Ref) {
	const most = 20
	for _, e := range p.t.Cited(refs) {
		text := plain(cmp.Or(wording.English.Effect(e), e.Text, e.Description))
		if e.Type == theory.Quote {
			text = "“" + text + "”"
		}
		from := wording.English.Cases(p.t, e.Cases, most)
		for i, name := range from {
			from[i] = plain(name)
		}
		if len(from) == 0 && e.Source.ID != "" {
			from = append(from, e.Source.ID)
		}
		p.line("       %-8s %s: %s (%s)", stance, e.ID, text, strings.Join(from, ", "))
	}
}

// LossText writes a loss for people: the outcomes that lose their last supported path first.
func LossText(w io.Writer, loss *Loss) error {
	p := printer{Writer: bufio.NewWriter(w), t: loss.Theory}
	var names []string
	for _, n := range loss.Without {
		names = append(names, named(n))
	}
	p.line("Without %s, by paths from %s and all that nothing leads to:", strings.Join(names, " and "), loss.Starts.Plural())
	for _, group := range []struct {
		title string
		in    func(Change) bool
	}{
		{"can no longer come about", Change.Prevented},
		{"would no longer come about if the need holds", Change.PreventedIfNeeded},
		{"nothing reduces any more", func(c Change) bool { return c.Reduced() && c.LessReduced() && c.Lowered[1] == nil }},
		{"are reduced with less support", func(c Change) bool { return c.Reduced() && c.LessReduced() && c.Lowered[1] != nil }},
		{"lose their last supported path", func(c Change) bool { return c.Lost() && !c.Prevented() && !c.PreventedIfNeeded() }},
		{"are less well supported", func(c Change) bool { return c.Weakened() && !c.Prevented() && !c.PreventedIfNeeded() }},
		{"stay reduced as they were", func(c Change) bool { return c.Settled && c.Reduced() && !c.LessReduced() }},
		{"keep their support", func(c Change) bool { return c.kept() && supported(c.Before) }},
		{"had no supported path before", func(c Change) bool { return c.kept() && !supported(c.Before) }},
		{"are not settled: there are too many circles among their links to try all paths", func(c Change) bool { return !c.Settled }},
	} {
		var in []Change
		for _, c := range loss.Changes {
			if group.in(c) {
				in = append(in, c)
			}
		}
		if len(in) == 0 && group.title != "can no longer come about" {
			continue
		}
		p.line("")
		if len(in) == 0 {
			p.line("Outcomes that %s: none", group.title)
			continue
		}
		p.line("Outcomes that %s: %d", group.title, len(in))
		for _, c := range in {
			p.change(c)
			for _, l := range c.Needed {
				p.line("    %s", p.need(l))
			}
		}
	}
	return p.Flush()
}

// change says how an outcome can come about before and after, and how far it is reduced where it is that which counts, or
// where it is less so than before.
func (p *printer) change(c Change) {
	turn := func(before, after string) string {
		if before == after {
			return before
		}
		return before + " → " + after
	}
	reduced := turn(strength(c.Lowered[0], "not reduced"), strength(c.Lowered[1], "not reduced"))
	if c.Reduced() {
		p.line("  %s: reduced, %s", label(c.Outcome), reduced)
		return
	}
	after := strength(c.After, "cannot come about")
	if c.PreventedIfNeeded() {
		after = "cannot come about"
	}
	p.line("  %s: %s", label(c.Outcome), turn(strength(c.Before, "cannot come about"), after))
	if c.PreventedIfNeeded() {
		return
	}
	if c.Now != nil {
		p.line("    now by %s", chain(c.Now))
	}
	switch {
	case c.After == nil || !c.LessReduced():
	case c.Lowered[1] == nil:
		p.line("    was reduced, too (%s), and is no longer", c.Lowered[0])
	default:
		p.line("    is reduced, too: %s", reduced)
	}
}

// need says what a necessary link says, and how far it is supported.
func (p *printer) need(l *theory.Link) string {
	return fmt.Sprintf("%s is necessary for %s (%s)", label(l.Source), target(l), support(p.t, l))
}

func strength(s *Strength, none string) string {
	if s == nil {
		return none
	}
	return s.String()
}

// chain is a path in words: what leads to what, or holds it back, and what is needed rather than enough.
func chain(path theory.Path) string {
	var s strings.Builder
	s.WriteString(label(path[0].Source))
	for _, l := range path {
		if l.Necessary {
			s.WriteString(" (needed)")
		}
		s.WriteString(" " + wording.Arrow(l.Effect) + " ")
		s.WriteString(label(l.Target))
	}
	return s.String()
}

// plain is a text without its own line breaks.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

func label(n *theory.Node) string { return plain(cmp.Or(n.Label, n.ID)) }

func named(n *theory.Node) string { return fmt.Sprintf("%s (%s %s)", label(n), n.Kind, n.ID) }

func except(nodes []*theory.Node) string {
	if len(nodes) == 0 {
		return ""
	}
	var names []string
	for _, n := range nodes {
		names = append(names, label(n))
	}
	return ", without " + strings.Join(names, " and ")
}
