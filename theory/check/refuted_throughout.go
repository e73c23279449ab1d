package check

import (
	"fmt"
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// RefutedThroughout reports configurations that are held although the evidence leaves nothing of them.
var RefutedThroughout = Rule{Code: "PT219", Name: "refuted-throughout", Severity: Warning,
	Doc:    "A configuration with a `confidence` above very low, though none of its outcomes is reached by links among its members that are neither refuted nor not activated; or though no case shows it at work and some show that it was not.",
	Why:    "The confidence in a configuration is a judgement of all its evidence. Where every way through it was refuted, or every case looked at lacks it, a reader will ask what the confidence rests on.",
	Source: "Lewin et al. (2018), GRADE-CERQual on the overall assessment of confidence",
	Remedy: "Lower the confidence to very-low or take it out, drop the configuration with the reason, or accept the finding and say what the confidence rests on.",
	Bad: wholeConfiguration + `confidence    = "high"
not_active_in = ["p1", "p5"]
` + social,
	Good: wholeConfiguration + `confidence    = "high"
active_in     = ["p1"]
not_active_in = ["p5"]
` + social,
	Reads: slices.Concat(roleKeys, []string{"confidence", "active_in", "not_active_in"}),
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		if c.Confidence == "" || c.Confidence == theory.VeryLow {
			return
		}
		held := fmt.Sprintf("%q is held with %s confidence, yet ", c.ID, c.Confidence)
		const remedy = "; lower the confidence, or accept this and say what it rests on"
		switch {
		case p.onlyRefuted(c):
			p.Report(&c.Element, c.Key("confidence"), held+"each of its outcomes is reached by way of refuted or not activated links alone"+remedy)
		case len(c.ActiveIn) == 0 && len(c.NotActiveIn) > 0:
			p.Report(&c.Element, c.Key("confidence"), held+"no case shows it at work, and not_active_in names "+wording.English.Counted(len(c.NotActiveIn), "case")+remedy)
		}
	}),
}

// onlyRefuted says whether a configuration reaches its outcomes only by way of links that are refuted or not activated.
func (p *Pass) onlyRefuted(c *theory.Configuration) bool {
	reached, _ := outcomesBy(c, p.within(c), p.blocks(c))
	if len(reached) == 0 || slices.ContainsFunc(c.Members, func(m theory.Member) bool { return m.Node == nil || p.isLoose(m.Node) }) {
		return false
	}
	reached, _ = outcomesBy(c, ways(p.Theory.Part(c), func(l *theory.Link) bool { return !fallen(l) }), p.blocks(c))
	return len(reached) == 0
}

// fallen says whether a link is refuted or not activated.
func fallen(l *theory.Link) bool {
	return l.Status == theory.Refuted || l.Status == theory.NotActivated
}
