package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestOnlyWhatChangedIsDrawnAgain saves a label that takes as much room as it did, and then one that moves boxes: what stays stands in
// the page as before, and the figure is the one that a reader sees who comes only now.
func TestOnlyWhatChangedIsDrawnAgain(t *testing.T) {
	file, text := copied(t)
	b := open(t, served(t, file))
	b.holds(`document.querySelectorAll("g[data-anchor]").length > 50`)
	b.eval(`window.links = [...document.querySelectorAll(".figure:not([hidden]) g.link")]`)
	drawn := func() any {
		return b.eval(`[...document.querySelector(".figure:not([hidden]) svg").children].map((child) => child.outerHTML).join("\n")`)
	}
	for _, label := range []string{"Heop", "Hope of a life beyond illness and of a place in it"} {
		save(t, file, replaced(t, text, `= "Hope"`, fmt.Sprintf("= %q", label)))
		b.holds(fmt.Sprintf(`document.querySelector('%s').textContent.replace(/\s+/g, " ").includes(%q)`, element("hope"), label))
		if label == "Heop" && b.eval(`window.links.length > 50 && window.links.every((link) => link.isConnected || link.dataset.anchor.includes("hope"))`) != true {
			t.Error("lines that did not change were drawn again")
		}
		live := drawn()
		b.do(chromedp.Reload())
		b.holds(`document.querySelectorAll("g[data-anchor]").length > 50`)
		if drawn() != live {
			t.Errorf("the figure with %q is another when the page is opened anew", label)
		}
	}
}
