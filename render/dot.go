package render

import (
	"fmt"
	"slices"
	"strings"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/paint"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/wording"
)

// DOT is the figure in Graphviz's language, with its texts, for other tools to lay out and draw. What a line shows that has no look
// of its own there is written on it, and a line under the title says what the looks mean. The second result is what has no place.
func DOT(t *theory.Theory, o Options) ([]byte, []string, error) {
	if err := o.complete(); err != nil {
		return nil, nil, err
	}
	o.inLanes()
	s, err := scene.New(t, o.Options)
	if err != nil {
		return nil, nil, err
	}
	o.Bare = true // other tools draw no more than boxes and lines
	style := dotStyle{o.Palette, wording.Of(t)}
	graph := ""
	if heading := style.heading(s); heading != "" {
		graph = ", labelloc=t, label=" + quoteDOT(heading)
	}
	dot := place.DOT(fit.New(s, o.Paper).Best(), &place.Style{Graph: graph, Box: style.box, Line: style.line, Written: writtenDOT})
	return dot, lostInText(s, boxSigns), nil
}

// dotStyle says how Graphviz is to draw a figure.
type dotStyle struct {
	palette paint.Palette
	words   *wording.Language
}

// heading is the title, and below it what the looks of lines and the signs mean that occur.
func (d dotStyle) heading(s *scene.Scene) string {
	var lines []string
	if title := s.Frame.Title; title != "" {
		lines = append(lines, title)
	}
	if keys := d.keys(s); len(s.Frame.Keys) > 0 && len(keys) > 0 { // else no legend is wanted, or nothing has a mark
		lines = append(lines, inLines(keys)...)
	}
	return strings.Join(lines, "\n")
}

// inLines are keys on lines that are not wider than most figures.
func inLines(keys []string) []string {
	const most = 110
	lines := keys[:1:1]
	for _, key := range keys[1:] {
		if last := &lines[len(lines)-1]; len(*last)+len(key) < most {
			*last += "; " + key
		} else {
			lines = append(lines, key)
		}
	}
	return lines
}

func (d dotStyle) keys(s *scene.Scene) []string {
	var keys []string
	key := func(means string, of func(*scene.Line) bool) {
		if slices.ContainsFunc(s.DrawnLines(), of) {
			keys = append(keys, means)
		}
	}
	plain := func(l *scene.Line) bool { return l.Look().Relation == scene.NoRelation && !l.Dropped() }
	status := func(of theory.Status) func(*scene.Line) bool {
		return func(l *scene.Line) bool {
			return plain(l) && !l.InCase() && l.Link.Unreviewed == "" && l.Look().Status == of
		}
	}
	word := func(w theory.Status) string { return d.words.Word(string(w)) }
	key(d.words.Say("whole line: {1}", word(theory.Supported)), status(theory.Supported))
	key(d.words.Say("dashes: {1}", word(theory.Hypothesised)), status(theory.Hypothesised))
	key(d.words.Say("dots: {1}", word(theory.NotTested)), status(theory.NotTested))
	key("± "+word(theory.Mixed), status(theory.Mixed))
	key("× "+word(theory.Refuted), status(theory.Refuted))
	key(theory.Inhibits.Arrow()+" "+d.words.Word(string(theory.Inhibits)), func(l *scene.Line) bool {
		look := l.Look()
		return look.Relation == scene.NoRelation && look.Effect == theory.Inhibits
	})
	for _, k := range s.Frame.Keys {
		switch {
		case k.Line.Mark != scene.Unmarked:
			keys = append(keys, string(k.Line.Mark)+" "+k.Means)
		case k.Line.Relation == scene.Ripples && !k.Line.Necessary: // what else joins configurations is written out
			keys = append(keys, k.Line.Effect.Arrow()+k.Line.Sign()+" "+k.Means)
		case k.Kind == scene.TagKey:
			keys = append(keys, k.Badge.Text+" "+k.Means)
		case k.Kind == scene.BoxKey && (k.Faded || k.Kept): // it names the look
			keys = append(keys, k.Means)
		}
	}
	return keys
}

// box says how Graphviz is to draw a box.
func (d dotStyle) box(b *fit.Box) string {
	lines := make([]string, len(b.Text))
	for i, line := range b.Text {
		lines[i] = strings.TrimRight(line, " ")
	}
	if b.Mark != scene.Unmarked {
		lines[0] = string(b.Mark) + " " + lines[0]
	}
	if b.Joins != "" {
		lines = append(lines, b.FormerText...)
	}
	if tags := texts(b.Tags); len(tags) > 0 {
		lines = append(lines, strings.Join(tags, " "))
	}
	colour, text, style := d.palette.Kinds[b.Kind()], d.palette.Text, ""
	switch {
	case b.Dropped():
		colour, text, style = d.palette.Dropped, d.palette.Dropped, ", style=dashed"
		if b.Mark == scene.Unmarked {
			lines = append(lines, "("+d.words.Say("dropped")+")")
		}
	case b.Node.Unreviewed != "":
		lines = append(lines, "("+d.words.NotReviewed()+")")
	}
	if b.Kept {
		colour = d.palette.Dropped
	}
	colour, text = d.palette.Inks(colour, text, b.Faded)
	return fmt.Sprintf(", label=%s, tooltip=%s, color=%q, fontcolor=%q%s", quoteDOT(strings.Join(lines, "\n")), quoteDOT(b.ID()), hex(colour), hex(text), style)
}

// texts are tags as they are written.
func texts(tags []scene.Tag) []string {
	all := make([]string, len(tags))
	for i, tag := range tags {
		all[i] = string(tag)
	}
	return all
}

// line says how Graphviz is to draw a link.
func (d dotStyle) line(l *fit.Line, back bool) string {
	end, direction, head := "arrowhead", "forward", "normal"
	if back {
		end, direction = "arrowtail", "back"
	}
	look := l.Look()
	switch {
	case look.Effect == theory.Inhibits:
		head = "tee"
	case look.Relation == scene.Rivals:
		head = "none"
	}
	style := "solid"
	switch {
	case look.Dropped || look.Status == theory.NotTested || look.Status == theory.NotActivated:
		style = "dotted"
	case look.Status == theory.Hypothesised:
		style = "dashed"
	}
	colour, text := hex(d.palette.LineColour(look)), hex(d.palette.LineText(look))
	return fmt.Sprintf(", tooltip=%s, dir=%s, %s=%s, color=%q, fontcolor=%q, style=%s", quoteDOT(l.Link.ID), direction, end, head, colour, text, style)
}

// writtenDOT is what stands on a line.
func writtenDOT(l *fit.Line) string {
	if written := l.Written(); written != "" {
		return ", label=" + quoteDOT(written)
	}
	return ""
}

func hex(c drawing.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// quoteDOT writes a text so that Graphviz shows just that: its escapes (\N, \G) and entities (&lt;) are taken away.
func quoteDOT(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;", "\n", `\n`, "\r", "", "\x00", "").Replace(text) + `"`
}
