package check

import (
	"fmt"

	"icamo/theory"
	"icamo/theory/wording"
)

// RecodedCase reports cases that show something else than they did.
var RecodedCase = Rule{Code: "PT513", Name: "recoded-case", Severity: Warning,
	Doc:    "A case that the earlier version names in `active_in`, `partly_active_in` or `not_active_in` of a configuration or node, and that is not in the same list of what became of it.",
	Why:    "A case that did not fit and is now among those that do, or is not named any more, makes a claim stronger without a word. Its data are what they were; what is read otherwise has a reason.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Name the case where it was, or accept the finding and say what makes it read otherwise.",
	Bad: `-- initial.toml --
` + wholeConfiguration + `active_in     = ["p1"]
not_active_in = ["p5"]
` + social + `-- revised.toml --
` + wholeConfiguration + `active_in     = ["p1"]
` + social,
	Good: `-- initial.toml --
` + wholeConfiguration + `active_in     = ["p1"]
not_active_in = ["p5"]
` + social + `-- revised.toml --
` + wholeConfiguration + `active_in     = ["p1"]
not_active_in = ["p5"]
` + social,
	Run: func(p *Pass) {
		lineage := p.Lineage()
		if lineage == nil {
			p.Abstain()
			return
		}
		recoded(p, lineage.Old.Nodes, lineage.Nodes, codedNode)
		recoded(p, lineage.Old.Configurations, lineage.Configurations, codedConfiguration)
	},
}

// coded is a node or configuration with the cases that it was looked for in.
type coded struct {
	of    *theory.Element
	cases [3][]theory.Ref // by activityKeys
}

var activityKeys = [3]string{"active_in", "partly_active_in", "not_active_in"}

func codedNode(n *theory.Node) coded {
	return coded{&n.Element, [3][]theory.Ref{n.ActiveIn, n.PartlyActiveIn, n.NotActiveIn}}
}

func codedConfiguration(c *theory.Configuration) coded {
	return coded{&c.Element, [3][]theory.Ref{c.ActiveIn, c.PartlyActiveIn, c.NotActiveIn}}
}

// recoded compares what the version revised had with what became of it.
func recoded[T interface {
	comparable
	Live() bool
}](p *Pass, before []T, became theory.Descent[T], code func(T) coded) {
	for _, old := range before {
		var now []coded
		for _, heir := range became.Heirs(old) {
			if heir.Live() {
				now = append(now, code(heir))
			}
		}
		p.recodedCases(code(old), now)
	}
}

// recodedCases reports the cases that are not where they were in any of what became of something.
func (p *Pass) recodedCases(old coded, now []coded) {
	if len(now) == 0 {
		return
	}
	for i, key := range activityKeys {
		if len(old.cases[i]) == 0 {
			continue
		}
		var here []theory.Ref
		for _, n := range now {
			if p.unread(n.of, activityKeys[:]...) {
				return
			}
			here = append(here, n.cases[i]...)
		}
		named := placesOf(here)
		var gone []string
		for _, ref := range old.cases[i] {
			if _, still := named[ref.ID]; !still {
				gone = append(gone, ref.ID)
			}
		}
		if len(gone) > 0 {
			first := now[0].of
			p.Report(first, first.Key(key), fmt.Sprintf("the earlier version named %s in %s of %q; name it there still, or accept this and say why it is read otherwise",
				wording.English.FewOf(wording.Quoted(gone), maxNamed), key, old.of.ID),
				theory.Related{Message: "named here", At: old.of.Key(key)})
			return
		}
	}
}
