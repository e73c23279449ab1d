package check

import (
	"fmt"

	"icamo/theory"
)

// NearMiss reports ids and labels that look like slips for one another.
var NearMiss = Rule{Code: "PT107", Name: "near-miss", Severity: Warning,
	Doc:    "Two ids, or two labels, of one sort that differ by a slip: one letter added, left out or changed, or two swapped, or other spaces, hyphens or capitals, in six characters or more. Differences in numbering alone are none: p1 and p2, CMOC 12 and CMOC 13. An id that one list names twice.",
	Why:    "Published theories hold such slips: a figure captioned COMC 12 among twelve CMOCs. What was meant as one thing then counts as two, each with half of its links and evidence. Where a list names an id twice, another one may have been meant.",
	Source: "Thompson et al. (2023), Discover Mental Health 3, figure 13, for a case in print",
	Remedy: "Where one is a slip for the other, join them; where both are meant, word them further apart or accept the finding. Take an id out where a list names it again, or write the one that was meant.",
	Bad: `[mechanism.being-recognised]
label = "Being recognised"

[mechanism.being-recognized]
label = "Recognition by others"

[[link]]
from = "being-recognised"
to   = "sharing"

[[link]]
from = "being-recognized"
to   = "sharing"
`,
	Good: `[mechanism.being-recognised]
label = "Being recognised"

[mechanism.being-accepted]
label = "Acceptance by others"

[[link]]
from = "being-recognised"
to   = "sharing"

[[link]]
from = "being-accepted"
to   = "sharing"
`,
	Run: nearMisses,
}

// named is an id or label that may be a slip for another.
type named struct {
	of   *theory.Element
	text string
	at   theory.Span
}

func nearMisses(p *Pass) {
	t := p.Theory
	reported := make(map[*theory.Element]bool)
	look := func(what, key string, count int, name func(i int) (of *theory.Element, label string)) {
		ids, labels := make([]named, count), make([]named, 0, count)
		for i := range count {
			e, label := name(i)
			ids[i] = named{e, e.ID, e.At}
			if label != "" {
				labels = append(labels, named{e, label, e.Key(key)})
			}
		}
		p.nearMisses("id", what, ids, reported)
		p.nearMisses(key, what, labels, reported)
	}
	for _, again := range t.Repeated {
		p.Report(again.Of, again.Ref.At, fmt.Sprintf("%q stands twice in %s; take it out once, or write what was meant", again.Ref.ID, again.Key),
			theory.Related{Message: "the first time", At: again.First})
	}
	look("node", "label", len(t.Nodes), func(i int) (*theory.Element, string) { return &t.Nodes[i].Element, t.Nodes[i].Label })
	look("configuration", "title", len(t.Configurations), func(i int) (*theory.Element, string) {
		return &t.Configurations[i].Element, t.Configurations[i].Title
	})
	look("source", "", len(t.Sources), func(i int) (*theory.Element, string) { return &t.Sources[i].Element, "" })
	look("case", "label", len(t.Cases), func(i int) (*theory.Element, string) { return &t.Cases[i].Element, t.Cases[i].Label })
	look("evidence", "", len(t.Evidence), func(i int) (*theory.Element, string) { return &t.Evidence[i].Element, "" })
	look("formal theory", "label", len(t.FormalTheories), func(i int) (*theory.Element, string) {
		return &t.FormalTheories[i].Element, t.FormalTheories[i].Label
	})
}

func (p *Pass) nearMisses(key, what string, names []named, reported map[*theory.Element]bool) {
	for _, pair := range nearPairs(names) {
		slip, meant := pair[0], pair[1]
		if reported[slip.of] {
			continue
		}
		reported[slip.of] = true
		p.Report(slip.of, slip.at, fmt.Sprintf("the %s %q of this %s is a slip away from %q; if one is meant for the other, join them; if both are meant, write accept = { PT107 = \"both are meant\" } here", key, slip.text, what, meant.text),
			theory.Related{Message: "the other one", At: meant.at})
	}
}
