package check

import (
	"fmt"
	"maps"
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// BrokenConfiguration reports configurations whose claim their links do not bear out.
var BrokenConfiguration = Rule{Code: "PT402", Name: "broken-configuration", Severity: Warning,
	Doc:    "A configuration with an outcome that no path of links among its members reaches by way of one of its mechanisms, starting from its interventions, contexts or actors where it has any (where it names an intervention, a context that only inhibits is no start, unless it counters what is unwanted), and has what it needs. A configuration without a mechanism or an outcome is PT401 alone.",
	Why:    "The configuration says that its mechanism brings the outcome about; the links are where the theory says how. When they do not join up, figure and table make different claims.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation, on configurations as one proposition",
	Remedy: "Add the link that is missing, or the member through which the path goes.",
	Bad: `[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[mechanism.role-models]
label = "Seeing others who recovered"

[[link]]
from = "role-models"
to   = "hope"

[configuration.safe-relationships]
title         = "Safe relationships"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing"]
outcome       = ["connectedness", "hope"]
formal_theory = ["social-learning"]

[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "role-models"]
outcome       = ["connectedness"]
formal_theory = ["social-learning"]
` + social,
	Good: `[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[mechanism.role-models]
label = "Seeing others who recovered"

[[link]]
from = "sharing"
to   = "role-models"

[[link]]
from = "role-models"
to   = "hope"

[configuration.safe-relationships]
title         = "Safe relationships"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing", "role-models"]
outcome       = ["connectedness", "hope"]
formal_theory = ["social-learning"]
` + social,
	Reads: roleKeys,
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		if slices.ContainsFunc(c.Members, func(m theory.Member) bool { return m.Node == nil || p.isLoose(m.Node) }) {
			return // the path may go by way of what is unknown
		}
		if _, broken := outcomesBy(c, p.within(c), p.blocks(c)); len(broken) > 0 {
			p.Report(&c.Element, c.Key("outcome"), fmt.Sprintf("no path among the members of %q reaches %s by way of one of its mechanisms; add the link that is missing, or the member between", c.ID, wording.English.FirstOf(wording.Quoted(broken), maxNamed)))
		}
	}),
}

// following says what is reached from some nodes, where others are there as well for what needs them. What is not settled is
// taken as reached.
type following func(starts, there []*theory.Node) map[*theory.Node]bool

// within follows paths among the members of a configuration.
func (p *Pass) within(c *theory.Configuration) following {
	if p.needs() {
		return ways(p.Theory.Part(c), nil)
	}
	return func(starts, _ []*theory.Node) map[*theory.Node]bool { return p.Theory.FromWithin(c, starts...) }
}

// ways follows the paths of a graph that have what they need, by the links that count; by all where that is nil.
func ways(g *theory.Graph, counts func(*theory.Link) bool) following {
	return func(starts, there []*theory.Node) map[*theory.Node]bool {
		reached := make(map[*theory.Node]bool)
		answer := g.ComeAbout(theory.Question{Counts: counts, From: append([]*theory.Node{}, starts...), There: there})
		for _, n := range g.Nodes {
			if answer.Reaches(n) != theory.No {
				reached[n] = true
			}
		}
		return reached
	}
}

// blocks says of a context of a configuration whether all it does in it is to hold back what is not unwanted.
func (p *Pass) blocks(c *theory.Configuration) func(*theory.Node) bool {
	var part *theory.Graph
	return func(n *theory.Node) bool {
		if !slices.ContainsFunc(p.Graph.Made(n), (*theory.Link).Blocks) {
			return false
		}
		if part == nil {
			part = p.Theory.Part(c)
		}
		return part.OnlyBlocks(n)
	}
}

// outcomesBy gives the ids of the outcomes of a configuration that are reached from its starts by way of one of its
// mechanisms, and of those that are not; follow says what is reached by the paths that are asked about. Without a mechanism
// there are none of either.
func outcomesBy(c *theory.Configuration, follow following, blocks func(*theory.Node) bool) (reached, broken []string) {
	var starts, blocking, mechanisms []*theory.Node
	for _, m := range slices.Concat(c.Members, c.Overarching) {
		switch {
		case m.Node == nil || !m.Node.Live():
		case m.Role == theory.Mechanism:
			mechanisms = append(mechanisms, m.Node)
		case m.Role == theory.Context && blocks(m.Node):
			blocking = append(blocking, m.Node)
		case m.Role != theory.Outcome:
			starts = append(starts, m.Node)
		}
	}
	if len(mechanisms) == 0 {
		return nil, nil
	}
	if len(c.All(theory.Intervention)) == 0 { // what is missing is the intervention
		starts, blocking = append(starts, blocking...), nil
	}
	var started map[*theory.Node]bool
	if len(starts) > 0 {
		started = follow(starts, nil)
		var triggered []*theory.Node
		for _, m := range mechanisms {
			if started[m] {
				triggered = append(triggered, m)
			}
		}
		mechanisms = triggered
	}
	after := follow(mechanisms, slices.Concat(starts, blocking, slices.Collect(maps.Keys(started))))
	for _, m := range c.All(theory.Outcome) {
		switch {
		case m.Node == nil || !m.Node.Live():
		case after[m.Node]:
			reached = append(reached, m.ID)
		default:
			broken = append(broken, m.ID)
		}
	}
	return reached, broken
}
