package docx

import "fmt"

const pageMargin = 1134 // twentieths of a point

// Page is a page's width and height, in twentieths of a point.
type Page struct{ width, height int }

// The pages that a document may have: A4 and A3, upright and turned.
var (
	portrait  = Page{11906, 16838}
	landscape = Page{16838, 11906}

	Pages = []Page{portrait, landscape, {16838, 23811}, {23811, 16838}}
)

// inner is the width between the margins.
func (p Page) inner() float64 { return float64(p.width - 2*pageMargin) }

// section says that the pages of a section are such pages.
func (p Page) section() string {
	orient := ""
	if p.width > p.height {
		orient = ` w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%[4]d" w:bottom="%[4]d" w:left="%[4]d" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`, p.width, p.height, orient, pageMargin)
}

// Room is the room on a page for a picture with its heading and caption, in points.
func (p Page) Room() (width, height float64) {
	const captionLines = 90
	return p.inner() / 20, float64(p.height-2*pageMargin)/20 - captionLines
}

// scale is by what a picture is made smaller for a page.
func (p Page) scale(of Picture) float64 {
	width, height := p.Room()
	return min(1, width/of.Width, height/of.Height)
}

// page is the first on which a picture need not be made smaller, else the one on which it is largest.
func (p Picture) page() Page {
	const unchanged = 0.995
	largest := Pages[0]
	for _, page := range Pages {
		if page.scale(p) > largest.scale(p) {
			largest = page
		}
		if largest.scale(p) >= unchanged {
			break
		}
	}
	return largest
}

// Scale is by what a picture is made smaller for its page.
func (p Picture) Scale() float64 { return p.page().scale(p) }
