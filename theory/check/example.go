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

// hopeful is another outcome of the example theory.
const hopeful = `[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from = "feeling-safe"
to   = "hope"

`

// wholeConfiguration is a configuration of the example theory in which nothing is found.
const wholeConfiguration = `[configuration.safe-relationships]
title         = "Safe relationships"
formal_theory = ["social-learning"]
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing"]
outcome       = ["connectedness"]
`

// social is the formal theory that wholeConfiguration names.
const social = `
[formal_theory.social-learning]
label = "Social learning theory"
`

// miscast is evidence for examples: the voice of one who did not feel safe.
const miscast = `
[case.p7]
label = "Participant 7"

[evidence.p7-miscast]
type    = "quote"
source  = "egmose-2024"
case    = "p7"
text    = "I did not experience it as safe."
locator = "Results, connectedness"
`

// hopefulness is a configuration that takes up the outcome of wholeConfiguration.
const hopefulness = `
[mechanism.belonging]
label = "Being one of us"

[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from = "connectedness"
to   = "belonging"

[[link]]
from = "belonging"
to   = "hope"

[configuration.hopefulness]
title         = "Hope through belonging"
intervention  = ["group-rules"]
context       = ["connectedness"]
actor         = ["participants"]
mechanism     = ["belonging"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
`

// trial is a trial effect on an outcome that the example theory has not.
const trial = `
[source.poulsen-2025]
citation = "Poulsen et al. (2025), a randomised trial"

[evidence.rct-recovery]
type     = "effect"
source   = "poulsen-2025"
measure  = "QPR-15"
estimate = 5.1
interval = [2.4, 7.8]
finding  = "improved"
`
