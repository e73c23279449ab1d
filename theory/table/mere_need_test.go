package table

import (
	"strings"
	"testing"
)

// TestStatementIsNoSurerForANeed: what an outcome needs is said, and does not make it surer than what brings it about.
func TestStatementIsNoSurerForANeed(t *testing.T) {
	got := stated(t, nodes+evidence+configuration+linked("offer", "safe")+linked("quiet", "safe", "necessary = true", supported)+linked("safe", "hope", supported))
	for _, want := range []string{
		"Then: Trust in the NHS is high (hypothesised) ← by \"I matter to somebody\"\n",
		"Needed: If staff have time → \"I matter to somebody\" (supported)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
