package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestNewcomer does what somebody would who has the page and no instructions, and looks for two answers.
func TestNewcomer(t *testing.T) {
	url := written(t, peer)
	t.Run("the quotes that support that feeling safe leads to sharing", func(t *testing.T) {
		b := open(t, url)
		b.click(element("feeling-safe"))
		b.holds(shown + `.id === "mechanism.feeling-safe"`)
		b.do(chromedp.Click(`article.shown a[href="#link.feeling-safe.sharing"]`, chromedp.ByQuery))
		b.holds(shown + `.id === "link.feeling-safe.sharing"`)
		quotes := fmt.Sprint(b.eval(`[...` + shown + `.querySelectorAll(".pieces.for blockquote")].map((q) => q.innerText)`))
		for _, quote := range []string{"there is just complete silence"} {
			if !strings.Contains(quotes, quote) {
				t.Errorf("the quotes shown are %s, without %q", quotes, quote)
			}
		}
	})
	t.Run("what the trial said of quality of life", func(t *testing.T) {
		b := open(t, url)
		b.do(chromedp.SendKeys("#query", "quality of life"+kb.Enter, chromedp.ByQuery))
		b.holds(shown + `.id === "outcome.quality-of-life"`)
		b.holds(shown + `.innerText.includes("MANSA: 3.6, 95 % CI 0.5 to 6.8, p = 0.02, improved")`)
		b.holds(shown + `.innerText.includes("Dropped.")`)
		b.holds(shown + `.innerText.includes("PT502")`)
	})
}

func TestSelecting(t *testing.T) {
	b := open(t, written(t, peer))
	b.holds(shown + `.id === "overview"`)
	b.click(element("hope"))
	b.holds(shown + `.id === "outcome.hope" && location.hash === "#outcome.hope"`)
	b.holds(fmt.Sprintf(`document.querySelector('%s').classList.contains("selected")`, element("hope")))
	b.eval(fmt.Sprintf(`document.querySelector('%s .halo').dispatchEvent(new MouseEvent("click", {bubbles: true}))`, element("inspiration -> hope")))
	b.holds(shown + `.id === "link.inspiration.hope"`)
	b.do(chromedp.NavigateBack())
	b.holds(shown + `.id === "outcome.hope"`)
	b.do(chromedp.Click(`#findings a[href^="#link."]`, chromedp.ByQuery))
	b.holds(shown + `.id.startsWith("link.")`)
	b.holds(`((box) => box.top >= 0 && box.top < innerHeight)(` + shown + `.querySelector("h2").getBoundingClientRect())`)
}

// TestSelectingALine clicks on lines that run side by side: the one that is hit is meant, though the halo of the other,
// which makes it easy to hit, covers it.
func TestSelectingALine(t *testing.T) {
	b := open(t, written(t, peer))
	for id, anchor := range map[string]string{
		"feeling-safe -> sharing": "link.feeling-safe.sharing",
		"sharing -> feeling-safe": "link.sharing.feeling-safe",
	} {
		at, ok := b.eval(fmt.Sprintf(`((line) => {
			const middle = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
			return [middle.x, middle.y];
		})(document.querySelector('%s path:not(.halo)'))`, element(id))).([]any)
		if !ok {
			t.Fatalf("no line %s", id)
		}
		b.do(chromedp.MouseClickXY(at[0].(float64), at[1].(float64)))
		b.holds(fmt.Sprintf(`%s.id === %q`, shown, anchor))
	}
}

func TestDeepLinks(t *testing.T) {
	url := written(t, peer)
	for hash, entry := range map[string]string{
		"mechanism.sharing":                "mechanism.sharing",
		"sharing":                          "mechanism.sharing", // a node's id alone will do
		"link.feeling-safe.sharing":        "link.feeling-safe.sharing",
		"configuration.own-life":           "configuration.own-life",
		"evidence.rct-functioning":         "evidence.rct-functioning",
		"case.p7":                          "case.p7",
		"earlier.mechanism.role-modelling": "earlier.mechanism.role-modelling",
		"nothing-of-the-kind":              "overview",
		"%":                                "overview", // no encoded text
	} {
		b := open(t, url+"#"+hash)
		b.holds(fmt.Sprintf(`%s.id === %q`, shown, entry))
	}
}

