package table

import "testing"

// TestSupportOfTheIntervention: what contexts bring about is no support for what a statement says of its intervention.
func TestSupportOfTheIntervention(t *testing.T) {
	const theory = evidence + `
[intervention.bus]
label = "Bus"
[context.far]
label = "Far away"
[actor.pupils]
label = "Pupils"
[mechanism.routine]
label = "Routine"
[outcome.time]
label = "On time"
beneficiary = ["pupils"]
[configuration.c]
title = "C"
intervention = ["bus"]
context = ["far"]
actor = ["pupils"]
mechanism = ["routine"]
outcome = ["time"]
`
	context := linked("far", "routine", supported) + linked("routine", "time", supported)
	const head, tail = "If: Bus\nIn: Far away\nThen: On time (", "\nFor: Pupils\nBecause: Routine"
	for _, c := range []struct{ name, text, want string }{
		{"refuted", linked("bus", "routine", `status = "refuted"`) + context,
			head + "refuted: Bus → Routine, by other paths: supported) ← by Routine" + tail},
		{"not activated", linked("bus", "routine", `status = "not-activated"`) + context,
			head + "not activated, by other paths: supported) ← by Routine" + tail},
		{"dropped", linked("bus", "routine", `dropped = "No."`) + context,
			head + "no path leads to it from Bus, dropped: Bus → Routine, by other paths: supported) ← by Routine" + tail},
		{"past the mechanism", linked("bus", "routine") + linked("bus", "time", supported), head + "supported, not by way of a mechanism)" + tail},
		{"past the mechanism, to which nothing leads", linked("routine", "time", supported) + linked("bus", "time", supported),
			head + "supported, not by way of a mechanism)" + tail},
		{"past the mechanism that the contexts trigger", linked("bus", "time", supported) + context,
			head + "supported, not by way of a mechanism, by other paths: supported) ← by Routine" + tail},
		{"by the contexts, past the mechanism", linked("bus", "routine", `dropped = "No."`) + linked("far", "time", supported),
			head + "no path leads to it from Bus, dropped: Bus → Routine, by other paths: supported, not by way of a mechanism)" + tail},
		{"dropped, and nothing else leads there", linked("bus", "routine", `dropped = "No."`) + linked("routine", "time", supported),
			head + "nothing in the configuration leads to Routine, dropped: Bus → Routine)" + tail},
		{"no link of the intervention anywhere: what the contexts bring about", context, head + "supported) ← by Routine" + tail},
		{"no link of any member", linked("routine", "time", supported), head + "nothing in the configuration leads to Routine)" + tail},
		{"a need that is not there", linked("bus", "routine") + linked("time", "routine", "necessary = true") + linked("routine", "time"),
			head + "no path to it has what it needs)" + tail + "\nNeeded: On time → Routine (hypothesised)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := stated(t, theory+c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestNeedsAndBlockersBeside: what a configuration's steps need, and what inhibits them, is told though it is no member.
func TestNeedsAndBlockersBeside(t *testing.T) {
	const elsewhere = "configuration = [\"other\"]"
	got := stated(t, nodes+evidence+`
[context.trust]
label = "Trust"
[context.snow]
label = "Snow"
[context.far]
label = "Far away"
[configuration.c]
title = "C"
intervention = ["offer"]
actor = ["members"]
mechanism = ["safe"]
outcome = ["hope"]
[configuration.other]
title = "Other"
context = ["trust", "far"]
mechanism = ["safe"]
`+linked("offer", "safe", supported)+linked("safe", "hope", supported)+linked("trust", "safe", "necessary = true", supported)+
		linked("snow", "offer -> safe", `effect = "inhibits"`)+linked("lack", "safe", `effect = "inhibits"`, `status = "refuted"`)+
		linked("far", "safe", `effect = "inhibits"`, elsewhere))
	const want = `If: GPs refer patients to a link worker
Then: Trust in the NHS is high (supported) ← by "I matter to somebody"
For: Women over 65 (n=12)
Because: "I matter to somebody"
Needed, not a member: Trust → "I matter to somebody" (supported)
Blocked by, not a member: Snow ⊣ (GPs refer patients to a link worker → "I matter to somebody") (hypothesised)`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
