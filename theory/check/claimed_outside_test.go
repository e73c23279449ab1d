package check

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestClaimedWhereItHasNoPart: a link is claimed in a configuration of which what it joins are members; what inhibits or is needed
// may come from elsewhere, to a member.
func TestClaimedWhereItHasNoPart(t *testing.T) {
	of := func(more string) string {
		return ExampleTheory + wholeConfiguration + social + `
[context.far]
label = "Far away"
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]
[configuration.other]
title         = "Other"
intervention  = ["group-rules"]
context       = ["far"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
` + more
	}
	link := func(from, to, more string) string {
		return "[[link]]\nfrom = \"" + from + "\"\nto = \"" + to + "\"\n" + more + "\n"
	}
	const other, both, inhibits, needed = `configuration = ["other"]`, `configuration = ["safe-relationships", "other"]`, "\neffect = \"inhibits\"", "\nnecessary = true"
	for name, c := range map[string]struct{ links, want string }{
		"neither end":         {link("differences", "sharing", other), `"differences -> sharing" is claimed in "other", and "differences" and "sharing" are no members of it`},
		"the target is none":  {link("far", "sharing", other), `and "sharing" is no member of it; name it among its members`},
		"the source is none":  {link("sharing", "hope", other), `and "sharing" is no member of it`},
		"both are":            {link("feeling-safe", "hope", other), ""},
		"one of two named":    {link("differences", "sharing", both), `is claimed in "other"`},
		"it inhibits":         {link("differences", "hope", other+inhibits), ""},
		"it is needed":        {link("differences", "hope", other+needed), ""},
		"it inhibits no part": {link("far", "connectedness", other+inhibits), `and "connectedness" is no member of it`},
		"onto a step":         {link("feeling-safe", "hope", other) + link("far", "feeling-safe -> hope", other), ""},
		"onto no step of it":  {link("far", "sharing -> connectedness", other), `and "sharing" and "connectedness" are no members of it`},
		"the theory's":        {link("loss", "hope", other) + "[context.loss]\nlabel = \"Loss\"\n", ""},
		"nobody says where":   {link("far", "sharing", ""), ""},
	} {
		text := strings.Replace(of(c.links), "[theory]\n", "[theory]\ncontext = [\"loss\"]\n", 1)
		if !strings.Contains(text, "[context.loss]") {
			text += "[context.loss]\nlabel = \"Loss\"\n"
		}
		var found []string
		for _, f := range Run(theorytest.Load(t, text), Settings{}) {
			if f.Rule.Code == "PT403" {
				found = append(found, f.Message)
			}
		}
		if (c.want == "") != (len(found) == 0) || len(found) > 1 || c.want != "" && !strings.Contains(found[0], c.want) {
			t.Errorf("%s: no %q in %q", name, c.want, found)
		}
	}
}
