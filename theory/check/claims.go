package check

import "icamo/theory"

// claim is a node or a link with what is cited for and against it.
type claim struct {
	what     string // a kind of node, or "link"
	of       *theory.Element
	live     bool
	support  []theory.Ref
	against  []theory.Ref
	declared theory.Span // where it is said that it was dropped
}

func nodeClaim(n *theory.Node) claim {
	return claim{string(n.Kind), &n.Element, n.Live(), n.SupportedBy, n.ContradictedBy, n.Key("dropped")}
}

func linkClaim(l *theory.Link) claim {
	return claim{"link", &l.Element, l.Live(), l.SupportedBy, l.ContradictedBy, l.Key("dropped")}
}

// eachKept visits the live nodes and links of the earlier version that live on here, each with what became of it.
func (p *Pass) eachKept(visit func(old claim, now []claim)) {
	lineage := p.Lineage()
	if lineage == nil {
		p.Abstain()
		return
	}
	before := lineage.Old.Graph()
	for _, o := range before.Nodes {
		var now []claim
		for _, n := range lineage.Nodes.Heirs(o) {
			if n.Live() {
				now = append(now, nodeClaim(n))
			}
		}
		if len(now) > 0 {
			visit(nodeClaim(o), now)
		}
	}
	for _, o := range before.Claims() {
		var now []claim
		for _, l := range lineage.Links.Heirs(o) {
			if l.Live() {
				now = append(now, linkClaim(l))
			}
		}
		if len(now) > 0 {
			visit(linkClaim(o), now)
		}
	}
}

// cited is what a version cites somewhere, for finding it in another version: there a piece may have another id, or the same
// id and other words.
type cited struct {
	ids   map[string]bool
	words map[string]map[string]bool // the cases of what says the same
}

func newCited() *cited { return &cited{make(map[string]bool), make(map[string]map[string]bool)} }

func (c *cited) add(version *theory.Theory, refs ...theory.Ref) {
	for _, ref := range refs {
		c.ids[ref.ID] = true
		e := version.Piece(ref.ID)
		if e == nil || e.Empty() {
			continue
		}
		words := e.Words()
		if c.words[words] == nil {
			c.words[words] = make(map[string]bool)
		}
		for _, in := range e.Cases {
			c.words[words][in.ID] = true
		}
	}
}

// holds says whether a piece is among what is cited, by its id or by its words.
func (c *cited) holds(e *theory.Evidence) bool {
	return c.ids[e.ID] || c.words[e.Words()] != nil
}

// lacks says whether a piece is new beside what is cited: whether its words, source and case are, whatever its id.
func (c *cited) lacks(e *theory.Evidence) bool {
	cases, said := c.words[e.Words()]
	if !said {
		return true
	}
	for _, in := range e.Cases {
		if !cases[in.ID] {
			return true
		}
	}
	return false
}

// lacksAny says whether any evidence that counts among references is new beside what is cited.
func (c *cited) lacksAny(version *theory.Theory, refs []theory.Ref) bool {
	for _, e := range version.Counting(refs) {
		if c.lacks(e) {
			return true
		}
	}
	return false
}
