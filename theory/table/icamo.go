package table

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// ICAMO is the matrix with one row a configuration and a column for each role (Mukumbang et al. 2018), the mechanism
// told apart into resource and reasoning (Dalkin et al. 2015), with formal theories and ripples (Jagosh et al. 2015;
// Flynn et al. 2018). A column that no configuration fills is left out, unless the heuristic asks for it.
func ICAMO(t *theory.Theory) (*Table, error) {
	out := &Table{
		Title:    title("{1} configurations", t, wording.Of(t).Word(string(t.Heuristic))),
		Language: t.Language,
		Columns: []string{"No.", "Configuration", "Intervention", "Enabling context", "Blocking context", "Actor",
			"Mechanism", "Resource", "Resource by", "Reasoning", "Reasoning by", "Outcome", "Formal theory", "Ripple", "Rival", "Level", "Studied in", "Confidence", "Links"},
		Minor: []string{"Level", "Rival", "Confidence", "Reasoning by", "Resource by", "Formal theory", "Ripple", "Studied in", "Links"},
	}
	spans, having := NewSpans(t), byMember(t)
	if len(t.Overarching) > 0 {
		all := &theory.Configuration{Members: t.Overarching}
		row := make([]Cell, len(out.Columns))
		row[1] = cell(wording.Of(t).Statement().All)
		enabling, blocking := spans.contexts(all, t.Graph())
		for column, in := range map[string][]theory.Member{"Enabling context": enabling, "Blocking context": blocking,
			"Actor": all.In(theory.Actor), "Outcome": all.In(theory.Outcome)} {
			row[slices.Index(out.Columns, column)] = members(t, all, in)
		}
		if err := out.add(row); err != nil {
			return nil, err
		}
	}
	for _, c := range t.Configurations {
		part := spans.part(c)
		enabling, blocking := spans.contexts(c, part)
		m := mechanisms(t, c)
		err := out.add([]Cell{
			whole(t.NumberOf(c)),
			cell(configurationTitle(t, c)),
			orNoneNeeded(t, c, theory.Intervention, members(t, c, c.In(theory.Intervention))),
			orNoneNeeded(t, c, theory.Context, spans.contextCell(c, part, enabling)),
			spans.contextCell(c, part, blocking),
			orNoneNeeded(t, c, theory.Actor, members(t, c, c.In(theory.Actor))),
			orNoneNeeded(t, c, theory.Mechanism, m.names),
			m.resource,
			m.resourceBy,
			m.reasoning,
			m.reasoningBy,
			orNoneNeeded(t, c, theory.Outcome, outcomes(t, c)),
			formalTheories(t, c),
			ripples(t, c, having),
			cell(configurations(t, t.Rivals(c))),
			cell(wording.Of(t).Word(string(c.Level))),
			cell(studiedIn(t, c)...),
			cell(wording.Of(t).Word(string(c.Confidence))),
			statuses(t, c, part),
		})
		if err = cmp.Or(err, spans.excess()); err != nil {
			return nil, err
		}
	}
	keep := []string{"Configuration", "Enabling context", "Mechanism", "Outcome"}
	if t.Heuristic != theory.CMO {
		keep = append(keep, "Intervention", "Actor")
	}
	return out.sparse(keep...).worded(wording.Of(t)), nil
}

func members(t *theory.Theory, c *theory.Configuration, in []theory.Member) Cell {
	var lines []string
	for _, m := range in {
		lines = append(lines, memberLabel(t, c, m))
	}
	return cell(lines...)
}

// contextCell are contexts of a configuration; of one of which all was refuted it says so.
func (s *Spans) contextCell(c *theory.Configuration, part *theory.Graph, in []theory.Member) Cell {
	var lines []string
	for _, m := range in {
		line := memberLabel(s.t, c, m)
		if m.Node != nil && c.Live() && s.refuted(c, part, m.Node) {
			line += " (" + wording.Of(s.t).Word(string(theory.Refuted)) + ")"
		}
		lines = append(lines, line)
	}
	return cell(lines...)
}

// memberLabel is a member's label; an id that nothing defines stands for itself.
func memberLabel(t *theory.Theory, c *theory.Configuration, m theory.Member) string {
	switch {
	case m.Node == nil:
		return m.ID
	case c.Live() && !m.Node.Live():
		return m.Node.Label + " (" + wording.Of(t).Say("dropped") + ")"
	case m.Node.Unreviewed != "":
		return m.Node.Label + " (" + wording.Of(t).NotReviewed() + ")"
	}
	return m.Node.Label
}

func configurationTitle(t *theory.Theory, c *theory.Configuration) string {
	if c.Unreviewed != "" {
		return c.Title + " (" + wording.Of(t).NotReviewed() + ")"
	}
	return c.Title
}

// mechanismCells are the mechanisms of a configuration, with what each offers and how people respond, and who does.
type mechanismCells struct{ names, resource, resourceBy, reasoning, reasoningBy Cell }

// mechanisms are a configuration's mechanisms with what each offers and how people respond. Where there are several,
// letters show which resource belongs to which.
func mechanisms(t *theory.Theory, c *theory.Configuration) mechanismCells {
	var cells mechanismCells
	all := c.In(theory.Mechanism)
	lettered := len(all) > 1 && slices.ContainsFunc(all, func(m theory.Member) bool {
		return m.Node != nil && m.Node.Resource+m.Node.Reasoning != ""
	})
	add := func(to *Cell, i int, text string) {
		if text == "" {
			return
		}
		if lettered {
			text = fmt.Sprintf("(%s) %s", letter(i), text)
		}
		to.Lines = append(to.Lines, cell(text).Lines...)
	}
	for i, m := range all {
		add(&cells.names, i, memberLabel(t, c, m))
		if m.Node != nil {
			add(&cells.resource, i, m.Node.Resource)
			add(&cells.resourceBy, i, strings.Join(actors(t, m.Node.ResourceBy), ", "))
			add(&cells.reasoning, i, m.Node.Reasoning)
			add(&cells.reasoningBy, i, strings.Join(actors(t, m.Node.ReasoningBy), ", "))
		}
	}
	return cells
}

