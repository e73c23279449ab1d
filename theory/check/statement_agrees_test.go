package check_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/table"
	"icamo/theory/theorytest"
	"icamo/theory/wording"
)

// TestStatementAgreesWithPT402: where the check finds no path by way of a mechanism, the statement names no mechanism by which the
// outcome comes about, and says of an outcome that comes about nonetheless that it does so past them.
func TestStatementAgreesWithPT402(t *testing.T) {
	count := 0
	for seed := range uint64(4000) {
		random := rand.New(rand.NewPCG(seed, 402))
		text := oneConfiguration(random)
		th := theorytest.Faultless(t, text)
		var broken string
		for _, f := range check.Ask(th, &check.BrokenConfiguration) {
			broken += f.Message
		}
		for _, line := range table.NewSpans(th).Statement(th.Configuration("c")) {
			outcome, about, is := strings.Cut(line, " (")
			if !is || !strings.HasPrefix(outcome, "Then: ") {
				continue
			}
			id := strings.ToLower(strings.TrimPrefix(outcome, "Then: "))
			if !strings.Contains(broken, fmt.Sprintf("%q", id)) {
				continue
			}
			told := strings.Contains(about, "not by way of a mechanism")
			if claims := slices.ContainsFunc(theory.Statuses, func(s theory.Status) bool { return strings.Contains(about, wording.English.Word(string(s))) }); claims != told || strings.Contains(about, "← by") {
				t.Errorf("seed %d: PT402 finds no path by way of a mechanism, the statement says %q of\n%s", seed, line, text)
			}
			count++
		}
	}
	if count < 100 {
		t.Errorf("but %d outcomes without a path", count)
	}
}

// oneConfiguration is a theory of one configuration, with links that mostly run forwards.
func oneConfiguration(random *rand.Rand) string {
	var file strings.Builder
	file.WriteString("[theory]\nid = \"t\"\ntitle = \"T\"\n")
	var ids []string
	var roles strings.Builder
	for _, kind := range theory.Kinds {
		var own []string
		for i := range 1 + random.IntN(2) {
			id := fmt.Sprintf("%s%d", kind, i)
			ids, own = append(ids, id), append(own, fmt.Sprintf("%q", id))
			fmt.Fprintf(&file, "[%s.%s]\nlabel = %q\n", kind, id, strings.ToUpper(id[:1])+id[1:])
		}
		fmt.Fprintf(&roles, "%s = [%s]\n", kind, strings.Join(own, ", "))
	}
	for a := range ids {
		for b := a + 1; b < len(ids); b++ {
			if random.IntN(4) > 0 {
				continue
			}
			fmt.Fprintf(&file, "[[link]]\nfrom = %q\nto = %q\nstatus = %q\n", ids[a], ids[b], theory.Statuses[random.IntN(len(theory.Statuses))])
			switch onto := random.IntN(6); {
			case onto == 0 && strings.HasPrefix(ids[b], "outcome"): // what a mechanism that is held back lets come about is told otherwise
				file.WriteString("effect = \"inhibits\"\n")
			case onto == 1:
				file.WriteString("necessary = true\n")
			}
		}
	}
	return file.String() + "[configuration.c]\ntitle = \"C\"\n" + roles.String()
}
