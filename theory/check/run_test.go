package check

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/theorytest"
)

// random writes a theory and the version that it revises, both full of what rules look for.
func random(r *rand.Rand) map[string]string {
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	ids := func(prefix string, n int) string {
		var list []string
		for range r.IntN(4) {
			list = append(list, fmt.Sprintf("%q", fmt.Sprintf("%s-%d", prefix, r.IntN(n+1))))
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	version := func(head string) string {
		var b strings.Builder
		b.WriteString("[theory]\nid = \"random\"\ntitle = \"Random\"\n" + head)
		nodes := 2 + r.IntN(12)
		for i := r.IntN(2); i < nodes; i++ {
			fmt.Fprintf(&b, "[%s.node-%d]\nlabel = %q\nsupported_by = %s\ncontradicted_by = %s\n", pick("intervention", "context", "actor", "mechanism", "outcome"), i, pick("Feeling safe", "Feeling sfae", "Hope", fmt.Sprintf("Other words, %d", r.IntN(30))), ids("e", 8), ids("e", 8))
			fmt.Fprintf(&b, "active_in = %s\nnot_active_in = %s\n", ids("case", 3), ids("case", 3))
			if r.IntN(3) == 0 {
				fmt.Fprintf(&b, "opposite = \"node-%d\"\n", r.IntN(nodes))
			}
			if r.IntN(4) == 0 {
				b.WriteString("dropped = \"A reason.\"\n")
			}
			if r.IntN(4) == 0 {
				fmt.Fprintf(&b, "was = %s\n", ids("node", 12))
			}
			if r.IntN(6) == 0 {
				fmt.Fprintf(&b, "accept = { %s = \"Known.\" }\n", pick("PT301", "PT302", "PT404", "PT502", "PT107"))
			}
		}
		for range r.IntN(30) {
			fmt.Fprintf(&b, "[[link]]\nfrom = \"node-%d\"\nto = \"node-%d\"\neffect = %q\nnecessary = true\nstatus = %q\nsupported_by = %s\ncontradicted_by = %s\n",
				r.IntN(nodes+1), r.IntN(nodes+1), pick("promotes", "promotes", "inhibits"), pick("supported", "mixed", "refuted", "hypothesised", "not-tested"), ids("e", 8), ids("e", 8))
		}
		for i := range r.IntN(4) {
			fmt.Fprintf(&b, "[configuration.claim-%d]\ntitle = \"Claim %d\"\n", i, i)
			for _, role := range []string{"intervention", "context", "actor", "mechanism", "outcome"} {
				fmt.Fprintf(&b, "%s = %s\n", role, ids("node", nodes))
			}
			fmt.Fprintf(&b, "requires = %s\nactive_in = %s\nnot_active_in = %s\ncases = %s\nconfidence = %q\n", ids("claim", 4), ids("case", 3), ids("case", 3), ids("case", 3), pick("high", "very-low"))
			if r.IntN(5) == 0 {
				b.WriteString("dropped = \"A reason.\"\n")
			}
		}
		for i := range 12 {
			fmt.Fprintf(&b, "[evidence.e-%d]\ntype = %q\nestimate = 1.5\nfinding = %q\ncases = %s\ntext = %q\n", i, pick("quote", "effect", "opinion"), pick("improved", "worsened"), ids("case", 3), pick("", "As it is.", "We all said that.", fmt.Sprintf("I said number %d.", i), fmt.Sprintf("I said number %d.", i)))
		}
		for i := range 3 {
			fmt.Fprintf(&b, "[case.case-%d]\nlabel = \"Case %d\"\nunreviewed = \"found.json\"\n", i, i)
		}
		return b.String()
	}
	return map[string]string{"initial.toml": version(""), "revised.toml": version("revises = \"initial.toml\"\n")}
}

// TestRunIsDeterministic holds that the same theory gives the same findings each time, in one total order, none twice,
// and that together random theories trip every rule that a readable file can trip.
func TestRunIsDeterministic(t *testing.T) {
	tripped := make(map[string]bool)
	for seed := range uint64(150) {
		files := random(rand.New(rand.NewPCG(seed, 0)))
		var first string
		for again := range 2 {
			findings := Run(theorytest.LoadFiles(t, files, "revised.toml"), Settings{})
			var out bytes.Buffer
			if err := JSON(&out, findings); err != nil {
				t.Fatal(err)
			}
			if err := Text(&out, findings, true); err != nil {
				t.Fatal(err)
			}
			if again == 0 {
				first = out.String()
			} else if diff := cmp.Diff(first, out.String()); diff != "" {
				t.Fatalf("seed %d: another run, other findings (-first +now):\n%s", seed, diff)
			}
			shuffled := slices.Clone(findings)
			rand.New(rand.NewPCG(seed, uint64(again))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			for i, f := range Sort(append(shuffled, findings...)) {
				if report(f) != report(findings[i]) {
					t.Fatalf("seed %d: sorted, %s stands in the place of %s", seed, report(f), report(findings[i]))
				}
				tripped[f.Rule.Code] = true
			}
		}
	}
	notHere := []string{"PT101", "PT102", "PT103", "PT104", "PT105", "PT109", "PT212", "PT311", "PT410", "PT503", "PT510"} // random theories are readable, and too full for the last ones
	for _, r := range Rules {
		if !tripped[r.Code] && !slices.Contains(notHere, r.Code) {
			t.Errorf("no random theory trips %s %s", r.Code, r.Name)
		}
	}
}

func TestSeverityComesFromSettings(t *testing.T) {
	thin := ExampleTheory + "\n[[link]]\nfrom = \"feeling-safe\"\nto = \"sharing\"\nstatus = \"supported\"\nsupported_by = [\"p1-pain\"]\naccept = { PT301 = \"no\" }\n"
	loaded := theorytest.Load(t, thin)
	for name, tt := range map[string]struct {
		settings Settings
		want     string
		fails    bool
	}{
		"none":             {Settings{}, "PT206 warning, PT111 warning", false},
		"an error":         {Settings{Severity: map[string]Severity{"PT206": Error}}, "PT206 error, PT111 warning", true},
		"off":              {Settings{Severity: map[string]Severity{"PT206": Off, "PT111": Info}}, "PT111 info", false},
		"one case will do": {Settings{MinCases: 1}, "PT111 warning", false},
		"three are needed": {Settings{MinCases: 3}, "PT206 warning, PT206 warning, PT111 warning", false},
		"fail on warnings": {Settings{FailOn: Warning}, "PT206 warning, PT111 warning", true},
		"fail on nothing":  {Settings{FailOn: Never, Severity: map[string]Severity{"PT206": Error}}, "PT206 error, PT111 warning", false},
	} {
		var got []string
		findings := Run(loaded, tt.settings)
		for _, f := range findings {
			got = append(got, f.Rule.Code+" "+string(f.Severity))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if Fails(findings, tt.settings.withDefaults().FailOn) != tt.fails {
			t.Errorf("%s: fails is not %v", name, tt.fails)
		}
	}
}

// TestTextIsNotObeyed holds that nothing in a file, nor its name, steers a terminal or the runner of GitHub Actions.
func TestTextIsNotObeyed(t *testing.T) {
	const name = "::error::t\x1b[1m.toml"
	const hostile = `[theory]
id = "t"
title = "ORDERS"
[mechanism."\u202e::error::x"]
label = "x" # ##[error]x
[mechanism.b]
label = "ORDERS"
[[link]]
from = "ORDERS"
to = "b"
accept.PT301 = "ORDERS"
[source."::error::s"]
citation = """
::error::a
##[error]b
"""
`
	var out bytes.Buffer
	texts := []string{hostile, hostile + "##[error]c ?\n", hostile + "::error::d"}
	for _, line := range []string{"a##[error]x = 1", "[a.b##[error]", "[[##[error]", "x = {a##[error]}", `x = "\##[error]"`, `x = "a\u##[error]"`,
		"x = 1_##[error]", "x = tru##[error]", "x = -##[error]", "x.##[error] = 1", "x##[error]", "x = ##[error]"} {
		texts = append(texts, hostile+line+"\n", line+"\n"+hostile)
	}
	for _, text := range texts {
		text = strings.ReplaceAll(text, "ORDERS", theorytest.Orders)
		if err := Text(&out, Run(theorytest.LoadFiles(t, map[string]string{name: text}, name), Settings{}), false); err != nil {
			t.Fatal(err)
		}
	}
	if line := theorytest.Obeyed(out.String()); line != "" || !strings.Contains(out.String(), "PT106") {
		t.Errorf("%q is obeyed in:\n%s", line, out.String())
	}
}
