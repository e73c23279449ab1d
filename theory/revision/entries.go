package revision

import (
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

func (p *printer) nodes(s section, matches []Match[theory.Node]) {
	name := func(_ side, n *theory.Node) string { return fmt.Sprintf("%s %s (%s)", n.Kind, quoted(n.Label), n.ID) }
	was := func(m Match[theory.Node]) string {
		before := formerly(m.Change, "label", m.Old[0].Label, m.Old[0].ID)
		if m.Old[0].Kind != m.New.Kind {
			return strings.TrimSpace(string(m.Old[0].Kind) + " " + before)
		}
		return before
	}
	entries(p, s, matches, name, was, func(m Match[theory.Node]) {
		c := m.Change
		switch c.Verb {
		case Dropped, Added, Split, Restored:
			n := m.New
			switch {
			case c.Reason != "":
				p.note(c.Reason)
			case c.Verb == Dropped:
			case c.Verb == Restored:
				p.droppedBefore(m.Old[0].Dropped)
			case n.Description != "":
				p.note(n.Description)
			case n.Reasoning != "":
				p.note(quoted(n.Reasoning))
			}
			p.citations(p.new, n.SupportedBy, n.ContradictedBy)
		case Removed:
			p.droppedBefore(m.Old[0].Dropped)
			p.citations(p.old, m.Old[0].SupportedBy, m.Old[0].ContradictedBy)
		default:
			p.refined(c, "label", "kind")
		}
		for _, line := range p.companions.Words(wording.English, m) {
			p.note(line)
		}
	})
}

func (p *printer) configurations(s section, matches []Match[theory.Configuration]) {
	name := func(_ side, c *theory.Configuration) string {
		number := ""
		if c.Number > 0 {
			number = fmt.Sprintf(" %d", c.Number)
		}
		return fmt.Sprintf("configuration%s %s (%s)", number, quoted(c.Title), c.ID)
	}
	was := func(m Match[theory.Configuration]) string {
		return formerly(m.Change, "title", m.Old[0].Title, m.Old[0].ID)
	}
	entries(p, s, matches, name, was, func(m Match[theory.Configuration]) {
		c := m.Change
		switch c.Verb {
		case Added, Split, Restored:
			if c.Reason != "" {
				p.note(c.Reason)
			}
			p.because(m.New.Because)
			for _, role := range theory.Kinds {
				var ids []string
				for _, member := range m.New.In(role) {
					ids = append(ids, member.ID)
				}
				if len(ids) > 0 {
					p.note(string(role) + ": " + strings.Join(p.new.allNamed(string(theory.NodeSort), ids), ", "))
				}
			}
		case Dropped:
			p.note(c.Reason)
		case Removed:
			p.droppedBefore(m.Old[0].Dropped)
		default:
			p.refined(c, "title")
		}
	})
}

func (p *printer) links(s section, matches []Match[theory.Link]) {
	byThemselves := slices.DeleteFunc(slices.Clone(matches), func(m Match[theory.Link]) bool { return p.companions.Has(m.Change) })
	was := func(m Match[theory.Link]) string {
		if c := m.Change; c.Field("from") != nil || c.Field("to") != nil || c.Field("effect") != nil {
			return p.old.link(m.Old[0])
		}
		return ""
	}
	name := func(of side, l *theory.Link) string {
		if s.kind == WasAdded || s.kind == WasSplit || s.kind == WasRemoved {
			return of.link(l) + ": " + status(l)
		}
		return of.link(l)
	}
	entries(p, s, byThemselves, name, was, func(m Match[theory.Link]) {
		c := m.Change
		switch c.Verb {
		case Added, Split:
			if c.Reason != "" {
				p.note(c.Reason)
			}
			p.because(m.New.Because)
		case Dropped:
			p.note(c.Reason)
			p.citations(p.new, m.New.SupportedBy, m.New.ContradictedBy)
		case Removed:
			p.droppedBefore(m.Old[0].Dropped)
		default:
			p.refined(c, "effect", "from", "to")
		}
	})
}

// entries writes matches one by one: parts of a split under what was split. What an element was is told where its name
// changed by more than what happened to its ends.
func entries[T any](p *printer, s section, matches []Match[T], name func(side, *T) string, was func(Match[T]) string, detail func(Match[T])) {
	var last *T
	for _, m := range matches {
		switch {
		case m.Change.Verb == Split:
			if m.Old[0] != last {
				p.head(s, name(p.old, m.Old[0])+" is now")
			}
			last = m.Old[0]
			p.item(name(p.new, m.New))
			p.indent += "  "
			detail(m)
			p.indent = strings.TrimSuffix(p.indent, "  ")
			continue
		case m.New == nil:
			p.head(s, name(p.old, m.Old[0]))
		case m.Change.Verb == Merged:
			p.head(s, name(p.new, m.New)+", made of")
			for _, o := range m.Old {
				p.item(name(p.old, o))
			}
		default:
			head := name(p.new, m.New)
			if len(m.Old) > 0 {
				if before := was(m); before != "" {
					side, _ := p.r.Sides(wording.English)
					head += p.ordered(", was "+before, ", in "+side+" "+before)
				}
			}
			p.head(s, head)
		}
		detail(m)
	}
}

// because writes why a claim that is new holds, which is no reason for the change.
func (p *printer) because(text string) {
	if text != "" {
		p.note("because: " + text)
	}
}

// droppedBefore writes the reason of what was dropped before it was taken out.
func (p *printer) droppedBefore(reason string) {
	if reason != "" {
		p.note(p.ordered("it was dropped before: ", "why: ") + reason)
	}
}

// formerly words the label and id that an element had, where they were others.
func formerly(c *Change, labelKey, label, id string) string {
	var parts []string
	if c.Field(labelKey) != nil {
		parts = append(parts, quoted(label))
	}
	if len(c.From) == 1 {
		parts = append(parts, "("+id+")")
	}
	return strings.Join(parts, " ")
}

// refined writes why and how an element changed, but for the values that its head has told.
func (p *printer) refined(c *Change, told ...string) {
	reworded := false // the reason stood in other words before
	for _, name := range []string{"dropped", "because", "reading"} {
		if f := c.Field(name); f != nil && f.New == c.Reason {
			if reworded = f.Old != nil; !reworded {
				told = append(told, name)
			}
			break
		}
	}
	if c.Reason != "" && !reworded {
		p.note(c.Reason)
	}
	before, after := p.r.Sides(wording.English)
	var rest []Field
	for _, f := range c.Fields {
		switch {
		case slices.Contains(told, f.Name):
		case c.Sort == theory.NodeSort && (f.Name == "supported_by" || f.Name == "contradicted_by"):
			for _, id := range f.Gained {
				p.note(key(f.Name) + " it " + p.ordered("added", "only in "+after) + ": " + p.new.evidence(id))
			}
			for _, id := range f.Lost {
				p.note(key(f.Name) + " it " + p.ordered("taken out", "only in "+before) + ": " + p.old.evidence(id))
			}
		case f.Name == "status":
			how := "status"
			if p.r.Ordered {
				how += " " + c.turn()
			}
			p.note(fmt.Sprintf("%s: %s → %s", how, shown(f.Old), shown(f.New)))
		default:
			rest = append(rest, f)
		}
	}
	p.fields(rest)
}

// turn is how a status changed. Where evidence against the claim came, as where a hypothesis is found to be mixed, one that claims
// more is not said to be raised.
func (c *Change) turn() string {
	against := c.Field("contradicted_by")
	switch came := against != nil && len(against.Gained) > 0; {
	case c.Status() > 0 && !came:
		return "raised"
	case c.Status() < 0:
		return "lowered"
	}
	return "changed"
}

// status words how far a link is supported, and by what.
func status(l *theory.Link) string {
	text := string(l.Status)
	if l.Necessary {
		text += ", needed"
	}
	if len(l.SupportedBy) > 0 {
		text += ", for it " + strings.Join(ids(l.SupportedBy), ", ")
	}
	if len(l.ContradictedBy) > 0 {
		text += ", against it " + strings.Join(ids(l.ContradictedBy), ", ")
	}
	return text
}

// citations writes the evidence on a claim in full.
func (p *printer) citations(s side, supporting, contradicting []theory.Ref) {
	for _, ref := range supporting {
		p.note("for it: " + s.evidence(ref.ID))
	}
	for _, ref := range contradicting {
		p.note("against it: " + s.evidence(ref.ID))
	}
}
