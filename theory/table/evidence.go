package table

import (
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// Evidence lists every claim with each piece of evidence for and against it, one row a piece. A link that cites nothing
// has a row all the same, so that gaps show; a node has rows only where it cites something. What was dropped stays in
// the list, as the evidence on it still stands.
func Evidence(t *theory.Theory) (*Table, error) {
	e := evidenceTable{t: t, members: theory.NewMembership(t.Configurations), cases: make(map[*theory.Evidence]Cell), out: &Table{
		Title:    title("Evidence", t),
		Language: t.Language,
		Range:    Range{Lower: "95 % CI, lower", Upper: "95 % CI, upper", Name: "95 % CI"},
		Columns:  []string{"Claim", "Configuration", "Status", "Because", "Reading", "For", "Against"},
	}}
	e.columns = e.pieceColumns()
	for _, c := range e.columns {
		e.out.Columns = append(e.out.Columns, c.name)
		if !slices.Contains([]string{"cases", "text", "source"}, c.key) {
			e.out.Minor = append(e.out.Minor, c.name)
		}
	}
	slices.Reverse(e.out.Minor)
	e.out.Minor = append(e.out.Minor, "Reading", "Because")
	words := wording.Of(t)
	for _, l := range t.Links {
		status := words.Word(string(l.Status))
		switch {
		case l.Gone():
			status = words.Say("dropped")
		case l.Unreviewed != "":
			status = words.NotReviewed()
		}
		claim := wording.Link(l)
		if l.Necessary {
			claim += " (" + words.Word("necessary") + ")"
		}
		if err := e.claim(claim, firstOf(t, e.members.OfLink(l)), status, l.Because, l.Reading, true, l.SupportedBy, l.ContradictedBy); err != nil {
			return nil, err
		}
	}
	for _, n := range t.Nodes {
		status := ""
		switch {
		case !n.Live():
			status = words.Say("dropped")
		case n.Unreviewed != "":
			status = words.NotReviewed()
		}
		in := firstOf(t, e.members.Of(n.ID))
		if e.members.Everywhere(n.ID) {
			in = words.Say("All configurations")
		}
		if err := e.claim(n.Label, in, status, n.Because, n.Reading, false, n.SupportedBy, n.ContradictedBy); err != nil {
			return nil, err
		}
	}
	return e.out.sparse("Claim", "Status", "For", "Against", "Case", "Text", "Source", "Locator").worded(words), nil
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
	words := wording.Of(e.t)
	columns := []pieceColumn{
		{"type", "Type", func(p *theory.Evidence) Cell { return cell(words.Word(string(p.Type))) }},
		{"cases", "Case", e.caseCell},
		{"text", "Text", func(p *theory.Evidence) Cell { return cell(wording.Says(p)) }},
		{"source", "Source", e.source},
		{"locator", "Locator", func(p *theory.Evidence) Cell { return cell(p.Locator) }},
		{"measure", "Measure", func(p *theory.Evidence) Cell { return cell(p.Measure) }},
		{"estimate", "Estimate", func(p *theory.Evidence) Cell { return number(p.Estimate) }},
		{"interval", "95 % CI, lower", end(0)},
		{"interval", "95 % CI, upper", end(1)},
		{"p", "p", func(p *theory.Evidence) Cell { return cell(p.P) }},
		{"finding", "Finding", func(p *theory.Evidence) Cell { return cell(words.Finding(p)) }},
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

// claim adds the rows of one claim; a gap is a row for a claim that cites nothing.
func (e *evidenceTable) claim(claim, in, status, because, reading string, gap bool, supporting, contradicting []theory.Ref) error {
	head := []Cell{cell(claim), cell(in), cell(status), cell(because), cell(reading)}
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
		if piece.Type == theory.EffectType { // it is of the whole programme, not of one configuration
			row[1] = cell(wording.Of(e.t).Say("trial effect, of the whole programme"))
		}
		for _, c := range e.columns {
			row = append(row, c.cell(piece))
		}
	}
	return e.out.add(append(row, make([]Cell, len(e.out.Columns)-len(row))...))
}

const mostCases = 100 // that a cell names

// caseCell names the cases of a piece of evidence, once for all its rows.
func (e *evidenceTable) caseCell(piece *theory.Evidence) Cell {
	return once(e.cases, piece, func(piece *theory.Evidence) Cell { return cell(wording.Of(e.t).Cases(e.t, piece.Cases, mostCases)...) })
}
