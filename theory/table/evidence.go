package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
)

// Evidence lists every claim with each piece of evidence for and against it, one row a piece. A link that cites nothing
// has a row all the same, so that gaps show; a node has rows only where it cites something. What was dropped stays in
// the list, as the evidence on it still stands.
func Evidence(t *theory.Theory) *Table {
	e := evidenceTable{t: t, holding: make(map[string][]*theory.Configuration), out: &Table{
		Title:    title("Evidence", t),
		Language: t.Language,
		Columns: []string{"Claim", "Configuration", "Status", "For", "Against", "Type", "Case", "Text", "Source", "Locator",
			"Measure", "Estimate", "95 % CI, lower", "95 % CI, upper", "p", "Finding"},
	}}
	for _, c := range t.Configurations {
		for _, m := range c.Members {
			if in := e.holding[m.ID]; len(in) == 0 || in[len(in)-1] != c {
				e.holding[m.ID] = append(in, c)
			}
		}
	}
	for _, l := range t.Links {
		status := strings.ReplaceAll(string(l.Status), "-", " ")
		if l.Gone() {
			status = "dropped"
		}
		e.claim(Claim(l), e.both(l.From.ID, l.To.ID), status, true, l.SupportedBy, l.ContradictedBy)
	}
	for _, n := range t.Nodes {
		status := ""
		if !n.Live() {
			status = "dropped"
		}
		e.claim(n.Label, e.both(n.ID, n.ID), status, false, n.SupportedBy, n.ContradictedBy)
	}
	return e.out.sparse("Claim", "Status", "For", "Against", "Case", "Text", "Source", "Locator")
}

type evidenceTable struct {
	t       *theory.Theory
	out     *Table
	holding map[string][]*theory.Configuration // the configurations that a node is a member of, in document order
}

// claim adds the rows of one claim; a gap is a row for a claim that cites nothing.
func (e *evidenceTable) claim(claim string, in []string, status string, gap bool, supporting, contradicting []theory.Ref) {
	head := []Cell{cell(claim), cell(strings.Join(in, ", ")), cell(status)}
	for _, ref := range supporting {
		e.row(head, cell(ref.ID), Cell{}, e.t.Piece(ref.ID))
	}
	for _, ref := range contradicting {
		e.row(head, Cell{}, cell(ref.ID), e.t.Piece(ref.ID))
	}
	if gap && len(supporting)+len(contradicting) == 0 {
		e.row(head, Cell{}, Cell{}, nil)
	}
}

func (e *evidenceTable) row(head []Cell, supports, contradicts Cell, piece *theory.Evidence) {
	row := append(slices.Clone(head), supports, contradicts)
	if piece != nil {
		source := cell(piece.Source.ID)
		if s := e.t.Source(piece.Source.ID); s != nil {
			source = cited(s)
		}
		text := piece.Text
		if piece.Type == theory.Quote && text != "" {
			text = "“" + text + "”"
		}
		row = append(row, cell(strings.ReplaceAll(string(piece.Type), "-", " ")), caseNames(e.t, piece.Cases), cell(text), source, cell(piece.Locator),
			cell(piece.Measure), number(piece.Estimate))
		if piece.Interval != nil {
			row = append(row, number(&piece.Interval[0]), number(&piece.Interval[1]))
		} else {
			row = append(row, Cell{}, Cell{})
		}
		row = append(row, cell(piece.P), cell(strings.ReplaceAll(result(piece), "-", " ")))
	}
	e.out.Rows = append(e.out.Rows, append(row, make([]Cell, len(e.out.Columns)-len(row))...))
}

// result is what a trial found, with the warning that its scale runs downwards.
func result(e *theory.Evidence) string {
	if e.Finding != "" && e.LowerIsBetter {
		return string(e.Finding) + " (lower is better)"
	}
	return string(e.Finding)
}

// Claim words a link: what leads to what, or holds it back.
func Claim(l *theory.Link) string {
	arrow := " → "
	if l.Effect == theory.Inhibits {
		arrow = " ⊣ "
	}
	from, to := l.Ends()
	return from + arrow + to
}

// both names the configurations that two nodes are members of.
func (e *evidenceTable) both(id, other string) []string {
	var names []string
	rest := e.holding[other]
	for _, c := range e.holding[id] {
		if i := slices.Index(rest, c); i >= 0 {
			names = append(names, short(c))
			rest = rest[i+1:]
		}
	}
	return names
}

func caseNames(t *theory.Theory, refs []theory.Ref) Cell {
	var lines []string
	for _, ref := range refs {
		name := ref.ID
		if c := t.Case(ref.ID); c != nil {
			name = c.Label
		}
		lines = append(lines, name)
	}
	return cell(lines...)
}

// Effect words a trial's effect in one line: its measure, estimate, interval, p value and finding; "" for other evidence.
func Effect(e *theory.Evidence) string {
	if e.Type != theory.EffectType {
		return ""
	}
	var parts []string
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if e.Estimate != nil {
		add("%s", decimal(*e.Estimate))
	}
	if e.Interval != nil {
		add("95 %% CI %s to %s", decimal(e.Interval[0]), decimal(e.Interval[1]))
	}
	if e.P != "" {
		p := e.P
		if !strings.ContainsAny(p, "<>=≤≥") {
			p = "= " + p
		}
		add("p %s", p)
	}
	if e.Finding != "" {
		add("%s", strings.ReplaceAll(result(e), "-", " "))
	}
	text := strings.Join(parts, ", ")
	switch {
	case e.Measure == "":
		return text
	case text == "":
		return e.Measure
	}
	return e.Measure + ": " + text
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
