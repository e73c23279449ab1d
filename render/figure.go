package render

import (
	"slices"
	"strconv"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/theory"
)

// figure is what a drawing shows: boxes in lanes, lines between them, each with its marks. It is first chosen from the
// theory, then measured, ranked and placed.
type figure struct {
	boxes   []*box
	lines   []*line
	columns bool // lanes stand side by side and links run to the right; else they lie above one another and links run down
	ranks   int  // how many ranks all lanes have together
	area    geometry.Rect
	tall    bool    // it was said that it is higher than a page
	beside  float64 // what stands above and below the layout, in height
	bands   []band

	versions   [2]*theory.Theory // the earlier and the later one, of a figure of two
	part       part              // what it shows; of two versions, the one drawn, or the later one
	badge      badges            // what the numbers on boxes mean
	empty      string            // why there is nothing to draw, where that needs saying
	unlabelled int               // links whose label found no room
}

// box is a node in the figure.
type box struct {
	name   string // of the box in the layout
	lane   theory.Kind
	shows  content
	room   []content // what it shows in the other figures of the same layout, and must be large enough for
	hidden bool      // only there in another figure of the same layout
	mark   mark
	faded  bool // outside what is highlighted
	focus  bool // what the figure is about
	loose  bool // no line joins it to another box
	looped bool // a line joins it to itself

	text  []string // the label, wrapped
	was   []string // the earlier label, wrapped
	rank  int
	at    geometry.Rect
	pills []pill // badges, placed
}

// content is what a box says of a node.
type content struct {
	node   *theory.Node
	badges []string
	was    string // the label that it had before, shown struck through
}

func (b *box) id() string        { return b.shows.node.ID }
func (b *box) label() string     { return b.shows.node.Label }
func (b *box) kind() theory.Kind { return b.shows.node.Kind } // gives the colour
func (b *box) ghost() bool       { return !b.shows.node.Live() || b.mark == removed }

// line is a link in the figure.
type line struct {
	name     string
	from, to *box
	link     *theory.Link
	backing  int // distinct cases, or sources where no case is named, behind it
	label    string
	room     float64 // the widest that it is in the figures of the same layout; 0 where there are no others
	hidden   bool    // only there in another figure of the same layout
	mark     mark
	faded    bool

	geometry.Way       // from box to box
	sign         *pill // ± or ×
	tag          *pill // change mark
	words        *pill // label
}

func (l *line) ghost() bool { return !l.link.Live() || l.mark == removed }

// mark says what became of an element between two versions.
type mark string

const (
	unmarked mark = ""
	added    mark = "+"
	removed  mark = "−"
	changed  mark = "~"
)

// pill is a small text in a rounded box.
type pill struct {
	text string
	at   geometry.Rect
}

// band is a lane, placed.
type band struct {
	kind  theory.Kind
	at    geometry.Rect
	title drawing.Text
}

// newFigure makes boxes and lines of a part.
func newFigure(p part, o Options) *figure {
	f := &figure{part: p, badge: newBadges(p, o)}
	boxes := make(map[*theory.Node]*box, len(p.nodes))
	for _, n := range p.nodes {
		b := f.addBox(n)
		if role, ok := p.roles[n]; ok {
			b.lane = role
		}
		b.focus = n == p.focus
		boxes[n] = b
	}
	for _, l := range p.links {
		if from, to := boxes[l.Source], boxes[l.Target]; from != nil && to != nil {
			f.addLine(from, to, l, o)
		}
	}
	return f
}

func (f *figure) addBox(n *theory.Node) *box {
	b := &box{name: "n" + strconv.Itoa(len(f.boxes)), lane: n.Kind, shows: content{node: n, badges: f.badge.of(n)}}
	f.boxes = append(f.boxes, b)
	return b
}

func (f *figure) addLine(from, to *box, l *theory.Link, o Options) *line {
	line := &line{name: "e" + strconv.Itoa(len(f.lines)), from: from, to: to}
	line.show(f.part.theory, l, o)
	f.lines = append(f.lines, line)
	return line
}

// show has a line stand for a link of a theory.
func (l *line) show(t *theory.Theory, link *theory.Link, o Options) {
	l.link, l.backing, l.label = link, t.Backing(link.SupportedBy), linkLabel(t, link, o.Labels)
}

// lanes are the kinds that the figure has boxes of, in order.
func (f *figure) lanes() []theory.Kind {
	var lanes []theory.Kind
	for _, kind := range theory.Kinds {
		if slices.ContainsFunc(f.boxes, func(b *box) bool { return b.lane == kind }) {
			lanes = append(lanes, kind)
		}
	}
	return lanes
}

// shown are the boxes that are drawn.
func (f *figure) shown() []*box {
	return slices.DeleteFunc(slices.Clone(f.boxes), func(b *box) bool { return b.hidden })
}

// drawn are the lines that are drawn.
func (f *figure) drawn() []*line {
	return slices.DeleteFunc(slices.Clone(f.lines), func(l *line) bool { return l.hidden })
}
