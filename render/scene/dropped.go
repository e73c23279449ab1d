package scene

import (
	"cmp"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// Dropped says where a figure shows what is no longer part of the theory.
type Dropped string

// In a strip below the lanes, with the links that fell away with it; in its place among what is left; or nowhere.
const (
	InStrip Dropped = "strip"
	InPlace Dropped = "place"
	Nowhere Dropped = "hide"
)

// DroppedElsewhere are the other places in which the figure could show what was dropped, and so be lower: the one that tells most
// first.
func (s *Scene) DroppedElsewhere(than Dropped) []Dropped {
	all := []Dropped{InPlace, InStrip, Nowhere}
	if !s.dropsFreely() || !slices.ContainsFunc(s.ShownBoxes(), (*Box).Dropped) && !slices.ContainsFunc(s.ShownLines(), (*Line).Dropped) {
		return nil
	}
	return all[slices.Index(all, cmp.Or(than, InStrip))+1:]
}

// setDropped puts what was dropped where it is to be. In place it stays, and so it does where all else is gone.
func (s *Scene) setDropped(to Dropped) {
	if to == InPlace || !slices.ContainsFunc(s.Boxes, func(b *Box) bool { return !b.Hidden && !b.Dropped() }) {
		return
	}
	s.alone = true
	var gone gone
	out := make(map[*Box]bool)
	boxes, lines, onSteps := s.Boxes, s.Lines, s.OnSteps
	s.Boxes, s.Lines, s.OnSteps = nil, nil, nil
	for _, b := range boxes {
		b.Others = nil
		switch {
		case b.Hidden:
		case b.Dropped():
			out[b] = true
			gone.box(b)
		default:
			s.Boxes = append(s.Boxes, b)
		}
	}
	stays := make(map[*Line]bool)
	for _, l := range lines {
		l.Others = nil
		switch {
		case l.Hidden:
		case l.Dropped() || out[l.From] || out[l.To]:
			gone.line(l)
		default:
			stays[l] = true
			s.Lines = append(s.Lines, l)
		}
	}
	for _, l := range onSteps {
		l.Others = nil
		switch {
		case l.Hidden:
		case l.Dropped() || out[l.From] || !stays[l.Onto]:
			gone.line(l)
		default:
			s.OnSteps = append(s.OnSteps, l)
		}
	}
	if to == Nowhere {
		s.left = s.words().List(gone.counted(s.words()))
		return
	}
	s.Fallen = gone.lines
	items := gone.told(s)
	s.Strip = Strip{s.goneTitle(items), items}
}

// goneTitle is the heading of what was dropped.
func (s *Scene) goneTitle(items []*Item) string {
	switch r := s.revision; {
	case r != nil && !r.Ordered:
		return wording.Capital(s.words().List(s.whereGone(items)))
	case r != nil:
		return s.words().Say("No longer part of the theory")
	}
	return s.words().Say("Dropped")
}

// whereGone says of two versions side by side what became of the items: each kind that there is.
func (s *Scene) whereGone(items []*Item) []string {
	has := func(test func(Mark) bool) bool {
		return slices.ContainsFunc(items, func(i *Item) bool { return test(i.Mark) })
	}
	var said []string
	for _, k := range []revision.Kind{revision.WasRemoved, revision.WasDropped} {
		if has(func(m Mark) bool { return m.Has(k) }) {
			said = append(said, s.revision.Words(s.words(), k))
		}
	}
	if has(func(m Mark) bool { return !m.Went() }) {
		said = append(said, s.words().Say("dropped in both"))
	}
	return said
}

// droppedInBoth names the nodes that are part of neither version; "" for none.
func (s *Scene) droppedInBoth() string {
	names := labelsOf(s.ShownBoxes(), func(b *Box) bool { return b.Dropped() && !b.Mark.Went() })
	if len(names) == 0 {
		return ""
	}
	return s.words().Say("Nodes dropped in both versions: {1}.", s.words().List(names))
}

// withoutDropped says what was dropped and is left out of the figure; "" for nothing.
func (s *Scene) withoutDropped() string {
	if s.left == "" {
		return ""
	}
	return s.words().Say("Not shown: {1}, no longer part of the theory.", s.left)
}

// Strip tells, below the lanes, of what was dropped.
type Strip struct {
	Title string
	Items []*Item // none where nothing was
}

// Item is what the strip tells at one place: of a node, with the links that fell away with it; or of a link that was dropped
// between nodes that live on.
type Item struct {
	Box  *Box  // nil for a link
	Line *Line // of a link
	Mark Mark
	Text string // of a node: its role, its horizon and its links; of a link: what it joined

	reason string // why it was dropped, "" for what the strip does not tell
	spare  Spare  // how soon a page does without the reason
}

// Spare says which reasons a strip tells: some are left out where a page has no room for them, those of links before those that an
// overlay, which has changes to tell, has of nodes.
type Spare int

// A strip tells the reasons of its spare, and those before it.
const (
	NoSpare Spare = iota
	SpareOfNodes
	SpareOfLinks
)

// Told is the text with the reason behind it, where the strip tells that.
func (i *Item) Told(upTo Spare) string {
	if i.reason == "" || i.spare > upTo {
		return i.Text
	}
	return i.Text + ". " + i.reason
}

// More is the next of the reasons that may be left out, after some; not ok where the strip has no more of them.
func (s *Strip) More(after Spare) (next Spare, ok bool) {
	for next = after + 1; next <= SpareOfLinks; next++ {
		if slices.ContainsFunc(s.Items, func(i *Item) bool { return i.reason != "" && i.spare == next }) {
			return next, true
		}
	}
	return after, false
}

// reasons tell in words why what the strip tells of was dropped.
func (s *Scene) reasons() []string {
	var told []string
	for _, item := range s.Strip.Items {
		name := ""
		switch {
		case item.reason == "":
			continue
		case item.Line != nil:
			name = item.Line.Link.Step()
		default:
			name = item.Box.Label()
		}
		told = append(told, s.words().Say("Why {1} was dropped: {2}", name, closed(item.reason)))
	}
	return told
}

// longestReason is how many characters of a reason the strip has room for: a longer one is told by tables and pages.
const longestReason = 100

// reason is why something was dropped, where that is short.
func reason(dropped string) string {
	if len([]rune(dropped)) > longestReason {
		return ""
	}
	return wording.Capital(dropped)
}

// gone collects what was dropped.
type gone struct {
	boxes []*Box
	lines []*Line
}

func (g *gone) box(b *Box)   { g.boxes = append(g.boxes, b) }
func (g *gone) line(l *Line) { g.lines = append(g.lines, l) }

// counted counts it: "2 nodes", "1 link"; nothing of what there is none of.
func (g *gone) counted(words *wording.Language) []string {
	var counts []string
	for _, c := range []struct {
		n    int
		what string
	}{{len(g.boxes), "node"}, {len(g.lines), "link"}} {
		if c.n > 0 {
			counts = append(counts, words.Counted(c.n, c.what))
		}
	}
	return counts
}

// told are the items of the strip: each box with its lines, and then the lines between boxes that live on.
func (g *gone) told(s *Scene) []*Item {
	words := s.words()
	var items []*Item
	from, to := make(map[*Box][]string), make(map[*Box][]string)
	var between []*Line
	for _, l := range g.lines {
		switch end := g.tells(l); {
		case end == nil:
			between = append(between, l)
		case l.Onto != nil && end == l.From:
			to[end] = append(to[end], inhibiting(words, l.Link, l.Onto.Link.Step()))
		case l.Onto != nil:
			from[end] = append(from[end], inhibiting(words, l.Link, words.Say("{1}, on the step {2}", farEnd(l, l.From, l.Link.Source), l.Onto.Link.Step())))
		case end == l.From:
			to[end] = append(to[end], inhibiting(words, l.Link, farEnd(l, l.To, l.Link.Target)))
		default:
			from[end] = append(from[end], inhibiting(words, l.Link, farEnd(l, l.From, l.Link.Source)))
		}
	}
	ofNodes := NoSpare
	if s.revision != nil {
		ofNodes = SpareOfNodes
	}
	for _, b := range g.boxes {
		said := s.LaneName(b.Lane)
		if b.Node.Horizon != "" {
			said += ", " + words.Word(string(b.Node.Horizon))
			b.HorizonTag = ""
		}
		if links := linksOf(words, from[b], to[b]); links != "" {
			said += "; " + links
		}
		items = append(items, &Item{Box: b, Mark: b.Mark, Text: said, reason: reason(b.Node.Dropped), spare: ofNodes})
	}
	for _, l := range between {
		items = append(items, &Item{Line: l, Mark: l.Mark, Text: s.nameInCase(l), reason: reason(l.Link.Dropped), spare: SpareOfLinks})
	}
	return items
}

// farEnd names an end of a line: of one that went by the name that it had.
func farEnd(l *Line, b *Box, was *theory.Node) string {
	if l.Mark.Went() && was != nil {
		return was.Label
	}
	return b.Label()
}

// nameInCase is a link that was dropped by its ends, with what evidence of the case says of it, where one is shown.
func (s *Scene) nameInCase(l *Line) string {
	name := arrowFirst.Replace(l.Link.Step())
	if s.Case == nil {
		return name
	}
	there := *l
	there.Faded = false
	there.seenIn(s.Theory, s.Case)
	return name + ": " + there.evidenceIn()
}

// arrowFirst has a link that is broken into lines begin the second one with its arrow.
var arrowFirst = strings.NewReplacer("→ ", "→"+nonBreaking, "⊣ ", "⊣"+nonBreaking)

// Faded says whether what the item tells of is.
func (i *Item) Faded() bool { return i.Box != nil && i.Box.Faded || i.Line != nil && i.Line.Faded }

// linksOf names links by their far ends: "links from a; b; to c"; "" for none.
func linksOf(words *wording.Language, from, to []string) string {
	var ends []string
	if len(from) > 0 {
		ends = append(ends, words.Say("from {1}", strings.Join(from, "; ")))
	}
	if len(to) > 0 {
		ends = append(ends, words.Say("to {1}", strings.Join(to, "; ")))
	}
	switch len(from) + len(to) {
	case 0:
		return ""
	case 1:
		return words.Say("its link {1}", ends[0])
	}
	return words.Say("its links {1}", strings.Join(ends, "; "))
}

// tells is the box of the strip that names a line: the one that it leads from, before the one that it leads to; nil for none.
func (g *gone) tells(l *Line) *Box {
	ends := []*Box{l.From, l.To}
	if l.Onto != nil {
		ends = []*Box{l.From, l.Onto.From, l.Onto.To}
	}
	for _, b := range ends {
		if slices.Contains(g.boxes, b) {
			return b
		}
	}
	return nil
}
