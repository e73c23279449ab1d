package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"icamo/theory/theorytest"
)

// TestOverview holds that each box of the overview leads to its configuration, by mouse and by keyboard.
func TestOverview(t *testing.T) {
	b := open(t, written(t, peer))
	b.holds(`document.querySelector("#versions button").dataset.shows === "overview"`)
	b.click(`#versions [data-shows="overview"]`)
	b.click(element("own-life"))
	b.holds(shown + `.id === "configuration.own-life"`)
	b.holds(fmt.Sprintf(`document.querySelector('%s').classList.contains("selected")`, element("own-life")))
	b.eval(fmt.Sprintf(`document.querySelector('%s').focus()`, element("safe-relationships")))
	b.do(chromedp.KeyEvent(kb.Enter))
	b.holds(shown + `.id === "configuration.safe-relationships" && document.activeElement === ` + shown + `.querySelector("h2")`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.holds(`document.activeElement.dataset.id === "safe-relationships"`)

	// What no overview shows is shown in the figure that does.
	b.do(chromedp.Click(`article.shown a[href="#mechanism.feeling-safe"]`, chromedp.ByQuery))
	b.holds(`document.querySelector(".figure:not([hidden])").dataset.shows === "this"`)
	b.holds(fmt.Sprintf(`document.querySelector('%s').classList.contains("selected")`, element("feeling-safe")))
}

// TestTooLargeForOneFigure holds that a theory too large for one figure is read by its parts: from the overview to a
// configuration, from there to a link that no configuration has, and back.
func TestTooLargeForOneFigure(t *testing.T) {
	file := filepath.Join(t.TempDir(), "large.toml")
	if err := os.WriteFile(file, []byte(theorytest.TooLarge()), 0o666); err != nil {
		t.Fatal(err)
	}
	b := open(t, written(t, file))
	figure := `document.querySelector(".figure:not([hidden])")`
	b.holds(figure + `.dataset.shows === "overview" && document.querySelectorAll(".figure").length === 1 + 20 + 4`)
	b.holds(`document.querySelector("#whole").innerText.includes("with 2100 nodes and 220 links, is too large for one figure")`)
	b.click(element("k3"))
	b.holds(shown + `.id === "configuration.k3" && ` + figure + `.dataset.of === "configuration.k3"`)
	b.click(element("o2"))
	b.holds(shown + `.id === "outcome.o2" && ` + figure + `.dataset.of === "configuration.k3"`)
	b.do(chromedp.SendKeys("#query", "outcome 500"+kb.Enter, chromedp.ByQuery))
	b.holds(shown + `.id === "outcome.o500" && ` + figure + `.dataset.layout.startsWith("part-") && ` + figure + `.querySelector("g.selected")`)
	b.click(`#chips .chip[data-key="k7"]`)
	b.holds(figure + `.dataset.of === "configuration.k7" && document.querySelectorAll("#chips [aria-pressed=true]").length === 1`)
	b.click(`#versions [data-shows="overview"]`)
	b.holds(figure + `.dataset.shows === "overview" && ` + figure + `.querySelector("g.selected").dataset.id === "k7"`)
	b.do(chromedp.NavigateBack(), chromedp.NavigateBack())
	b.holds(shown + `.id === "outcome.o2"`)
	if got := b.eval("window.violations.join('; ')"); got != "" {
		t.Errorf("the policy had to stop: %v", got)
	}
}
