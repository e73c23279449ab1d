package render

import (
	"fmt"

	"icamo/render/drawing"
	"icamo/theory"
)

// key is one entry of the legend: a sample of a mark and what it means.
type key struct {
	sample func(p *painter, x, y float64) []drawing.Shape // drawn keyWidth wide, y its middle
	means  string
}

const (
	keyWidth = 20.0
	keyGap   = 11.0
	keyLine  = 11.5
)

// keys are the marks that occur in the figure, and none besides.
func (f *figure) keys(heuristic theory.Heuristic) []key {
	var keys []key
	sampleLine := func(l line, means string) {
		keys = append(keys, key{func(p *painter, x, y float64) []drawing.Shape {
			l := l
			l.from, l.to = &box{}, &box{}
			l.curve = curve{{X: x, Y: y}, {X: x + 6, Y: y}, {X: x + 12, Y: y}, {X: x + keyWidth, Y: y}}
			if l.sign != nil {
				l.sign = &pill{l.sign.text, around(drawing.Point{X: x + keyWidth/2 - 1, Y: y}, badgeTall, badgeTall)}
			}
			if l.tag != nil {
				l.tag = &pill{l.tag.text, around(drawing.Point{X: x + keyWidth/2 - 1, Y: y}, badgeTall, badgeTall)}
			}
			q := painter{face: p.face, palette: p.palette}
			q.line(&l)
			return q.groups[0].Shapes
		}, means})
	}
	has := func(test func(*line) bool) bool {
		for _, l := range f.lines {
			if test(l) {
				return true
			}
		}
		return false
	}
	for n := 1; n <= mostBacking; n++ {
		if has(func(l *line) bool {
			return !l.ghost && l.status.ClaimsSupport() && min(max(l.backing, 1), mostBacking) == n
		}) {
			sampleLine(line{status: theory.Supported, backing: n}, backingWords(n))
		}
	}
	for _, s := range theory.Statuses {
		if s == theory.Supported || !has(func(l *line) bool { return !l.ghost && l.status == s }) {
			continue
		}
		sample := line{status: s}
		if sign := statusSigns[string(s)]; sign != "" {
			sample.sign = &pill{text: sign}
		}
		sampleLine(sample, statusWords[s])
	}
	if has(func(l *line) bool { return l.effect == theory.Inhibits }) {
		sampleLine(line{status: theory.Supported, effect: theory.Inhibits}, "inhibits")
	}
	for _, c := range []struct {
		mark  mark
		means string
	}{{added, "added"}, {removed, "dropped"}, {changed, "changed"}} {
		if has(func(l *line) bool { return l.mark == c.mark }) || f.anyBox(func(b *box) bool { return b.mark == c.mark }) {
			sampleLine(line{status: theory.Supported, mark: c.mark, tag: &pill{text: string(c.mark)}}, c.means)
		}
	}
	if f.anyBox(func(b *box) bool { return b.ghost && b.mark == unmarked }) {
		keys = append(keys, key{func(p *painter, x, y float64) []drawing.Shape {
			return []drawing.Shape{drawing.Text{String: "label", X: x + 1, Y: y + textSize*0.36, Size: textSize, Color: p.palette.Ghost, Strike: true}}
		}, "dropped"})
	}
	if f.anyBox(func(b *box) bool { return len(b.pills) > 0 }) {
		keys = append(keys, key{func(p *painter, x, y float64) []drawing.Shape {
			at := around(drawing.Point{X: x + keyWidth - badgeTall/2 - 2, Y: y}, badgeTall, badgeTall)
			return p.pill(pill{"1", at}, p.palette.Line, drawing.Hex(0xFFFFFF), p.palette.Line)
		}, string(heuristic) + " configuration"})
	}
	return keys
}

func (f *figure) anyBox(test func(*box) bool) bool {
	for _, b := range f.boxes {
		if test(b) {
			return true
		}
	}
	return false
}

var statusWords = map[theory.Status]string{
	theory.Mixed:        "mixed evidence",
	theory.Hypothesised: "hypothesised",
	theory.NotTested:    "not tested",
	theory.NotActivated: "not activated",
	theory.Refuted:      "refuted",
}

func backingWords(n int) string {
	switch n {
	case 1:
		return "supported, 1 case"
	case mostBacking:
		return fmt.Sprintf("%d or more cases", n)
	}
	return fmt.Sprintf("%d cases", n)
}

// legend draws the keys from x, y down, as many a line as fit into width, and gives the height it took.
func (p *painter) legend(keys []key, x, y, width float64) float64 {
	if len(keys) == 0 {
		return 0
	}
	at, line := x, y+keyLine/2
	var shapes []drawing.Shape
	for _, k := range keys {
		w := keyWidth + 4 + p.face.Width(k.means, textSize, false)
		if at > x && at+w > x+width {
			at, line = x, line+keyLine
		}
		shapes = append(shapes, k.sample(p, at, line)...)
		shapes = append(shapes, drawing.Text{String: k.means, X: at + keyWidth + 4, Y: line + textSize*0.36, Size: textSize, Color: p.palette.Quiet})
		at += w + keyGap
	}
	p.group("legend", "", "", shapes...)
	return line + keyLine/2 - y
}
