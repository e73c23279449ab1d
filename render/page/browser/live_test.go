package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// copied is a copy of the PEER theory to write in: its folder, and its revised version.
func copied(t testing.TB) (file, text string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "peer")
	if err := os.CopyFS(folder, os.DirFS(filepath.Dir(peer))); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(folder, filepath.Base(peer))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return file, string(data)
}

func save(t testing.TB, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func replaced(t testing.TB, text, old, new string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("the theory has no %s", old)
	}
	return strings.Replace(text, old, new, 1)
}

// TestLivePreview saves, breaks and mends a theory under the reader's eyes: what the reader chose stays chosen.
func TestLivePreview(t *testing.T) {
	file, text := copied(t)
	b := open(t, served(t, file))
	b.click(element("hope"))
	b.holds(shown + `.id === "outcome.hope"`)
	b.do(chromedp.Click("#zoom-in", chromedp.ByQuery))
	b.click(`#chips [data-key="mixed"]`)
	b.click(`#versions [data-shows="changes"]`)
	b.eval(`window.unreloaded = true`)
	kept := func(title string) {
		t.Helper()
		b.holds(fmt.Sprintf(`%s.querySelector("h2").textContent === %q`, shown, title))
		b.holds(`document.querySelector(".figure:not([hidden])").dataset.shows === "changes"`)
		b.holds(`document.querySelector("#viewport").classList.contains("zoomed")`)
		b.holds(`document.querySelector('#chips [data-key="mixed"]').getAttribute("aria-pressed") === "true"`)
		b.holds(`document.querySelectorAll("g.faded").length > 10 && document.querySelectorAll("g.selected").length > 0`)
		b.holds(`window.unreloaded`)
	}
	kept("Hope")
	save(t, file, replaced(t, text, `= "Hope"`, `= "Great hope"`))
	kept("Great hope")
	b.holds(fmt.Sprintf(`document.querySelector('%s').textContent.includes("Great hope")`, element("hope")))

	save(t, file, replaced(t, text, `= "Hope"`, `= "Hope`))
	b.holds(`document.querySelector(".banner")?.innerText.includes("revised.toml:")`)
	kept("Great hope") // the last figure stays
	save(t, file, text)
	b.holds(`!document.querySelector(".banner")`)
	kept("Hope")

	// A version less is another page.
	save(t, file, replaced(t, text, "revises     = \"initial.toml\"\n", ""))
	b.holds(`document.querySelectorAll("#versions button").length === 2 && document.querySelectorAll(".figure").length === 2`)
	if got := b.eval("window.violations.join('; ')"); got != "" {
		t.Errorf("the policy had to stop: %v", got)
	}
}

// TestWhatIsGoneIsNotChosen saves a theory without what the reader has chosen.
func TestWhatIsGoneIsNotChosen(t *testing.T) {
	file, text := copied(t)
	b := open(t, served(t, file))
	b.click(`#chips [data-key="mixed"]`)
	b.holds(`document.querySelectorAll("g.faded").length > 10`)
	save(t, file, strings.ReplaceAll(text, `"mixed"`, `"supported"`))
	b.holds(`!document.querySelector('#chips [data-key="mixed"]') && document.querySelectorAll("g.faded").length === 0`)

	// A version that goes takes its figure with it, and leaves what was chosen in it.
	b.click(`#chips [data-key]:not([hidden])`)
	b.click(`#versions [data-shows="earlier"]`)
	chosen := `document.querySelectorAll("#chips .chip:not([hidden])[aria-pressed=true]").length === 1`
	b.holds(chosen)
	save(t, file, replaced(t, text, "revises     = \"initial.toml\"\n", ""))
	b.holds(`document.querySelectorAll(".figure").length === 2 && ` + chosen)
	save(t, file, text)
	b.holds(`document.querySelectorAll(".figure").length === 4 && ` + chosen)
}

// TestTheBannerIsSeen breaks a theory while its reader looks at something further down.
func TestTheBannerIsSeen(t *testing.T) {
	file, text := copied(t)
	b := open(t, served(t, file))
	for _, scrolled := range []int{0, 40, 2500} {
		b.eval(fmt.Sprintf("window.scrollTo(0, %d)", scrolled))
		save(t, file, replaced(t, text, `= "Hope"`, `= "Hope`))
		b.holds(`((box) => box?.height > 0 && document.elementFromPoint(box.x + 20, box.y + box.height / 2).closest(".banner"))(document.querySelector(".banner")?.getBoundingClientRect())`)
		save(t, file, text)
		b.holds(`!document.querySelector(".banner")`)
	}
	save(t, file, replaced(t, text, `from         = "feeling-safe"`, `from         = "felling-safe"`))
	b.holds(`document.querySelector('#contents a[href="#findings"]').textContent.includes("1 error")`)
}

func TestPreviewOfABrokenTheory(t *testing.T) {
	file, text := copied(t)
	save(t, file, replaced(t, text, `= "Hope"`, `= "Hope`))
	b := open(t, served(t, file))
	b.holds(`document.querySelector(".banner") && !document.querySelector(".figure")`)
	save(t, file, text)
	b.holds(`!document.querySelector(".banner") && document.querySelectorAll(".figure g[data-anchor]").length > 50`)
}

// BenchmarkSave is the time from a save of the PEER theory until what changed is on the screen: the frame after the
// change of the page. It gives the median of all saves, and the shortest.
func BenchmarkSave(b *testing.B) {
	const garbage = 400 // percent, as the command has it
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	const label, description = `= "Hope"`, `= "Belief in a better future."`
	for _, c := range []struct{ name, old, new, shows string }{
		{"SameLayout", label, `= "Hope%d"`, `.figure[data-shows="this"] g[data-id="hope"] text`},
		{"NewLayout", label, `= "Hope %d"`, `.figure[data-shows="this"] g[data-id="hope"] text`},
		{"Panel", description, `= "Belief in a future %d"`, `[id="outcome.hope"] .text`},
	} {
		b.Run(c.name, func(b *testing.B) {
			file, text := copied(b)
			t := open(b, served(b, file))
			t.holds(`document.querySelectorAll("g[data-anchor]").length > 50`)
			t.eval(fmt.Sprintf(`{
				window.seen = "";
				const painted = new MessageChannel();
				painted.port1.onmessage = () => (window.at = Date.now());
				new MutationObserver(() => {
					const text = [...document.querySelectorAll(%q)].map((line) => line.textContent).join("");
					if (text === window.seen) return;
					window.seen = text;
					window.at = 0;
					requestAnimationFrame(() => painted.port2.postMessage(0));
				}).observe(document.body, { childList: true, subtree: true });
			}`, c.shows))
			var took []float64
			for i := 1000; b.Loop(); i++ {
				new := fmt.Sprintf(c.new, i)
				if c.name == "NewLayout" {
					new = strings.Replace(new, "Hope", "Hope"+strings.Repeat("n", i-999), 1) // so that the box has another size each time
				}
				time.Sleep(500 * time.Millisecond) // as long as nobody saves twice
				from := time.Now()
				save(b, file, replaced(b, text, c.old, new))
				time.Sleep(300 * time.Millisecond) // asking takes the browser's time
				t.holds(fmt.Sprintf("window.seen.includes(%q) && window.at > 0", strconv.Itoa(i)))
				at, _ := t.eval("window.at").(float64)
				took = append(took, at-float64(from.UnixMicro())/1000)
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2], "ms-median")
			b.ReportMetric(took[0], "ms-least")
		})
	}
}
