package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/theorytest"
)

func loadFile(t testing.TB, text string) *theory.Theory {
	t.Helper()
	return theorytest.Faultless(t, "[theory]\nid = \"t\"\ntitle = \"T\"\n"+text)
}

// stated is the statement of the configuration c.
func stated(t *testing.T, text string) string {
	t.Helper()
	th := loadFile(t, text)
	return strings.Join(NewSpans(th).Statement(th.Configuration("c")), "\n")
}

const nodes = `
[intervention.rules]
label = "Agreed rules"
[intervention.offer]
label = "GPs refer patients to a link worker"
[context.quiet]
label = "If staff have time"
[context.lack]
label = "Lack of transport"
[actor.members]
label = "Women over 65 (n=12)"
[actor.peers]
label = "Peers"
[mechanism.safe]
label = "\"I matter to somebody\""
[mechanism.sharing]
label = "Sharing"
[outcome.hope]
label = "Trust in the NHS is high"
beneficiary = ["members"]
[outcome.harm]
label = "No change in HbA1c"
beneficiary = ["members"]
valence = "unwanted"
unintended = true
`

const configuration = `
[configuration.c]
title = "C"
intervention = ["offer"]
context = ["quiet", "lack"]
actor = ["members", "peers"]
mechanism = ["safe"]
outcome = ["hope"]
`

// linked is a link with more keys.
func linked(from, to string, keys ...string) string {
	return "[[link]]\nfrom = \"" + from + "\"\nto = \"" + to + "\"\n" + strings.Join(keys, "\n") + "\n"
}

const supported = `status = "supported"
supported_by = ["e"]`

const evidence = "[source.s]\ncitation = \"S\"\n[case.p]\nlabel = \"Participant 1\"\n[evidence.e]\ntype = \"finding\"\nsource = \"s\"\ncase = \"p\"\ntext = \"They said so.\"\n"

