package check_test

import (
	"slices"
	"testing"

	"icamo/theory/check"
	"icamo/theory/theorytest"
)

// TestSlipIsTheCause holds that what a slip in a "was" means is not said to have gone besides, as the slip is the cause, and that what no
// slip means is.
func TestSlipIsTheCause(t *testing.T) {
	const head = "[theory]\nid = \"t\"\ntitle = \"T\"\n"
	theories := map[string]string{
		"initial.toml": head + "[outcome.sleep]\nlabel = \"Sleep\"\n[outcome.hope]\nlabel = \"Hope\"\n" +
			"[configuration.resting]\ntitle = \"Resting\"\noutcome = [\"sleep\"]\n[configuration.hoping]\ntitle = \"Hoping\"\noutcome = [\"hope\"]\n",
		"revised.toml": head + "revises = \"initial.toml\"\n[outcome.good-nights]\nlabel = \"Good nights\"\nwas = [\"slep\"]\n" +
			"[configuration.nights]\ntitle = \"Nights\"\noutcome = [\"good-nights\"]\nwas = [\"restin\"]\n",
	}
	var said []string
	for _, f := range check.Ask(theorytest.LoadFiles(t, theories, "revised.toml"), &check.SilentDrop, &check.UnknownLineage) {
		said = append(said, f.Rule.Code+" "+f.Message)
	}
	want := []string{
		`PT501 the configuration "hoping" of the earlier version is not here; keep it with dropped = "the reason", or name it in the was of what it became`,
		`PT501 the outcome "hope" of the earlier version is not here; keep it with dropped = "the reason", or name it in the was of what it became`,
		`PT505 the earlier version has no node "slep"; did you mean "sleep"?`,
		`PT505 the earlier version has no configuration "restin"; did you mean "resting"?`,
	}
	if !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
}