// orNoneNeeded says of an empty role that the study says that none is needed.
func orNoneNeeded(t *theory.Theory, c *theory.Configuration, role theory.Kind, filled Cell) Cell {
	if len(filled.Lines) == 0 && slices.Contains(c.None, string(role)) {
		return cell(wording.Of(t).Statement().NoneNeeded)
	}
	return filled
}

// letter is a, b, … z, aa, ab, …
func letter(i int) string {
	s := string(rune('a' + i%26))
	if i >= 26 {
		return letter(i/26-1) + s
	}
	return s
}

// outcomes are a configuration's outcomes, each with what is known of its horizon, for whom it is, and whether it was
// wanted and meant.
func outcomes(t *theory.Theory, c *theory.Configuration) Cell {
	words := wording.Of(t)
	var lines []string
	for _, m := range c.In(theory.Outcome) {
		line := memberLabel(t, c, m)
		if n := m.Node; n != nil {
			var about []string
			if n.Horizon != "" {
				about = append(about, words.Word(string(n.Horizon)))
			}
			if len(n.Beneficiary) > 0 {
				about = append(about, words.Say("for")+" "+strings.Join(beneficiaries(t, n), ", "))
			}
			if n.Valence == theory.Unwanted {
				about = append(about, words.Say("unwanted"))
			}
			if n.Unintended {
				about = append(about, words.Say("unintended"))
			}
			if len(about) > 0 {
				line += " (" + strings.Join(about, "; ") + ")"
			}
		}
		lines = append(lines, line)
	}
	return cell(lines...)
}

func formalTheories(t *theory.Theory, c *theory.Configuration) Cell {
	var out Cell
	for _, ref := range c.FormalTheory {
		line := Line{Text: ref.ID}
		if ft := t.FormalTheory(ref.ID); ft != nil {
			line.Text = ft.Label
			if s := t.Source(ft.Source.ID); s != nil {
				line.URL = Address(s)
			}
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// ripples say how a configuration hangs together with others: what it requires and influences, and where what comes
// about in it, an outcome or a mechanism, is the context of another, or an outcome a mechanism of another.
func ripples(t *theory.Theory, c *theory.Configuration, having map[membership][]*theory.Configuration) Cell {
	words := wording.Of(t)
	var lines []string
	if names := configurations(t, c.Requires); names != "" {
		lines = append(lines, words.Say("requires {1}", names))
	}
	if names := configurations(t, c.Influences); names != "" {
		lines = append(lines, words.Say("influences {1}", names))
	}
	for _, ripple := range []struct{ from, into theory.Kind }{
		{theory.Outcome, theory.Context}, {theory.Outcome, theory.Mechanism}, {theory.Mechanism, theory.Context},
	} {
		for _, m := range c.In(ripple.from) {
			others := firstOf(t, func(yield func(*theory.Configuration) bool) {
				for _, other := range having[membership{ripple.into, m.ID}] {
					if other != c && !yield(other) {
						return
					}
				}
			})
			if others != "" {
				lines = append(lines, words.Say("{1} → {2} of {3}", memberLabel(t, c, m), words.Word(string(ripple.into)), others))
			}
		}
	}
	return cell(lines...)
}

// firstOf names the first of some configurations: where each of thousands ripples into each, the matrix would grow with
// the square of their number.
func firstOf(t *theory.Theory, all iter.Seq[*theory.Configuration]) string {
	const most = 20
	var names []string
	for c := range all {
		if len(names) == most {
			return strings.Join(names, ", ") + " " + wording.Of(t).Say("and others")
		}
		names = append(names, short(c))
	}
	return strings.Join(names, ", ")
}

// membership is a node in a role.
type membership struct {
	role theory.Kind
	id   string
}

// byMember finds the live configurations that have a node in a role, in document order.
func byMember(t *theory.Theory) map[membership][]*theory.Configuration {
	having := make(map[membership][]*theory.Configuration)
	for _, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		for _, m := range c.Members {
			at := membership{m.Role, m.ID}
			if in := having[at]; len(in) == 0 || in[len(in)-1] != c {
				having[at] = append(in, c)
			}
		}
	}
	return having
}

// configurations names configurations by their numbers, or by their ids where they have none.
func configurations(t *theory.Theory, refs []theory.Ref) string {
	var names []string
	for _, ref := range refs {
		if c := t.Configuration(ref.ID); c != nil {
			names = append(names, short(c))
		} else {
			names = append(names, ref.ID)
		}
	}
	return strings.Join(names, ", ")
}

func short(c *theory.Configuration) string {
	if c.Number > 0 {
		return strconv.Itoa(c.Number)
	}
	return c.ID
}

// statuses counts a configuration's links by status, those onto its steps among them; for a dropped configuration it says why it was dropped.
func statuses(t *theory.Theory, c *theory.Configuration, part *theory.Graph) Cell {
	if !c.Live() {
		return cell(wording.Of(t).Say("dropped") + ": " + c.Dropped)
	}
	count := make([]int, len(theory.Statuses))
	for _, l := range part.Claims() {
		if i := slices.Index(theory.Statuses, t.StatusIn(c, l)); i >= 0 {
			count[i]++
		}
	}
	var lines []string
	for i, s := range theory.Statuses {
		if count[i] > 0 {
			lines = append(lines, wording.Of(t).Tally(count[i], wording.Of(t).Word(string(s))))
		}
	}
	return cell(lines...)
}
