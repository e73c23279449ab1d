package browser

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"icamo/theory/wording"
)

// allSaid is what the page says, read or heard, to whom Danish is spoken: what is marked as English aside.
const allSaid = `(() => {
	const page = document.body.cloneNode(true);
	for (const other of page.querySelectorAll("script, style, [lang=en]")) other.remove();
	const said = [document.title, page.textContent];
	for (const e of [page, ...page.querySelectorAll("*")]) for (const name of ["aria-label", "title", "placeholder", "alt"]) said.push(e.getAttribute(name) ?? "");
	return said.join("\n").replace(/\s+/g, " ");
})()`

// TestDanish reads the page of a Danish theory as one who clicks and searches, and holds that it says nothing in English.
func TestDanish(t *testing.T) {
	b := open(t, written(t, "../../../theories/examples/faellesspisning/revideret.toml"))
	b.holds(`document.documentElement.lang === "da"`)
	said := b.eval(allSaid).(string)
	b.click(element("tryghed"))
	b.holds(shown + `.innerText.includes("Hvad der fører hertil")`)
	b.holds(`document.querySelector('` + element("tryghed") + `').getAttribute("aria-label") === "Tryghed ved bordet 1, mekanisme"`)
	b.holds(`document.querySelector('` + element("middage -> tryghed") + `').getAttribute("aria-label") === "Fælles middage hver anden uge fører til Tryghed ved bordet: blandet"`)
	b.do(chromedp.SendKeys("#query", "ensom", chromedp.ByQuery))
	b.holds(`/^\d+ fundet$/.test(document.getElementById("hits-count").textContent)`)
	said += b.eval(allSaid).(string)
	b.eval(`document.getElementById("query").value = ""`)
	b.do(chromedp.SendKeys("#query", "xyzzy", chromedp.ByQuery))
	b.holds(`document.getElementById("hits-count").textContent === "intet fundet"`)
	b.eval(`document.getElementById("query").value = ""`)
	b.click(`#versions [data-shows="changes"]`)
	b.click(`#chips .chip:not([hidden])`)
	said += b.eval(allSaid).(string)
	for _, g := range wording.Groups {
		for _, w := range g.Words {
			if w.Danish == w.English || len(w.English) < 5 {
				continue // short words of English are Danish words too
			}
			for _, phrase := range regexp.MustCompile(`\{\d\}`).Split(w.English, -1) {
				phrase = strings.Trim(phrase, " .,:;“”()→")
				if len(phrase) >= 5 && !strings.Contains(w.Danish, phrase) && regexp.MustCompile(`(?i)(^|[^\pL])`+regexp.QuoteMeta(phrase)+`($|[^\pL])`).MatchString(said) {
					t.Errorf("the page says %q", phrase)
				}
			}
		}
	}
}
