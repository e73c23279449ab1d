package paint

import (
	"math"

	"icamo/render/drawing"
	"icamo/render/scene"
)

// ink is the colours in which a colour is drawn: lines and filled shapes, texts on white, and texts on what is filled. What is
// faded has texts that can still be read, and are as pale as its label.
type ink struct{ line, text, on drawing.Color }

func (p Palette) ink(colour drawing.Color, faded bool) ink {
	if faded {
		line := colour.Tint(fade)
		return ink{line, faint(p.Text, strip), faint(p.Text, line)}
	}
	return ink{colour, colour, drawing.Hex(0xFFFFFF)}
}

// Inks are the colours of a border and the text within it, of a box that may be faded.
func (p Palette) Inks(border, text drawing.Color, faded bool) (drawing.Color, drawing.Color) {
	return p.ink(border, faded).line, p.ink(text, faded).text
}

// LineText is the colour of what is written on a line.
func (p Palette) LineText(l scene.Look) drawing.Color { return p.lineInk(l).text }

// leastContrast is what text needs to be read in print and on screens, by WCAG 2.1 (1.4.3).
const leastContrast = 4.5

// strip is behind what was dropped: the darkest ground that texts stand on which may be faded.
var strip = drawing.Hex(0xF4F4F4)

// faint is the palest tint of a colour in which text can be read on a ground.
func faint(colour, ground drawing.Color) drawing.Color {
	for share := fade; share < 1; share += 0.01 {
		if tint := colour.Tint(share); contrast(tint, ground) >= leastContrast {
			return tint
		}
	}
	return colour
}

// contrast is that of two colours by WCAG 2.1: 1 to 21.
func contrast(a, b drawing.Color) float64 {
	lighter, darker := luminance(a), luminance(b)
	if lighter < darker {
		lighter, darker = darker, lighter
	}
	return (lighter + 0.05) / (darker + 0.05)
}

func luminance(c drawing.Color) float64 {
	linear := func(v uint8) float64 {
		if s := float64(v) / 255; s > 0.04045 {
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