func TestStatement(t *testing.T) {
	refuted, mixed, inhibits := `status = "refuted"`, `status = "mixed"`, `effect = "inhibits"`
	for _, c := range []struct{ name, text, want string }{
		{"labels stand as they are", nodes + configuration + linked("offer", "safe") + linked("quiet", "safe") + linked("lack", "safe", inhibits) + linked("safe", "hope"), `
If: GPs refer patients to a link worker
In: If staff have time
Through: Peers
Then: Trust in the NHS is high (hypothesised) ← by "I matter to somebody"
For: Women over 65 (n=12)
Because: "I matter to somebody"
Blocked by: Lack of transport ⊣ "I matter to somebody" (hypothesised)`},
		{"what was refuted neither blocks nor is needed", nodes + configuration + linked("offer", "safe") + linked("quiet", "safe", refuted, "necessary = true") +
			linked("lack", "safe", inhibits, refuted) + linked("safe", "hope"), `
If: GPs refer patients to a link worker
In: If staff have time
Through: Peers
Then: Trust in the NHS is high (hypothesised) ← by "I matter to somebody"
For: Women over 65 (n=12)
Because: "I matter to somebody"
Refuted: If staff have time → "I matter to somebody"; Lack of transport ⊣ "I matter to somebody"`},
		{"a context that counters a problem mechanism does not block", strings.Replace(nodes, "label = \"Sharing\"", "label = \"Suspicion\"\nvalence = \"unwanted\"", 1) + strings.Replace(configuration, `["safe"]`, `["safe", "sharing"]`, 1) +
			linked("offer", "safe") + linked("safe", "hope") + linked("sharing", "hope", inhibits) + linked("quiet", "sharing", inhibits) + linked("lack", "safe", inhibits), `
If: GPs refer patients to a link worker
In: If staff have time
Through: Peers
Then: Trust in the NHS is high (hypothesised) ← by "I matter to somebody"
For: Women over 65 (n=12)
Because: "I matter to somebody"
Countering: Suspicion
Blocked by: Lack of transport ⊣ "I matter to somebody" (hypothesised)`},
		{"as sure as its weakest link", nodes + evidence + configuration + linked("offer", "safe", supported) + linked("safe", "hope", refuted), `
If: GPs refer patients to a link worker
In: If staff have time; Lack of transport
Through: Peers
Then: Trust in the NHS is high (refuted: "I matter to somebody" → Trust in the NHS is high) ← by "I matter to somebody"
For: Women over 65 (n=12)
Because: "I matter to somebody"`},
		{"a better way counts, and does not begin in the middle", nodes + evidence + strings.Replace(configuration, `["safe"]`, `["safe", "sharing"]`, 1) +
			linked("offer", "safe", refuted) + linked("safe", "hope", supported) + linked("offer", "sharing") + linked("sharing", "hope", supported), `
If: GPs refer patients to a link worker
In: If staff have time; Lack of transport
Through: Peers
Then: Trust in the NHS is high (hypothesised) ← by "I matter to somebody" (refuted); Sharing
For: Women over 65 (n=12)
Because: "I matter to somebody"; Sharing`},
		{"a way without a mechanism lends it nothing", nodes + evidence + configuration + linked("offer", "safe", supported) + linked("safe", "hope") + linked("offer", "hope", supported), `
If: GPs refer patients to a link worker
In: If staff have time; Lack of transport
Through: Peers
Then: Trust in the NHS is high (supported) ← by "I matter to somebody" (hypothesised)
For: Women over 65 (n=12)
Because: "I matter to somebody"`},
		{"what is lowered, unwanted, and not reached", nodes + strings.Replace(configuration, `["hope"]`, `["hope", "harm"]`, 1) + linked("offer", "safe") + linked("safe", "harm", inhibits), `
If: GPs refer patients to a link worker
In: If staff have time; Lack of transport
Through: Peers
Then: Trust in the NHS is high (no link of the configuration leads to it)
Then: No change in HbA1c (reduced: hypothesised, unwanted, unintended) ← by "I matter to somebody"
For: Women over 65 (n=12)
Because: "I matter to somebody"`},
		{"what is needed, and mixed blockers", nodes + evidence + strings.Replace(configuration, `["safe"]`, `["safe", "sharing"]`, 1) +
			linked("offer", "safe") + linked("safe", "sharing", "necessary = true", supported) + linked("sharing", "hope", supported) +
			linked("lack", "sharing", inhibits, mixed, `supported_by = ["e"]`), `
If: GPs refer patients to a link worker
In: If staff have time
Through: Peers
Then: Trust in the NHS is high (hypothesised) ← by "I matter to somebody"; Sharing
For: Women over 65 (n=12)
Because: "I matter to somebody"; Sharing
Needed: "I matter to somebody" → Sharing (supported)
Blocked by: Lack of transport ⊣ Sharing (mixed)`},
		{"a mechanism that lacks what it needs brings nothing about", nodes + strings.Replace(configuration, `["safe"]`, `["safe", "sharing"]`, 1) +
			linked("lack", "safe", inhibits) + linked("safe", "sharing", "necessary = true") + linked("sharing", "hope"), `
If: GPs refer patients to a link worker
In: If staff have time
Through: Peers
Then: Trust in the NHS is high (nothing in the configuration leads to "I matter to somebody")
For: Women over 65 (n=12)
Because: "I matter to somebody"; Sharing
Needed: "I matter to somebody" → Sharing (hypothesised)
Blocked by: Lack of transport ⊣ "I matter to somebody" (hypothesised)`},
		{"people though nothing comes about, and not seen at work", nodes + evidence + strings.NewReplacer(`outcome = ["hope"]`, `not_active_in = ["p"]`, `mechanism = ["safe"]`, `because = "nobody came"`).Replace(configuration), `
If: GPs refer patients to a link worker
In: If staff have time; Lack of transport
Then: [no outcome given]
For: Women over 65 (n=12); Peers
Because: nobody came
Not seen at work in: Participant 1`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimPrefix(c.want, "\n"), stated(t, c.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestStatementInDanish holds that the words follow the theory's language, and that every one is there.
func TestStatementInDanish(t *testing.T) {
	got := stated(t, "language = \"da-DK\"\n"+nodes+configuration+linked("offer", "safe", "necessary = true")+linked("safe", "hope"))
	for _, want := range []string{"Hvis: ", "I: ", "Gennem: ", "Så: ", "(antaget)", "For: ", "Fordi: ", "Nødvendig: "} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestStatementsKeepLabels holds, on the project's theories, that each live member's label stands in its configuration's
// statement as it is, once at the least.
func TestStatementsKeepLabels(t *testing.T) {
	for _, name := range []string{"peer/initial.toml", "peer/revised.toml", "youth-peer-support/theory.toml"} {
		th := theorytest.Open(t, name)
		spans := NewSpans(th)
		for _, c := range th.Configurations {
			if !c.Live() || c.Statement != "" {
				continue
			}
			text := strings.Join(spans.Statement(c), "\n")
			for _, m := range c.Members {
				if m.Node.Live() && (m.Role != theory.Mechanism || c.Because == "") && !strings.Contains(text, m.Node.Label) {
					t.Errorf("%s, %s: no %q in\n%s", name, c.ID, m.Node.Label, text)
				}
			}
		}
	}
}
