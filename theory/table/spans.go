package table

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// Spans is what the configurations of one theory span: the links among their members, and which of their contexts block.
type Spans struct {
	t      *theory.Theory
	blocks map[*theory.Node]bool // contexts of whose links none promotes, as far as they were looked at
	size   int                   // links in the parts that were looked at

	links map[*theory.Node][]*theory.Link // by what they start from, dropped ones too; made where it is asked for
}

// NewSpans reads the configurations of a theory.
func NewSpans(t *theory.Theory) *Spans { return &Spans{t: t, blocks: make(map[*theory.Node]bool)} }

// mostLinks is how many links the configurations of a table may hold among their members, counted in each.
const mostLinks = 5_000_000

// part is what a configuration spans.
func (s *Spans) part(c *theory.Configuration) *theory.Graph {
	part := s.t.Part(c)
	s.size += len(part.Links) + len(part.OnSteps)
	return part
}

// excess says that the configurations hold too many links.
func (s *Spans) excess() error {
	if s.size <= mostLinks {
		return nil
	}
	return fmt.Errorf("the configurations hold more than %d million links among their members in all, more than a table can be made of; split the theory, or its largest configurations", mostLinks/1_000_000)
}

// contexts tells a configuration's contexts apart: one blocks where each of its links does, those within the
// configuration counting before any others.
func (s *Spans) contexts(c *theory.Configuration, part *theory.Graph) (enabling, blocking []theory.Member) {
	for _, m := range c.In(theory.Context) {
		if part.OnlyBlocks(m.Node) || len(part.Made(m.Node)) == 0 && s.blocksAnywhere(m.Node) {
			blocking = append(blocking, m)
		} else {
			enabling = append(enabling, m)
		}
	}
	return enabling, blocking
}

// refuted says whether all that a context is held to do in a configuration was refuted.
func (s *Spans) refuted(c *theory.Configuration, part *theory.Graph, n *theory.Node) bool {
	links := part.Made(n)
	return len(links) > 0 && !slices.ContainsFunc(links, func(l *theory.Link) bool { return s.t.StatusIn(c, l) != theory.Refuted })
}

// blocksAnywhere looks once at all links of a context, which many configurations may name.
func (s *Spans) blocksAnywhere(n *theory.Node) bool {
	return once(s.blocks, n, func(n *theory.Node) bool { return s.t.Graph().OnlyBlocks(n) })
}
