package browser

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestAccessibility has axe-core look at the page in its states. ICAMO_AXE names its axe.min.js.
func TestAccessibility(t *testing.T) {
	path := os.Getenv("ICAMO_AXE")
	if path == "" {
		if os.Getenv("ICAMO_BROWSER") == required {
			t.Fatal("ICAMO_AXE names no axe.min.js of axe-core")
		}
		t.Skip("skipped: ICAMO_AXE names no axe.min.js of axe-core")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	url := written(t, peer)
	file, text := copied(t)
	save(t, file, text)
	live := served(t, file)
	for name, c := range map[string]struct {
		url    string
		before []chromedp.Action
		then   func(*tab)
	}{
		"overview": {url: url},
		"dark":     {url: url + "#configuration.own-life", before: []chromedp.Action{dark()}},
		"link":     {url: url + "#link.feeling-safe.sharing"},
		"dropped":  {url: url + "#outcome.quality-of-life"},
		"phone":    {url: url + "#mechanism.acting", before: []chromedp.Action{phone()}},
		"chosen": {url: url, then: func(b *tab) {
			b.click(`#chips [data-key="mixed"]`)
			b.click(`#versions [data-shows="changes"]`)
		}},
		"search": {url: url, then: func(b *tab) {
			b.do(chromedp.SendKeys("#query", "hope", chromedp.ByQuery))
			b.holds(`document.querySelectorAll("#hits a").length > 0`)
		}},
		"banner": {url: live, then: func(b *tab) {
			save(t, file, replaced(t, text, `= "Hope"`, `= "Hope`))
			b.holds(`document.querySelector(".banner")`)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			// axe-core is put into the page from outside, where the page's policy would not let it run.
			b := open(t, c.url, append([]chromedp.Action{page.SetBypassCSP(true)}, c.before...)...)
			b.holds(shown)
			if c.then != nil {
				c.then(b)
			}
			b.do(chromedp.Evaluate(string(axe), nil))
			found := b.eval(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
				.then((r) => r.violations.map((v) => ({ rule: v.id, help: v.help, on: v.nodes.slice(0, 4).map((n) => n.html.slice(0, 160) + " " + n.any.map((a) => a.message).join("; ")), times: v.nodes.length })))`)
			if list, _ := found.([]any); len(list) > 0 {
				told, _ := json.MarshalIndent(list, "", "  ")
				t.Errorf("axe-core finds:\n%s", told)
			}
		})
	}
}
