package page

import (
	"icamo/theory"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// piece is one piece of evidence as a reader meets it under a claim.
type piece struct {
	Anchor      string
	Type        string
	Quote       bool
	Text        string
	Effect      string // a trial's estimate, in a line
	Description string
	Cases       []ref
	Source      ref
	Locator     string
}

func (c *catalogue) pieces(refs []theory.Ref) []piece {
	var pieces []piece
	for _, r := range refs {
		if e := c.t.Piece(r.ID); e != nil {
			pieces = append(pieces, c.piece(e))
		} else {
			pieces = append(pieces, piece{Type: c.words.Say("unknown evidence"), Text: r.ID})
		}
	}
	return pieces
}

func (c *catalogue) piece(e *theory.Evidence) piece {
	p := piece{
		Anchor:      c.anchors.of[&e.Element],
		Type:        c.typeWords(e.Type),
		Quote:       e.Type == theory.Quote && e.Text != "",
		Text:        e.Text,
		Effect:      c.words.Effect(e),
		Description: e.Description,
		Locator:     e.Locator,
		Cases:       c.all("case", e.Cases),
	}
	if s := c.t.Source(e.Source.ID); s != nil {
		p.Source = ref{Text: wording.Cited(s), Anchor: c.anchors.of[&s.Element], URL: table.Address(s)}
	} else {
		p.Source = ref{Text: e.Source.ID}
	}
	return p
}

func (c *catalogue) typeWords(t theory.EvidenceType) string {
	switch t {
	case theory.Quote:
		return c.words.Word("quote")
	case theory.EffectType:
		return c.words.Say("trial effect, of the whole programme")
	case theory.FindingType:
		return c.words.Say("finding of the study, in other words")
	}
	return c.words.Word(string(t))
}
