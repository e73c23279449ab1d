package paint

import (
	"icamo/render/drawing"
	"icamo/render/scene"
	"icamo/theory"
)

// Palette is the set of colours of a figure. No meaning hangs on colour alone: kinds also have their lanes, effects
// their line ends, statuses their dashes and badges.
type Palette struct {
	Name    string
	Kinds   map[theory.Kind]drawing.Color
	Line    drawing.Color // links that promote
	Inhibit drawing.Color
	Dropped drawing.Color // what is no longer part of the theory
	Text    drawing.Color
	Quiet   drawing.Color // the legend's text, captions
	Added   drawing.Color
	Removed drawing.Color
	Changed drawing.Color
	Lanes   map[theory.Kind]drawing.Color
}

// Color is told apart by colour-blind readers: it starts from the colours of Okabe and Ito (2008), darkened where needed
// to stand out from white.
var Color = Palette{
	Name:    "color",
	Kinds:   coloured,
	Lanes:   tinted(coloured, 0.08),
	Line:    drawing.Hex(0x37474F),
	Inhibit: drawing.Hex(0xB00020),
	Dropped: drawing.Hex(0x6E6E6E),
	Text:    drawing.Hex(0x111111),
	Quiet:   drawing.Hex(0x333333),
	Added:   drawing.Hex(0x00785A),
	Removed: drawing.Hex(0xB00020),
	Changed: drawing.Hex(0x0059A0),
}

var coloured = map[theory.Kind]drawing.Color{
	theory.Intervention: drawing.Hex(0x0072B2),
	theory.Context:      drawing.Hex(0x986000),
	theory.Actor:        drawing.Hex(0x56626B),
	theory.Mechanism:    drawing.Hex(0x00785A),
	theory.Outcome:      drawing.Hex(0x9B4F7C),
	scene.Configuration: drawing.Hex(0x3F4E8C),
}

// tinted are lanes that have some share of the colour of their kind.
func tinted(kinds map[theory.Kind]drawing.Color, share float64) map[theory.Kind]drawing.Color {
	lanes := make(map[theory.Kind]drawing.Color)
	for kind, colour := range kinds {
		lanes[kind] = colour.Tint(share)
	}
	return lanes
}

// Grey prints the same on any printer. All kinds stand out alike; their lanes grow darker from what is done to what comes of it, so that
// any two that are neighbours differ.
var Grey = Palette{
	Name: "grey",
	Kinds: map[theory.Kind]drawing.Color{
		theory.Intervention: drawing.Hex(0x262626),
		theory.Context:      drawing.Hex(0x262626),
		theory.Actor:        drawing.Hex(0x262626),
		theory.Mechanism:    drawing.Hex(0x262626),
		theory.Outcome:      drawing.Hex(0x262626),
		scene.Configuration: drawing.Hex(0x262626),
	},
	Lanes: map[theory.Kind]drawing.Color{
		theory.Intervention: drawing.Hex(0xF8F8F8),
		theory.Context:      drawing.Hex(0xF1F1F1),
		theory.Actor:        drawing.Hex(0xEAEAEA),
		theory.Mechanism:    drawing.Hex(0xE3E3E3),
		theory.Outcome:      drawing.Hex(0xDCDCDC),
		scene.Configuration: drawing.Hex(0xF1F1F1),
	},
	Line:    drawing.Hex(0x303030),
	Inhibit: drawing.Hex(0x000000),
	Dropped: drawing.Hex(0x6E6E6E),
	Text:    drawing.Hex(0x000000),
	Quiet:   drawing.Hex(0x333333),
	Added:   drawing.Hex(0x000000),
	Removed: drawing.Hex(0x000000),
	Changed: drawing.Hex(0x000000),
}

// Palettes are all palettes, the first the one used unless another is asked for.
var Palettes = []Palette{Color, Grey}

// LineColour is the colour of a line by what it joins, its effect, its change and whether it was dropped. One that is refuted is
// grey whatever became of it: it never reads as a claim.
func (p Palette) LineColour(l scene.Look) drawing.Color {
	colour := p.Line
	if l.Effect == theory.Inhibits {
		colour = p.Inhibit
	}
	change, changed := p.ChangeColour(l.Mark)
	switch {
	case l.Relation == scene.Ripples && l.Refuted():
		colour = p.Dropped.Tint(broad)
	case l.Relation == scene.Ripples && l.Effect == theory.Inhibits:
		colour = p.Inhibit.Tint(broad)
	case l.Relation == scene.Ripples:
		colour = p.Quiet.Tint(broad)
	case l.Relation != scene.NoRelation:
		colour = p.Quiet
	case changed && !l.Refuted():
		colour = change
	case l.Kept || l.Dropped || l.Refuted():
		colour = p.Dropped
	}
	if l.Faded {
		colour = colour.Tint(fade)
	}
	return colour
}

// ChangeColour is that of a change; it is not ok where the claim stayed as it was.
func (p Palette) ChangeColour(m scene.Mark) (drawing.Color, bool) {
	switch {
	case m.Stayed():
		return drawing.Color{}, false
	case m.Came():
		return p.Added, true
	case m.Went():
		return p.Removed, true
	}
	return p.Changed, true
}

// lineInk is the ink of signs and labels on a line.
func (p Palette) lineInk(l scene.Look) ink {
	faded := l.Faded
	l.Faded, l.Relation = false, scene.NoRelation // a sign on a broad line is as dark as on others
	return p.ink(p.LineColour(l), faded)
}

// broad is how much of its colour a broad line has, on which its head stands out.
const broad = 0.55

// fade is how much of its colour an element keeps that is faded: outside what is highlighted, or not known in a case.
const fade = 0.36
