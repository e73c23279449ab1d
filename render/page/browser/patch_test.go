package browser

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestOnlyWhatChangedIsDrawnAgain saves a label that takes as much room as it did, and then one that moves boxes: what stays stands in
// the page as before, and all figures are those that a reader sees who comes only now.
func TestOnlyWhatChangedIsDrawnAgain(t *testing.T) {
	file, text := copied(t)
	b := open(t, served(t, file))
	b.holds(`document.querySelectorAll("g[data-anchor]").length > 50`)
	b.eval(`window.links = [...document.querySelectorAll(".figure:not([hidden]) g.link")]`)
	drawn := func() (all []any) {
		for _, shows := range []string{"overview", "earlier", "changes", "this"} {
			b.click(fmt.Sprintf(`#versions [data-shows=%q]`, shows))
			all = append(all, b.eval(`[...document.querySelector(".figure:not([hidden]) svg").children].map((child) => child.outerHTML).join("\n")`))
		}
		return all
	}
	for _, label := range []string{"Heop", "Hope of a life beyond illness and of a place in it"} {
		save(t, file, replaced(t, text, `= "Hope"`, fmt.Sprintf("= %q", label)))
		b.holds(fmt.Sprintf(`document.querySelector('%s').textContent.replace(/\s+/g, " ").includes(%q)`, element("hope"), label))
		if label == "Heop" && b.eval(`window.links.length > 50 && window.links.every((link) => link.isConnected || link.dataset.anchor.includes("hope"))`) != true {
			t.Error("lines that did not change were drawn again")
		}
		b.holds(fmt.Sprintf(`document.querySelector('.figure[data-shows="changes"]').textContent.replace(/\s+/g, " ").includes(%q)`, label))
		live := drawn()
		b.do(chromedp.Reload())
		b.holds(`document.querySelectorAll("g[data-anchor]").length > 50`)
		if !slices.Equal(drawn(), live) {
			t.Errorf("the figures with %q are others when the page is opened anew", label)
		}
	}
}