func TestKeyboard(t *testing.T) {
	b := open(t, written(t, peer))
	// The figure's elements are buttons in the tab order, each with a name.
	b.holds(`[...document.querySelectorAll(".figure:not([hidden]) g[data-id]")].every((g) => g.tabIndex === 0 && g.getAttribute("role") === "button" && g.getAttribute("aria-label"))`)
	b.do(chromedp.Focus(element("acting"), chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	b.holds(shown + `.id === "mechanism.acting" && document.activeElement === ` + shown + `.querySelector("h2")`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.holds(`document.activeElement.dataset.id === "acting"`)
	b.do(chromedp.KeyEvent(kb.Tab))
	b.holds(`document.activeElement.dataset.id && document.activeElement.dataset.id !== "acting"`)
	b.do(chromedp.KeyEvent(" "))
	b.holds(shown + `.id !== "mechanism.acting" && document.activeElement.localName === "h2"`)

	box := `document.querySelector(".figure:not([hidden]) svg").getAttribute("viewBox")`
	b.do(chromedp.Focus(element("acting"), chromedp.ByQuery))
	whole := b.eval(box)
	b.do(chromedp.KeyEvent("+"), chromedp.KeyEvent("+"))
	near := b.eval(box)
	if near == whole {
		t.Error("+ does not zoom")
	}
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	if b.eval(box) == near {
		t.Error("the right arrow does not move the figure")
	}
	b.do(chromedp.KeyEvent("-"))
	b.do(chromedp.KeyEvent("0"))
	if got := b.eval(box); got != whole {
		t.Errorf("0 shows %v, not the whole %v", got, whole)
	}
}

func TestPointer(t *testing.T) {
	b := open(t, written(t, peer))
	box := `document.querySelector(".figure:not([hidden]) svg").getAttribute("viewBox")`
	whole := b.eval(box)
	wheel := func(dy float64) chromedp.Action {
		return input.DispatchMouseEvent(input.MouseWheel, 500, 450).WithDeltaX(0).WithDeltaY(dy)
	}
	b.do(wheel(-300))
	b.holds(box + fmt.Sprintf(" !== %q", whole))
	b.holds("scrollY === 0")
	near := b.eval(box)
	b.do(
		input.DispatchMouseEvent(input.MousePressed, 500, 450).WithButton(input.Left).WithClickCount(1),
		input.DispatchMouseEvent(input.MouseMoved, 520, 460).WithButton(input.Left),
		input.DispatchMouseEvent(input.MouseMoved, 600, 500).WithButton(input.Left),
		input.DispatchMouseEvent(input.MouseReleased, 600, 500).WithButton(input.Left).WithClickCount(1))
	b.holds(box + fmt.Sprintf(" !== %q", near))
	b.holds(shown + `.id === "overview"`) // a drag selects nothing
	b.do(chromedp.Click("#zoom-whole", chromedp.ByQuery))
	b.holds(box + fmt.Sprintf(" === %q", whole))
	b.do(chromedp.Click("#zoom-in", chromedp.ByQuery))
	b.holds(box + fmt.Sprintf(" !== %q", whole))
	b.do(chromedp.Click("#zoom-out", chromedp.ByQuery))
	b.holds(box + fmt.Sprintf(" === %q", whole))
	b.do(wheel(300)) // nothing to zoom out of: the page scrolls
	b.holds("scrollY > 0")
}

func TestPinch(t *testing.T) {
	b := open(t, written(t, peer), phone(), emulation.SetTouchEmulationEnabled(true).WithMaxTouchPoints(2))
	box := `document.querySelector(".figure:not([hidden]) svg").getAttribute("viewBox")`
	whole := b.eval(box)
	y, _ := b.eval(`(({ top, height }) => top + height / 2)(document.getElementById("viewport").getBoundingClientRect())`).(float64)
	fingers := func(apart float64) []*input.TouchPoint {
		return []*input.TouchPoint{{X: 195 - apart, Y: y, ID: 1}, {X: 195 + apart, Y: y, ID: 2}}
	}
	b.do(input.DispatchTouchEvent(input.TouchStart, fingers(20)))
	for apart := 30.0; apart <= 80; apart += 10 {
		b.do(input.DispatchTouchEvent(input.TouchMove, fingers(apart)))
	}
	b.do(input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}))
	b.holds(box + fmt.Sprintf(" !== %q", whole))
}

func TestChoosing(t *testing.T) {
	b := open(t, written(t, peer))
	faded := func(id string) string {
		return fmt.Sprintf(`document.querySelector('%s').classList.contains("faded")`, element(id))
	}
	chip := func(key string) string { return fmt.Sprintf(`#chips .chip:not([hidden])[data-key=%q]`, key) }
	b.click(chip("own-life"))
	b.holds(`document.querySelector('` + chip("own-life") + `').getAttribute("aria-pressed") === "true"`)
	b.holds(faded("sharing") + " && !" + faded("acting") + " && !" + faded("acting -> success"))
	b.holds(shown + `.id === "configuration.own-life"`)
	b.click(chip("mixed"))
	b.holds(faded("acting -> success") + " && !" + faded("change-exercises -> acting"))
	b.click("#clear")
	b.holds(`document.querySelectorAll("g.faded").length === 0 && document.querySelectorAll("#chips [aria-pressed=true]").length === 0`)
}

func TestSearch(t *testing.T) {
	b := open(t, written(t, peer))
	hits := `[...document.querySelectorAll("#hits a")].map((a) => a.hash)`
	b.do(chromedp.SendKeys("#query", "taboo", chromedp.ByQuery))
	b.holds(hits + `.includes("#evidence.p1-not-taboo")`)
	b.holds(`/^\d+ found$/.test(document.getElementById("hits-count").textContent)`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.holds(`document.getElementById("hits").hidden && document.getElementById("query").value === ""`)
	b.do(chromedp.SendKeys("#query", "HOPÉ", chromedp.ByQuery)) // case and accents aside
	b.holds(hits + `[0] === "#outcome.hope"`)
	b.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown))
	b.holds(`document.activeElement === document.querySelectorAll("#hits a")[1]`)
	b.do(chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowUp))
	b.holds(`document.activeElement.id === "query"`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.holds(shown + `.id === "outcome.hope" && document.activeElement.localName === "h2"`)
	for query, hit := range map[string]string{
		"self-image": "#outcome.self-image", "one's": "#mechanism.retelling", "\"taboo\"": "", "3.6,": "#evidence.rct-quality-of-life", "95 %": "", "xyzzy(.*": "",
	} {
		b.eval(`document.getElementById("query").value = "Hope"; document.getElementById("query").dispatchEvent(new Event("input"))`)
		b.eval(fmt.Sprintf(`document.getElementById("query").value = %q; document.getElementById("query").dispatchEvent(new Event("input"))`, query))
		b.holds(fmt.Sprintf(`%s[0] !== "#outcome.hope" && (%q === "" || %s.includes(%q))`, hits, hit, hits, hit))
	}
	b.eval(`document.getElementById("query").value = ""`)
	b.do(chromedp.SendKeys("#query", "xyzzy(.*", chromedp.ByQuery))
	b.holds(`document.getElementById("hits-count").textContent === "nothing found"`)
}

