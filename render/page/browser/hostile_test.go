package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestHostileTheory opens a theory whose every text tries to run a script in the page, alone and in the live preview.
// None runs, the policy has nothing to stop, and every text is shown as it stands.
func TestHostileTheory(t *testing.T) {
	const hostile = "testdata/hostile.toml"
	for name, url := range map[string]string{"page": written(t, hostile), "preview": served(t, hostile)} {
		t.Run(name, func(t *testing.T) {
			b := open(t, url)
			b.holds(`document.querySelectorAll("g[data-anchor]").length >= 6`)
			// Read everything there is to read: each entry, the search, each figure.
			ids, _ := b.eval(`[...document.querySelectorAll("article.entry")].map((e) => e.id)`).([]any)
			for _, id := range ids {
				b.eval(fmt.Sprintf(`location.hash = %q`, id))
				b.holds(shown + fmt.Sprintf(`.id === %q`, id))
			}
			b.do(chromedp.SendKeys("#query", "script", chromedp.ByQuery))
			b.holds(`document.querySelectorAll("#hits a").length > 0`)
			b.eval(`for (const e of document.querySelectorAll("main *, header *")) for (const event of ["mouseover", "focus", "load", "error", "toggle"]) e.dispatchEvent(new Event(event))`)
			b.eval(`new Promise((done) => setTimeout(done, 200))`)

			if got := b.eval("window.pwned"); got != nil {
				t.Errorf("a text of the theory ran: %v", got)
			}
			if got := b.eval("window.violations.join('; ')"); got != "" {
				t.Errorf("the policy had to stop: %v", got)
			}
			if got := b.eval(`document.querySelectorAll("script").length + " " + document.querySelectorAll("img, iframe, object, embed, video, audio, base, form").length`); got != "1 0" {
				t.Errorf("scripts and loading elements in the page: %v", got)
			}
			b.holds(`[...document.querySelectorAll("a[href]")].every((a) => ["http:", "https:"].includes(a.protocol) || a.getAttribute("href").startsWith("#"))`)
			b.holds(`[...document.querySelectorAll("a[href*='doi.org']")].every((a) => a.host === "doi.org" && a.protocol === "https:")`)
			b.holds(`[...document.querySelectorAll("*")].every((e) => [...e.attributes].every((a) => !a.name.startsWith("on")))`)
			for _, label := range []string{
				`<script>window.pwned="label"</script>`,
				`"><img src=x onerror=window.pwned="attribute">`,
				`</title></svg></style></script><svg onload=window.pwned="svg">`,
				`{{.}} ${window.pwned="template"} <!-- ]]> &lt;b&gt; &#60;`,
			} {
				b.holds(fmt.Sprintf(`[...document.querySelectorAll("article.entry h2")].some((h) => h.textContent === %q)`, label))
			}
		})
	}
}
