package render

import (
	"fmt"
	"strings"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/paint"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
)

// DOT is the figure in Graphviz's language, with its texts, for other tools to lay out and draw.
func DOT(t *theory.Theory, o Options) ([]byte, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	o.inLanes()
	s, err := scene.New(t, o.Options)
	if err != nil {
		return nil, err
	}
	o.Bare = true // other tools draw no more than boxes and lines
	return place.DOT(fit.New(s, o.Paper).Best(), &place.Style{Box: boxDOT, Line: lineDOT}), nil
}

// boxDOT says how Graphviz is to draw a box.
func boxDOT(b *fit.Box) string {
	style := ""
	if b.Dropped() {
		style = ", style=dashed"
	}
	lines := make([]string, len(b.Text))
	for i, line := range b.Text {
		lines[i] = strings.TrimRight(line, " ")
	}
	if b.Joins != "" {
		lines = append(lines, b.FormerText...)
	}
	return fmt.Sprintf(", label=%s, tooltip=%s, color=%q%s", quoteDOT(strings.Join(lines, "\n")), quoteDOT(b.ID()), hex(paint.Color.Kinds[b.Kind()]), style)
}

// lineDOT says how Graphviz is to draw a link.
func lineDOT(l *fit.Line, back bool) string {
	end, direction, head := "arrowhead", "forward", "normal"
	if back {
		end, direction = "arrowtail", "back"
	}
	colour := paint.Color.Line
	if l.Look().Effect == theory.Inhibits {
		head, colour = "tee", paint.Color.Inhibit
	}
	style := "solid"
	switch {
	case l.Dropped() || l.Link.Status == theory.NotTested || l.Link.Status == theory.NotActivated:
		style = "dotted"
	case l.Link.Status == theory.Hypothesised:
		style = "dashed"
	}
	return fmt.Sprintf(", tooltip=%s, dir=%s, %s=%s, color=%q, style=%s", quoteDOT(l.Link.ID), direction, end, head, hex(colour), style)
}

func hex(c drawing.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// quoteDOT writes a text so that Graphviz shows just that: its escapes (\N, \G) and entities (&lt;) are taken away.
func quoteDOT(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;", "\n", `\n`, "\r", "", "\x00", "").Replace(text) + `"`
}
