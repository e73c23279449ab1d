package check

import (
	"fmt"
	"regexp"
	"sync"

	"icamo/theory"
)

// InconsistentEffect reports trial effects whose numbers contradict one another.
var InconsistentEffect = Rule{Code: "PT214", Name: "inconsistent-effect", Severity: Warning,
	Doc:    "A trial effect whose estimate lies outside its interval; whose interval spans no difference although its finding is improved or worsened; or whose estimate has the sign of the opposite of its finding. No difference is 0, and 1 where the measure is named as a ratio. Whether more is better is said by `lower_is_better`.",
	Why:    "Numbers are copied by hand from tables in which rows, arms and signs are easily mixed up. A finding that its own estimate contradicts would be drawn and printed as what the trial found.",
	Source: "Moore et al. (2015), MRC guidance on process evaluation, on reading trial and process together",
	Remedy: "Look the numbers up once more; where low values are the good ones, set `lower_is_better`; where the estimate is a ratio, say so in `measure`.",
	Bad: `[outcome.recovery]
label        = "Personal recovery"
beneficiary  = ["participants"]
supported_by = ["rct-recovery"]

[[link]]
from         = "sharing"
to           = "recovery"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]

[source.poulsen-2025]
citation = "Poulsen et al. (2025), a randomised trial"

[evidence.rct-recovery]
type     = "effect"
source   = "poulsen-2025"
measure  = "QPR-15"
estimate = 5.1
interval = [-2.4, 7.8]
finding  = "improved"
`,
	Good: `[outcome.recovery]
label        = "Personal recovery"
beneficiary  = ["participants"]
supported_by = ["rct-recovery"]

[[link]]
from         = "sharing"
to           = "recovery"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
` + trial,
	Reads: []string{"type", "measure", "estimate", "interval", "finding", "lower_is_better"},
	Run: func(p *Pass) {
		for _, e := range p.Theory.Evidence {
			if e.Type != theory.EffectType {
				continue
			}
			if key, contradiction := contradictionIn(e); contradiction != "" {
				p.Report(&e.Element, e.Key(key), fmt.Sprintf("the effect %q contradicts itself: %s", e.ID, contradiction))
			}
		}
	},
}

var ratio = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\bratio\b|\brelative risk\b|\b(a?OR|a?RR|a?HR|IRR)\b`)
})

// contradictionIn says what in an effect contradicts the rest, and under which key; "" where nothing does.
func contradictionIn(e *theory.Evidence) (key, says string) {
	none := 0.0 // the value of no difference
	if ratio().MatchString(e.Measure) {
		none = 1
	}
	better := 1.0 // the direction in which what is measured gets better
	if e.LowerIsBetter {
		better = -1
	}
	found := map[theory.Result]float64{theory.Improved: better, theory.Worsened: -better}[e.Finding]
	i := e.Interval
	switch {
	case i != nil && e.Estimate != nil && (*e.Estimate < i[0] || *e.Estimate > i[1]):
		return "estimate", fmt.Sprintf("its estimate %v lies outside its interval, %v to %v; look both up once more", *e.Estimate, i[0], i[1])
	case i != nil && found != 0 && i[0] < none && none < i[1]:
		return "interval", fmt.Sprintf("its interval, %v to %v, spans no difference, %v, yet its finding is %s; look both up once more", i[0], i[1], none, e.Finding)
	case e.Estimate != nil && found*(*e.Estimate-none) < 0:
		says = fmt.Sprintf("its estimate %v says the opposite of %s; look both up once more, or set lower_is_better as the scale is read", *e.Estimate, e.Finding)
		if none == 0 && *e.Estimate > 0 && found*(*e.Estimate-1) > 0 {
			says += ", or say in measure that it is a ratio"
		}
		return "finding", says
	}
	return "", ""
}
