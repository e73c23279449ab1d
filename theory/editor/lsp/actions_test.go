package lsp

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestCodeActions(t *testing.T) {
	c, path := project(t, "revised.toml")
	ask := func(at string) (actions []codeAction) {
		t.Helper()
		place := c.at(path, at)["position"]
		c.call("textDocument/codeAction", map[string]any{"textDocument": of(path)["textDocument"], "range": map[string]any{"start": place, "end": place}}, &actions)
		return actions
	}
	offered := func(at string) (titles []string) {
		t.Helper()
		for _, a := range ask(at) {
			titles = append(titles, a.Title)
		}
		return titles
	}
	act := func(at, title string) map[string]string {
		t.Helper()
		for _, a := range ask(at) {
			if a.Title == title {
				return c.apply(a.Edit)
			}
		}
		t.Fatalf("%q cannot be done, but %q", title, offered(at))
		return nil
	}
	whole := c.texts[path].all
	reset := func() { c.edit(path, 0, len(c.texts[path].all), whole) }
	holds := func(after, want string) {
		t.Helper()
		if !strings.Contains(after, want) {
			t.Errorf("after the action the file has no\n%s\nbut is\n%s", want, after)
		}
	}

	c.replace(path, "from   = \"trust\"", "from   = \"trsut\"")
	holds(act("from   = \"tr", `Write "trust"`)[path], "from   = \"trust\"\n")
	holds(act("from   = \"tr", `Make the mechanism "trsut"`)[path], "label = \"Trust\"\n\n[mechanism.trsut]\nlabel = \"\"\n\n[outcome.sharing]")
	reset()
	c.replace(path, "\"p2-safe\"]", "\"p3-safe\"]")
	evidence := filepath.Join(filepath.Dir(path), "evidence.toml")
	holds(act("\"p3-", `Make the evidence "p3-safe"`)[evidence], "text   = \"Nobody laughed at me.\"\n\n[evidence.p3-safe]\ntype = \"\"\n")
	reset()
	c.replace(path, "was   = [\"sharing\"]", "was   = [\"sharing\"]\nbeneficiary = [\"trust\", \"members\"]")
	holds(act("\"trust\", \"mem", `Make the actor "members"`)[path], "\n\n[actor.members]\nlabel = \"\"\n")
	if titles := offered("beneficiary = [\"tr"); slices.ContainsFunc(titles, func(title string) bool { return strings.HasPrefix(title, "Make") }) {
		t.Errorf("an id that is taken would be made again: %q", titles)
	}
	reset()
	c.replace(path, "status = \"hypothesised\"\n", "status = \"supported\"\n")
	accepted := act("to     = \"feeling-safe -> sharing\"\nstatus = ", "Accept PT201 with a reason, to be written")[path]
	holds(accepted, "status = \"supported\"\naccept = { PT201 = \"\" }\n")
	c.edit(path, 0, len(c.texts[path].all), strings.Replace(accepted, "PT201 = \"\"", "PT302 = \"so it is\"", 1))
	holds(act("to     = \"feeling-safe -> sharing\"\nstatus = ", "Accept PT201 with a reason, to be written")[path], "accept = { PT302 = \"so it is\", PT201 = \"\" }\n")
	reset()
	c.replace(path, "[mechanism.trust]\nlabel = \"Trust\"", "[outcome.telling]\nlabel = \"Sharing\"")
	c.replace(path, "[outcome.sharing]\nlabel = \"Sharing\"\nwas   = [\"sharing\"]", "")
	holds(act("[outcome.telling]\nlabel = \"Sh", `Say that it was "sharing"`)[path], "label = \"Sharing\"\nwas   = [\"sharing\"]\n")
	c.shutdown()
}

// TestCodeActionsMend sees that what a message proposes is made by its action: the finding is gone then.
func TestCodeActionsMend(t *testing.T) {
	c, path := project(t, "revised.toml")
	for _, typed := range []string{
		"[outcome.hope]\nlabel = \"Hope\"\nbeneficiary = \"participants\"\n",
		"[outcome.hope]\nlable = \"Hope\"\n",
		"[outcome.hope]\nlabel = \"Hope\"\nunintended = \"yes\"\n",
		"[outcome.hope]\nlabel = \"Hope\"\nhorizon = 'distall'\n",
		"[mechanism.\"mécanisme\"]\nlabel = \"Un mécanisme\"\n",
		"[evidence.rct]\ntype = \"effect\"\nestimate = \"3.6\"\nfinding = \"improved\"\n",
	} {
		whole := c.texts[path].all
		c.edit(path, len(whole), len(whole), "\n"+typed)
		for _, d := range c.findings(path) {
			if d.Range.Start.Line <= c.texts[path].position(len(whole)).Line || d.Severity != 1 {
				continue
			}
			var actions []codeAction
			c.call("textDocument/codeAction", map[string]any{"textDocument": of(path)["textDocument"], "range": d.Range}, &actions)
			i := slices.IndexFunc(actions, func(a codeAction) bool { return a.Preferred && a.Diagnostics[0].Message == d.Message })
			if i < 0 {
				t.Errorf("nothing is proposed for %s", d.Message)
				continue
			}
			c.edit(path, 0, len(c.texts[path].all), c.apply(actions[i].Edit)[path])
			for _, left := range c.findings(path) {
				if left.Message == d.Message {
					t.Errorf("%q does not mend it: %s", actions[i].Title, left.Message)
				}
			}
			break
		}
		c.edit(path, 0, len(c.texts[path].all), whole)
	}
	c.shutdown()
}
