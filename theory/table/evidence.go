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
		Columns:  []string{"Claim", "Configuration", "Status", "For", "Against"},
	}}
	e.columns = e.pieceColumns()
	for _, c := range e.columns {
		e.out.Columns = append(e.out.Columns, c.name)
	}
	for _, l := range t.Links {
		status := strings.ReplaceAll(string(l.Status), "-", " ")
		if l.Gone() {
			status = "dropped"
		}
		if err := e.claim(Claim(l), firstOf(e.members.OfLink(l)), status, true, l.SupportedBy, l.ContradictedBy); err != nil {
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
	columns []pieceColumn
}

// pieceColumn is a column for what pieces of evidence say under a key.
type pieceColumn struct {
	key, name string
	cell      func(*theory.Evidence) Cell
}

// pieceColumns are those for all keys of evidence: the first in the order in which a reader needs them, then any other.
// What it accepts is told by the checks.
func (e *evidenceTable) pieceColumns() []pieceColumn {
	end := func(i int) func(*theory.Evidence) Cell {
		return func(p *theory.Evidence) Cell {
			if p.Interval == nil {
				return Cell{}
			}
			return number(&p.Interval[i])
		}
	}
	columns := []pieceColumn{
		{"type", "Type", func(p *theory.Evidence) Cell { return cell(strings.ReplaceAll(string(p.Type), "-", " ")) }},
		{"cases", "Case", e.caseCell},
		{"text", "Text", func(p *theory.Evidence) Cell { return cell(quotedText(p)) }},
		{"source", "Source", e.source},
		{"locator", "Locator", func(p *theory.Evidence) Cell { return cell(p.Locator) }},
		{"measure", "Measure", func(p *theory.Evidence) Cell { return cell(p.Measure) }},
		{"estimate", "Estimate", func(p *theory.Evidence) Cell { return number(p.Estimate) }},
		{"interval", "95 % CI, lower", end(0)},
		{"interval", "95 % CI, upper", end(1)},
		{"p", "p", func(p *theory.Evidence) Cell { return cell(p.P) }},
		{"finding", "Finding", func(p *theory.Evidence) Cell { return cell(strings.ReplaceAll(result(p), "-", " ")) }},
	}
	told := []string{"accept", "lower_is_better"} // the second with the finding
	for _, c := range columns {
		told = append(told, c.key)
	}
	for _, k := range theory.EvidenceSort.Keys() {
		if k.Within == "" && !slices.Contains(told, k.Name) {
			columns = append(columns, pieceColumn{k.Name, keyHeading(k.Name), func(p *theory.Evidence) Cell { return cell(said(e.t, k, p)) }})
		}
	}
	return columns
}

func (e *evidenceTable) source(piece *theory.Evidence) Cell {
	if s := e.t.Source(piece.Source.ID); s != nil {
		return cited(s)
	}
	return cell(piece.Source.ID)
}

// quotedText is what a piece says, a quote in quotation marks.
func quotedText(piece *theory.Evidence) string {
	if piece.Type == theory.Quote && piece.Text != "" {
		return "“" + piece.Text + "”"
	}
	return piece.Text
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
		for _, c := range e.columns {
			row = append(row, c.cell(piece))
		}
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
