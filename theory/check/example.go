package check

// ExampleTheory is what the rules' examples leave out: a small theory in which nothing is found. An example without a
// [theory] table of its own continues it.
const ExampleTheory = `[theory]
id    = "peer-groups"
title = "Peer groups"

[intervention.group-rules]
label = "Group rules agreed at the start"

[context.differences]
label = "Differences in age and work"

[actor.participants]
label = "Participants"

[mechanism.feeling-safe]
label = "Feeling safe to speak"

[mechanism.sharing]
label = "Honest sharing"

[outcome.connectedness]
label       = "Connectedness"
beneficiary = ["participants"]

[[link]]
from = "group-rules"
to   = "feeling-safe"

[[link]]
from   = "differences"
to     = "feeling-safe"
effect = "inhibits"

[[link]]
from = "participants"
to   = "sharing"

[[link]]
from = "feeling-safe"
to   = "connectedness"

[[link]]
from         = "sharing"
to           = "connectedness"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]

[source.egmose-2024]
citation = "Egmose CH, et al. (2024) BMC Psychiatry 24:555"

[case.p1]
label = "Participant 1"

[case.p5]
label = "Participant 5"

[evidence.p1-pain]
type    = "quote"
source  = "egmose-2024"
case    = "p1"
text    = "You have felt the pain, we both have a pain in common."
locator = "Results, sharing experiences"

[evidence.p5-ladder]
type    = "quote"
source  = "egmose-2024"
case    = "p5"
text    = "There was no one higher on the ladder than others as such."
locator = "Results, sharing experiences"
`