func TestVersions(t *testing.T) {
	b := open(t, written(t, peer))
	where := func(id string) any {
		return b.eval(fmt.Sprintf(`JSON.stringify(document.querySelector('%s path:not(.halo)').getBoundingClientRect())`, element(id)))
	}
	revised := where("acting")
	for _, version := range []string{"earlier", "changes", "this"} {
		b.click(fmt.Sprintf(`#versions [data-shows=%q]`, version))
		b.holds(fmt.Sprintf(`document.querySelectorAll(".figure:not([hidden])").length === 1 && document.querySelector(".figure:not([hidden])").dataset.shows === %q`, version))
		if got := where("acting"); got != revised {
			t.Errorf("in %s a node that is in all versions stands at %v, not at %v", version, got, revised)
		}
	}
	b.click(`#versions [data-shows="earlier"]`)
	b.click(element("role-modelling"))
	b.holds(shown + `.id === "earlier.mechanism.role-modelling"`)
	b.holds(shown + `.innerText.includes("What became of it in: revised")`)
	b.do(chromedp.Click(`article.shown a[href="#mechanism.inspiration"]`, chromedp.ByQuery))
	b.holds(shown + `.innerText.includes("What changed since: initial")`)
}

func TestWithoutScripts(t *testing.T) {
	b := open(t, written(t, peer), emulation.SetScriptExecutionDisabled(true))
	b.holds(`!document.documentElement.classList.contains("js")`)
	visible := func(selector string) string {
		return fmt.Sprintf(`[...document.querySelectorAll(%q)].length > 0 && [...document.querySelectorAll(%q)].every((e) => e.getBoundingClientRect().height > 0)`, selector, selector)
	}
	for _, selector := range []string{".figure svg", ".figure figcaption", "article.entry", "#findings", "#matrix table", "#statements table", "#evidence table", "#cases table"} {
		b.holds(visible(selector))
	}
	b.holds(`[...document.querySelectorAll(".needs-script")].every((e) => e.getBoundingClientRect().height === 0)`)
}

func TestPhone(t *testing.T) {
	b := open(t, written(t, peer), phone())
	b.holds(`document.documentElement.scrollWidth <= innerWidth`)
	b.click(element("acting"))
	b.holds(shown + `.id === "mechanism.acting"`)
	b.holds(`((box) => box.top >= 0 && box.top < innerHeight)(` + shown + `.querySelector("h2").getBoundingClientRect())`)
}

func TestPrint(t *testing.T) {
	b := open(t, written(t, peer))
	whole := `document.querySelector(".figure:not([hidden]) svg").dataset.box`
	b.do(chromedp.Click("#zoom-in", chromedp.ByQuery), emulation.SetEmulatedMedia().WithMedia("print"))
	b.eval(`dispatchEvent(new Event("beforeprint"))`)
	b.holds(`document.querySelector(".figure:not([hidden]) svg").getAttribute("viewBox") === ` + whole)
	for _, gone := range []string{"#query", ".tools", ".under", "header nav"} {
		b.holds(fmt.Sprintf(`document.querySelector(%q).getBoundingClientRect().height === 0`, gone))
	}
	b.holds(`document.querySelector("#evidence .scroll").scrollWidth <= document.querySelector("#evidence .scroll").clientWidth`)
}
