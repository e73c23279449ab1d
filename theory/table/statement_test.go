package table

import (
	"strings"
	"testing"
	"unicode/utf8"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// loadFile reads a theory from TOML that has no faults.
func loadFile(t testing.TB, text string) *theory.Theory {
	t.Helper()
	return theorytest.Faultless(t, "[theory]\nid = \"t\"\ntitle = \"T\"\n"+text)
}

// TestPhrase holds how labels, written as headlines are, stand within a sentence.
func TestPhrase(t *testing.T) {
	w := NewWording(loadFile(t, "description = \"Set in Aarhus, where Tryghed started.\"\n"))
	for label, want := range map[string]string{
		// nouns
		"Group rules agreed":                  "group rules are agreed",
		"Agreed rules and a manual":           "agreed rules and a manual",
		"Peer support":                        "peer support",
		"Peer support worker":                 "a peer support worker",
		"Trust in services":                   "trust in services",
		"Less structured programme":           "a less structured programme",
		"Unmet demand":                        "unmet demand",
		"Access to services":                  "access to services",
		"Facilitation that feels unsafe":      "facilitation that feels unsafe",
		"Courage to try more":                 "courage to try more",
		"Child's wellbeing":                   "a child's wellbeing",
		"Peers' wellbeing":                    "peers' wellbeing",
		"Peers' early support":                "peers' early support",
		"Parents’ group":                      "a parents’ group",
		"Child's early support":               "a child's early support",
		"Relationship with nurse":             "a relationship with a nurse",
		"Voicing a dream":                     "voicing a dream",
		"Fewer days in hospital":              "fewer days in hospital",
		"Training staff":                      "training staff",
		"Empowered over own recovery":         "being empowered over own recovery",
		"Motivated":                           "motivated",
		"Cost, time and travel":               "cost, time and travel",
		"Financial incentives for attendance": "financial incentives for attendance",
		// clauses
		"Peers share their own stories":          "peers share their own stories",
		"Peers' needs change":                    "peers' needs change",
		"Peer supports other children":           "a peer supports other children",
		"Nurses support patients":                "nurses support patients",
		"Nurse visits the family":                "a nurse visits the family",
		"Community health worker visits homes":   "a community health worker visits homes",
		"Participants feel safe":                 "participants feel safe",
		"Participant feels safe":                 "a participant feels safe",
		"Ten weeks is short":                     "ten weeks is short",
		"Managers do not listen":                 "managers do not listen",
		"Staff can choose":                       "staff can choose",
		"Child matched with similar peer":        "a child is matched with a similar peer",
		"Services seen as oppressive":            "services are seen as oppressive",
		"Child acutely unwell":                   "a child is acutely unwell",
		"No money":                               "there is no money",
		"No local services":                      "there are no local services",
		"Clinicians trust evidence-based advice": "clinicians trust evidence-based advice",
		// first letters
		"ACT exercises":        "ACT exercises",
		"CHIME":                "CHIME",
		"eHealth":              "eHealth",
		"Danish law":           "Danish law",
		"Aarhus model":         "Aarhus model",
		"Aarhus's rules":       "Aarhus's rules",
		"Tryghed":              "Tryghed",
		"I will not be judged": "I will not be judged",
		"A friend":             "a friend",
		"X chromosome":         "X chromosome",
		"Écoute":               "écoute",
		"10-week course":       "a 10-week course",
		"8-week course":        "an 8-week course",
	} {
		if got := w.phrase(&theory.Node{Label: label}).text; got != want {
			t.Errorf("%q stands as %q, want %q", label, got, want)
		}
	}
}

// TestStatement holds what a statement says where roles are empty, links inhibit, or the evaluator has said why.
func TestStatement(t *testing.T) {
	const parts = `
[intervention.i]
label = "Peer groups"
[context.c]
label = "Poverty"
[actor.a]
label = "Nurses"
[mechanism.m]
label = "Stigma"
[outcome.o]
label = "Help-seeking"
`
	for name, c := range map[string]struct{ toml, want string }{
		"nothing but a title": {`
[configuration.x]
title = "X"`,
			"If [no intervention or context given], then [no outcome given], because [no mechanism given]."},
		"nothing but a context that blocks": {parts + `
[[link]]
from = "c"
to = "m"
effect = "inhibits"
[configuration.x]
title = "X"
context = ["c"]
mechanism = ["m"]
outcome = ["o"]`,
			"If [no intervention or context given], then this brings about help-seeking, because of stigma, unless this is blocked by poverty."},
		"a mechanism made less of, which made less of the outcome": {parts + `
[[link]]
from = "i"
to = "m"
effect = "inhibits"
[[link]]
from = "m"
to = "o"
effect = "inhibits"
[configuration.x]
title = "X"
intervention = ["i"]
actor = ["a"]
mechanism = ["m"]
outcome = ["o"]`,
			"If the programme offers peer groups, then this brings about help-seeking for nurses, because this reduces stigma."},
		"an outcome made less of": {parts + `
[[link]]
from = "i"
to = "m"
[[link]]
from = "m"
to = "o"
effect = "inhibits"
[configuration.x]
title = "X"
intervention = ["i"]
mechanism = ["m"]
outcome = ["o"]`,
			"If the programme offers peer groups, then this reduces help-seeking, because of stigma."},
		"a mechanism that works against the outcome": {parts + `
[mechanism.n]
label = "Solidarity"
[[link]]
from = "i"
to = "n"
[[link]]
from = "n"
to = "o"
[[link]]
from = "m"
to = "o"
effect = "inhibits"
[configuration.x]
title = "X"
intervention = ["i"]
mechanism = ["m", "n"]
outcome = ["o"]`,
			"If the programme offers peer groups, then this brings about help-seeking, because of solidarity, unless this is blocked by stigma."},
		"the evaluator's own reason": {parts + `
[configuration.x]
title = "X"
intervention = ["i"]
actor = ["a"]
mechanism = ["m"]
outcome = ["o"]
because = "Because people meet\nothers like them."`,
			"If the programme offers peer groups, then this brings about help-seeking for nurses, because people meet others like them."},
		"an actor who is not the beneficiary": {parts + `
[actor.b]
label = "Young mothers"
[outcome.p]
label = "Hope for change"
beneficiary = ["b"]
[configuration.x]
title = "X"
intervention = ["i"]
context = ["c"]
actor = ["a", "b"]
mechanism = ["m"]
outcome = ["p"]`,
			"If the programme offers peer groups, through nurses, in a context of poverty, then, for young mothers, this brings about hope for change, because of stigma."},
		"outcomes for different people": {parts + `
[actor.b]
label = "Mothers matched with peers"
[outcome.p]
label = "Skills"
beneficiary = ["a"]
[outcome.q]
label = "Trust"
beneficiary = ["b"]
[configuration.x]
title = "X"
intervention = ["i"]
actor = ["a", "b"]
mechanism = ["m"]
outcome = ["p", "q"]`,
			"If the programme offers peer groups, then this brings about skills for nurses, and this brings about trust for mothers matched with peers, because of stigma."},
		"an outcome whose label says whose it is": {parts + `
[actor.b]
label = "Children"
[outcome.p]
label = "Nurses' wellbeing"
beneficiary = ["a"]
[outcome.q]
label = "Children’s and nurses’ trust"
beneficiary = ["a", "b"]
[configuration.x]
title = "X"
intervention = ["i"]
actor = ["a", "b"]
mechanism = ["m"]
outcome = ["p", "q"]`,
			"If the programme offers peer groups, then this brings about nurses' wellbeing as well as children’s and nurses’ trust, because of stigma."},
		"what is dropped is not said": {parts + `
[mechanism.n]
label = "Solidarity"
dropped = "Not seen"
[configuration.x]
title = "X"
intervention = ["i"]
mechanism = ["n"]
outcome = ["o"]`,
			"If the programme offers peer groups, then this brings about help-seeking, because [no mechanism given]."},
		"another language": {`language = "da"
` + strings.ReplaceAll(parts, "Peer groups", "Gruppeforløb") + `
[configuration.x]
title = "X"
intervention = ["i"]
mechanism = ["m"]
outcome = ["o"]
because = "Man er blandt ligesindede."`,
			"If the programme offers “Gruppeforløb”, then this brings about “Help-seeking”, because Man er blandt ligesindede."},
	} {
		th := loadFile(t, c.toml)
		if got := NewWording(th).Statement(th.Configuration("x")); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// FuzzPhrase holds that any label can stand in a sentence, in about as many characters as it has.
func FuzzPhrase(f *testing.F) {
	for _, s := range append(hostile, "Peer's", "'s", "no", "No", "a ", "Ł", "is is is", "by", "being by", "ing", "’s x", ",", ", ,", "and and", "S's s") {
		f.Add(s)
	}
	w := NewWording(loadFile(f, ""))
	f.Fuzz(func(t *testing.T, label string) {
		if !utf8.ValidString(label) {
			t.Skip()
		}
		got := w.phrase(&theory.Node{Element: theory.Element{ID: "x"}, Label: label})
		if !utf8.ValidString(got.text) || got.text == "" || len(got.text) > 3*len(label)+40 {
			t.Errorf("%q stands as %q", label, got.text)
		}
		list([]string{got.text, got.asClause()}, "and")
		namedIn(label, label)
	})
}
