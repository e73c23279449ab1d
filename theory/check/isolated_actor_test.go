package check_test

import (
	"strings"
	"testing"

	"icamo/theory/check"
	"icamo/theory/theorytest"
)

// TestActorWithoutLinks: an actor for whom an outcome is has a way out beside links, which is named and can be taken.
func TestActorWithoutLinks(t *testing.T) {
	const text = `[theory]
id="t"
title="T"
[mechanism.proud]
label="Proud"
[outcome.marks]
label="Marks"
beneficiary=["kids"]
[[link]]
from="proud"
to="marks"
[configuration.b]
title="B"
mechanism=["proud"]
outcome=["marks"]
[actor.kids]
label="Kids"
`
	const want = `no link starts from or leads to the actor "kids"; link it, name it under [theory] as actor = ["kids"] where it belongs to every configuration, or drop it with the reason`
	found := check.Ask(theorytest.Faultless(t, text), &check.IsolatedNode)
	if len(found) != 1 || found[0].Message != want {
		t.Fatalf("%v", found)
	}
	done := strings.Replace(text, `title="T"`, "title=\"T\"\nactor = [\"kids\"]", 1)
	if found := check.Ask(theorytest.Faultless(t, done), &check.IsolatedNode); len(found) != 0 {
		t.Errorf("%v", found)
	}
	nobody := strings.Replace(text, `beneficiary=["kids"]`, "", 1)
	if found := check.Ask(theorytest.Faultless(t, nobody), &check.IsolatedNode); len(found) != 1 || strings.Contains(found[0].Message, "[theory]") {
		t.Errorf("%v", found)
	}
}
