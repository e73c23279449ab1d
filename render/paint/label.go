package paint

import (
	"strings"

	"icamo/render/drawing"
	"icamo/render/fit"
)

// label sets the lines of a label in one style. One that is read from the right ends at the right edge.
func label(lines []fit.Text, right float64, style drawing.Text) []drawing.Shape {
	var whole strings.Builder
	for _, line := range lines {
		whole.WriteString(line.String)
	}
	style.RightToLeft = drawing.RightToLeft(whole.String())
	shapes := make([]drawing.Shape, len(lines))
	for i, line := range lines {
		set := style
		set.String, set.X, set.Y, set.Continues = line.String, line.X, line.Y, i > 0
		if set.RightToLeft {
			set.X, set.Anchor = right, drawing.End
		}
		shapes[i] = set
	}
	return shapes
}
