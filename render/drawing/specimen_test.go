package drawing

import (
	"testing"

	"icamo/render/geometry"
)

// specimen draws each kind of shape and text once.
func specimen(t testing.TB) *Drawing {
	t.Helper()
	f := liberation(t)
	ink, blue, red, grey := Hex(0x37474f), Hex(0x0072b2), Hex(0xb00020), Hex(0x78909c)
	d := &Drawing{
		Width: 360, Height: 300, Face: f, Lang: "en",
		Title: "Specimen: “peers” & <others>", Desc: "Two boxes in two lanes, joined by links of each kind.",
	}
	add := func(id, class, name string, shapes ...Shape) {
		d.Groups = append(d.Groups, Group{ID: id, Class: class, Name: name, Shapes: shapes})
	}
	filled := func(p Path, fill, stroke Color, width float64) Path {
		p.Fill, p.Stroke, p.LineWidth = fill, stroke, width
		return p
	}
	add("", "title", "", Text{String: d.Title, X: 12, Y: 18, Size: 11, Bold: true, Color: Hex(0x111111)})
	for i, name := range []string{"INTERVENTION", "MECHANISM"} {
		x := 12 + 190*float64(i)
		add("", "lane", "", filled(RoundRect(geometry.Rect{X: x, Y: 28, W: 146, H: 150}, 4), blue.Tint(0.07), Color{}, 0),
			Text{String: name, X: x + 73, Y: 42, Size: 8, Bold: true, Color: blue, Anchor: Middle, Spacing: 0.5})
	}
	box := func(id, label string, x, y float64) {
		const width, size = 110, 8
		lines := f.Wrap(label, size, width-16, false)
		height := 14 + float64(len(lines))*f.LineHeight(size)
		shapes := []Shape{
			filled(RoundRect(geometry.Rect{X: x, Y: y, W: width, H: height}, 3), Hex(0xffffff), blue, 1),
			filled(RoundRect(geometry.Rect{X: x, Y: y, W: 4, H: height}, 2), blue, Color{}, 0),
		}
		for i, l := range lines {
			shapes = append(shapes, Text{String: l, X: x + 9, Y: y + 7 + f.Ascent(size) + float64(i)*f.LineHeight(size), Size: size, Color: ink, Continues: i > 0})
		}
		shapes = append(shapes, filled(circle(x+width-8, y, 5), blue, Hex(0xffffff), 0.8),
			Text{String: "2", X: x + width - 8, Y: y + 2.2, Size: 6, Bold: true, Color: Hex(0xffffff), Anchor: Middle})
		add(id, "node", label, shapes...)
	}
	box("sharing", "Peers share their own stories, AV To Wa", 30, 56)
	box("self-image", "More positive self-image, less self-stigma", 220, 56)
	box("umlaut", "Tænk på Åse, Jürgen & Ελένη – Женя", 30, 120)
	box("hebrew", "Hebrew תקווה means hope", 220, 120)

	curve := func(y, width float64, dash []float64) Path {
		var p Path
		p.MoveTo(140, y)
		p.CubicTo(170, y-6, 190, y+8, 214, y)
		p.Stroke, p.LineWidth, p.Dash = ink, width, dash
		return p
	}
	head := filled(Polygon(geometry.Point{X: 220, Y: 66}, geometry.Point{X: 213, Y: 63.4}, geometry.Point{X: 213, Y: 68.6}), ink, Color{}, 0)
	add("sharing -> self-image", "link", "supported", curve(66, 1.6, nil), head)
	add("", "link", "hypothesised", curve(80, 1, []float64{4, 3}))
	add("", "link", "not tested", curve(130, 1.4, []float64{0, 3}))
	bar := Polyline(geometry.Point{X: 217, Y: 139}, geometry.Point{X: 217, Y: 149})
	bar.Stroke, bar.LineWidth, bar.Butt = red, 1.6, true
	inhibits := curve(144, 1, nil)
	inhibits.Stroke = red
	add("umlaut -> hebrew (inhibits)", "link", "inhibits", inhibits, bar)

	add("dropped", "node", "dropped", Text{String: "Struck-through label", X: 12, Y: 196, Size: 8, Color: grey, Strike: true},
		Text{String: "struck at an angle ", X: 120, Y: 206, Size: 8, Color: grey, Strike: true, Anchor: Middle, Rotate: -12})
	add("", "lane", "", Text{String: "OUTCOME", X: 352, Y: 104, Size: 8, Bold: true, Color: blue, Anchor: Middle, Rotate: -90, Spacing: 0.5})
	for i, a := range []Anchor{Start, Middle, End} {
		add("", "legend", "", Text{String: "anchor 7 pt gjpqy ÄÖÅ  ", X: 250, Y: 196 + 9*float64(i), Size: 7, Color: ink, Anchor: a})
	}
	guide := Polyline(geometry.Point{X: 250, Y: 186}, geometry.Point{X: 250, Y: 218})
	guide.Stroke, guide.LineWidth = red, 0.25
	add("", "legend", "", guide)
	for i, size := range []float64{5, 6, 7, 9, 14} {
		add("", "caption", "", Text{String: "Hamburgefonstiv ± × − → 0123456789", X: 12, Y: 222 + 4.4*float64(i*i)/2 + 8*float64(i), Size: size, Color: ink})
	}
	return d
}

// circle is a circle around x, y.
func circle(x, y, radius float64) Path {
	return RoundRect(geometry.Rect{X: x - radius, Y: y - radius, W: 2 * radius, H: 2 * radius}, radius)
}
