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
func Evidence(t *theory.Theory) (*Table, error) {
	e := evidenceTable{t: t, members: theory.NewMembership(t.Configurations), cases: make(map[*theory.Evidence]Cell), out: &Table{
		Title:    title("Evidence", t),
		Language: t.Language,
		Columns: []string{"Claim", "Configuration", "Status", "For", "Against", "Type", "Case", "Text", "Source", "Locator",
			"Measure", "Estimate", "95 % CI, lower", "95 % CI, upper", "p", "Finding"},
	}}
	for _, l := range t.Links {
		status := strings.ReplaceAll(string(l.Status), "-", " ")
		if l.Gone() {
			status = "dropped"
		}
		if err := e.claim(Claim(l), firstOf(e.members.Sharing(l.From.ID, l.To.ID)), status, true, l.SupportedBy, l.ContradictedBy); err != nil {
			return nil, err
		}
	}
	for _, n := range t.Nodes {
		status := ""
		if !n.Live() {
			status = "dropped"
		}
		if err := e.claim(n.Label, firstOf(e.members.Of(n.ID)), status, false, n.SupportedBy, n.ContradictedBy); err != nil {
			return nil, err
		}
	}
	return e.out.sparse("Claim", "Status", "For", "Against", "Case", "Text", "Source", "Locator"), nil
}

type evidenceTable struct {
	t       *theory.Theory
	out     *Table
	members *theory.Membership
	cases   map[*theory.Evidence]Cell // of the pieces that have a row
}

// claim adds the rows of one claim; a gap is a row for a claim that cites nothing.
func (e *evidenceTable) claim(claim, in, status string, gap bool, supporting, contradicting []theory.Ref) error {
	head := []Cell{cell(claim), cell(in), cell(status)}
	for _, ref := range supporting {
		if err := e.row(head, cell(ref.ID), Cell{}, e.t.Piece(ref.ID)); err != nil {
			return err
		}
	}
	for _, ref := range contradicting {
		if err := e.row(head, Cell{}, cell(ref.ID), e.t.Piece(ref.ID)); err != nil {
			return err
		}
	}
	if gap && len(supporting)+len(contradicting) == 0 {
		return e.row(head, Cell{}, Cell{}, nil)
	}
	return nil
}

func (e *evidenceTable) row(head []Cell, supports, contradicts Cell, piece *theory.Evidence) error {
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
		row = append(row, cell(strings.ReplaceAll(string(piece.Type), "-", " ")), e.caseCell(piece), cell(text), source, cell(piece.Locator),
			cell(piece.Measure), number(piece.Estimate))
		if piece.Interval != nil {
			row = append(row, number(&piece.Interval[0]), number(&piece.Interval[1]))
		} else {
			row = append(row, Cell{}, Cell{})
		}
		row = append(row, cell(piece.P), cell(strings.ReplaceAll(result(piece), "-", " ")))
	}
	return e.out.add(append(row, make([]Cell, len(e.out.Columns)-len(row))...))
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

// caseCell names the cases of a piece of evidence, once for all its rows.
func (e *evidenceTable) caseCell(piece *theory.Evidence) Cell {
	return once(e.cases, piece, func(piece *theory.Evidence) Cell { return caseNames(e.t, piece.Cases) })
}

// caseNames names cases, a line each, or the first hundred: many claims can cite one piece.
func caseNames(t *theory.Theory, refs []theory.Ref) Cell {
	const most = 100
	var lines []string
	for i, ref := range refs {
		if i == most {
			lines = append(lines, fmt.Sprintf("and %d more", len(refs)-most))
			break
		}
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
