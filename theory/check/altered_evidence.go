package check

import (
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// AlteredEvidence reports evidence that says something else than it did, under the id that it had.
var AlteredEvidence = Rule{Code: "PT512", Name: "altered-evidence", Severity: Warning,
	Doc:    "Evidence of which the earlier version says, under the same id, other words, another source, cases that are not named any more, or another result (its number of people, its measure, when it was measured and what it was compared with are part of it). Letter case, white space and punctuation make no difference, nor does what was not given there.",
	Why:    "What someone said, and what a trial found, does not change between two versions of a theory. Either one of them is wrong, or this is another piece of evidence, and the claims that cite it rest on what they did not rest on before.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Look it up once more. Give another piece an id of its own; where the earlier version was wrong, accept the finding and say so.",
	Bad: `-- initial.toml --
` + refutedByMiscast + miscast + `-- revised.toml --
` + refutedByMiscast + strings.Replace(miscast, "did not", "did", 1),
	Good: `-- initial.toml --
` + refutedByMiscast + miscast + `-- revised.toml --
` + refutedByMiscast + miscast,
	Reads: alterable,
	Run: func(p *Pass) {
		before := p.Theory.Earlier
		if before == nil {
			p.Abstain()
			return
		}
		for _, old := range before.Evidence {
			now := p.Theory.Piece(old.ID)
			if now == nil || old.Unreviewed != "" || before.Piece(old.ID) != old || p.unread(&old.Element, alterable...) {
				continue
			}
			if keys := altered(old, now); len(keys) > 0 {
				p.Report(&now.Element, keyOf(now, keys[0]), fmt.Sprintf("the evidence %q has not the same %s as in the earlier version; give another piece an id of its own, or accept this and say what was wrong",
					old.ID, wording.English.List(keys)),
					theory.Related{Message: "as it was", At: keyOf(old, keys[0])})
			}
		}
	},
}

// alterable are the keys that say what a piece of evidence is.
var alterable = append([]string{"case", "cases", "source", "extent", "measure", "lower_is_better", "n", "time", "compared_with", "outcome_role", "subgroup"}, sayingKeys...)

// altered names the keys under which evidence lacks what it said.
func altered(old, now *theory.Evidence) []string {
	var keys []string
	differ := func(key string, given, same bool) {
		if given && !same {
			keys = append(keys, key)
		}
	}
	differ("text", old.Text != "", theory.Spoken(old.Text) == theory.Spoken(now.Text))
	differ("source", old.Source.ID != "", old.Source.ID == now.Source.ID)
	differ("cases", true, namesAll(now.Cases, old.Cases))
	differ("extent", old.Extent != "", old.Extent == now.Extent)
	differ("measure", old.Measure != "", theory.Spoken(old.Measure) == theory.Spoken(now.Measure))
	differ("finding", old.Finding != "", old.Finding == now.Finding)
	differ("estimate", old.Estimate != nil, now.Estimate != nil && *old.Estimate == *now.Estimate)
	differ("interval", old.Interval != nil, now.Interval != nil && *old.Interval == *now.Interval)
	differ("p", old.P != "", old.P == now.P)
	differ("lower_is_better", old.LowerIsBetter, now.LowerIsBetter)
	differ("n", old.N != 0, old.N == now.N)
	differ("time", old.Time != "", theory.Spoken(old.Time) == theory.Spoken(now.Time))
	differ("compared_with", old.ComparedWith != "", theory.Spoken(old.ComparedWith) == theory.Spoken(now.ComparedWith))
	differ("outcome_role", old.OutcomeRole != "", old.OutcomeRole == now.OutcomeRole)
	differ("subgroup", old.Subgroup != "", theory.Spoken(old.Subgroup) == theory.Spoken(now.Subgroup))
	return keys
}

// keyOf is where a key of a piece of evidence stands: its only case may stand under "case".
func keyOf(e *theory.Evidence, key string) theory.Span {
	if key == "cases" && e.Has("case") {
		key = "case"
	}
	return e.Key(key)
}

// namesAll says whether references name all that others name.
func namesAll(refs, others []theory.Ref) bool {
	named := placesOf(refs)
	return !slices.ContainsFunc(others, func(other theory.Ref) bool {
		_, known := named[other.ID]
		return !known
	})
}

// refutedByMiscast is a link that one piece of evidence speaks against.
const refutedByMiscast = `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast"]
`
