package render

import (
	"fmt"
	"slices"
	"strconv"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/theory"
)

// key is one entry of the legend: a sample of a mark and what it means.
type key struct {
	sample func(p *painter, x, y float64) []drawing.Shape // drawn width wide, y its middle
	width  float64
	means  string
}

const (
	keyWidth = 20.0
	keyGap   = 11.0
	keyLine  = 11.5
)

// keys are the marks that occur in the figure, and none besides.
func (f *figure) keys() []key {
	lines, boxes := f.drawn(), f.shown()
	has := func(test func(*line) bool) bool { return slices.ContainsFunc(lines, test) }
	hasBox := func(test func(*box) bool) bool { return slices.ContainsFunc(boxes, test) }
	var keys []key
	for n := 1; n <= mostBacking; n++ {
		if has(func(l *line) bool { return !l.ghost() && l.link.Status.ClaimsSupport() && l.thickness() == n }) {
			keys = append(keys, lineKey(line{link: sampleLink(theory.Supported, ""), backing: n}, backingWords(n, len(keys) == 0)))
		}
	}
	for _, s := range theory.Statuses {
		if s == theory.Supported || !has(func(l *line) bool { return !l.ghost() && l.link.Status == s }) {
			continue
		}
		sample := line{link: sampleLink(s, "")}
		if sign := statusSigns[s]; sign != "" {
			sample.sign = &pill{text: sign}
		}
		keys = append(keys, lineKey(sample, statusWords[s]))
	}
	if has(func(l *line) bool { return l.link.Effect == theory.Inhibits }) {
		bar := lineKey(line{link: sampleLink(theory.Supported, theory.Inhibits)}, "inhibits")
		if !has(func(l *line) bool { return l.link.Effect == theory.Inhibits && l.mark == unmarked }) {
			bar = inLineColour(bar) // all that inhibit have the colour of their change: only the bar is theirs
		}
		keys = append(keys, bar)
	}
	for _, m := range []mark{added, removed, changed} {
		if has(func(l *line) bool { return l.mark == m }) || hasBox(func(b *box) bool { return b.mark == m }) {
			keys = append(keys, lineKey(line{link: sampleLink(theory.Supported, ""), mark: m, tag: &pill{text: string(m)}}, markWords[m]))
		}
	}
	if hasBox(func(b *box) bool { return b.ghost() && b.mark == unmarked }) {
		keys = append(keys, struckKey("dropped"))
	}
	if hasBox(func(b *box) bool { return b.shows.was != "" }) {
		keys = append(keys, struckKey("earlier label"))
	}
	if !hasBox(func(b *box) bool { return len(b.shows.badges) > 0 }) {
		return keys
	}
	keys = append(keys, badgeKey("1", f.badge.means))
	for i, name := range f.badge.names {
		if hasBox(func(b *box) bool { return slices.Contains(f.badge.numbers[b.shows.node], i+1) }) {
			keys = append(keys, badgeKey(strconv.Itoa(i+1), name))
		}
	}
	return keys
}

func sampleLink(status theory.Status, effect theory.Effect) *theory.Link {
	return &theory.Link{Status: status, Effect: effect, Source: &theory.Node{}, Target: &theory.Node{}}
}

// lineKey shows a line with its marks.
func lineKey(l line, means string) key {
	width := keyWidth
	if l.sign != nil || l.tag != nil {
		width += badgeTall
	}
	return key{func(p *painter, x, y float64) []drawing.Shape {
		l := l
		l.from, l.to = &box{shows: content{node: l.link.Source}}, &box{shows: content{node: l.link.Target}}
		l.to.at = geometry.Rect{X: x + width, Y: y - badgeTall/2, W: 1, H: badgeTall}
		l.Way = geometry.NewWay(geometry.Curve{{X: x, Y: y}, {X: x + 6, Y: y}, {X: x + 12, Y: y}, {X: x + width, Y: y}})
		middle := geometry.Around(geometry.Point{X: x + width/2 - 2, Y: y}, badgeTall, badgeTall)
		if l.sign != nil {
			l.sign = &pill{l.sign.text, middle}
		}
		if l.tag != nil {
			l.tag = &pill{l.tag.text, middle}
		}
		q := painter{face: p.face, palette: p.palette}
		q.line(&l)
		return q.groups[0].Shapes
	}, width, means}
}

// inLineColour shows a key in the colour of links that promote.
func inLineColour(k key) key {
	sample := k.sample
	k.sample = func(p *painter, x, y float64) []drawing.Shape {
		q := *p
		q.palette.Inhibit = q.palette.Line
		return sample(&q, x, y)
	}
	return k
}

func struckKey(means string) key {
	return key{func(p *painter, x, y float64) []drawing.Shape {
		return []drawing.Shape{drawing.Text{String: "label", X: x + 1, Y: y + textSize*0.36, Size: textSize, Color: p.palette.Ghost, Strike: true}}
	}, keyWidth, means}
}

func badgeKey(text, means string) key {
	return key{func(p *painter, x, y float64) []drawing.Shape {
		w := badgeWidth(p.face, text)
		at := geometry.Rect{X: x + badgeTall - w, Y: y - badgeTall/2, W: w, H: badgeTall}
		return p.pill(pill{text, at}, p.palette.Line, drawing.Hex(0xFFFFFF), p.palette.Line)
	}, badgeTall, means}
}

var statusWords = map[theory.Status]string{
	theory.Mixed:        "mixed evidence",
	theory.Hypothesised: "hypothesised",
	theory.NotTested:    "not tested",
	theory.NotActivated: "not activated",
	theory.Refuted:      "refuted",
}

// backingWords says what the width of a line means; the first says also what all these lines mean.
func backingWords(n int, first bool) string {
	words := theory.Counted(n, "case")
	if n == mostBacking {
		words = fmt.Sprintf("%d or more cases", n)
	}
	if first {
		return "supported, " + words
	}
	return words
}

// legend draws the keys from x, y down, as many a line as fit into width, and gives the height it took.
func (p *painter) legend(keys []key, x, y, width float64) float64 {
	if len(keys) == 0 {
		return 0
	}
	const gap = 4
	at, line := x, y+keyLine/2
	var shapes []drawing.Shape
	for _, k := range keys {
		w := k.width + gap + p.face.Width(k.means, textSize, false)
		if at > x && at+w > x+width {
			at, line = x, line+keyLine
		}
		shapes = append(shapes, k.sample(p, at, line)...)
		for i, text := range trimmed(p.face.Wrap(k.means, textSize, max(width-k.width-gap, 20), false)) {
			if i > 0 {
				line += lineGap
			}
			shapes = append(shapes, drawing.Text{String: text, X: at + k.width + gap, Y: line + textSize*0.36, Size: textSize, Color: p.palette.Quiet})
		}
		at += w + keyGap
	}
	p.group("legend", "", "", shapes...)
	return line + keyLine/2 - y
}
