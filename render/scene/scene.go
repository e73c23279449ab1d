package scene

import (
	"slices"
	"strconv"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// Scene is what a figure shows.
type Scene struct {
	Theory        *theory.Theory        // the version that is drawn; where two are laid over each other, the later one
	Configuration *theory.Configuration // the one that is shown, of a scene of one
	Focus         *theory.Node          // the node that the scene leads to or from
	Case          *theory.Case          // the one as which the theory is shown; nil for none
	shares        bool                  // others stand beside it, on the same layout
	Boxes         []*Box
	Lines         []*Line // from box to box
	OnSteps       []*Line // from a box to one of Lines
	Strip         Strip
	Fallen        []*Line // those that it tells of
	Frame         Frame

	view      View
	versions  [2]*theory.Theory  // the earlier and the later one, of a scene of two
	revision  *revision.Revision // what changed between them
	badges    numbering
	relations []*relation // of the configurations that are shown
	tagged    []tagged    // actors that stand as tags
	hidden    []string    // labels of actors that are left out

	statuses    []theory.Status // of the only links that are shown; nil for all
	others      []string        // what is left out as it has none of these, counted
	highlighted []string        // what all else is faded for, by name
	badgesOf    Badges
	underTitle  bool
	left        string // what was dropped and is left out, counted
	alone       bool   // it shares its layout with no other version
	empty       string // why nothing is shown, where that needs saying
}

// Frame is what stands around the boxes and lines. What is left out is empty.
type Frame struct {
	Title, Caption string // the caption in paragraphs, a line each
	Fuller, Naming string // captions that say more, where the page has room; and that name, besides, what the sparing legend does not
	Keys           []Key
}

// Ways are the frames that there may be, the one that tells most first: with and without what of the legend is left out where a page has
// no room for it, each with the caption that says most, and with less.
func (f Frame) Ways() []Frame {
	var ways []Frame
	with := func(keys []Key, captions ...string) {
		for _, caption := range slices.Compact(captions) {
			if way := f; caption != "" || f.Caption == "" {
				way.Keys, way.Caption = keys, caption
				ways = append(ways, way)
			}
		}
	}
	sparing := slices.DeleteFunc(slices.Clone(f.Keys), func(k Key) bool { return k.Spare })
	if len(sparing) < len(f.Keys) {
		with(f.Keys, f.Fuller, f.Caption)
	}
	with(sparing, f.Naming, f.Fuller, f.Caption)
	return ways
}

// Box is a node in the figure.
type Box struct {
	Content
	Name    string // among the scene's boxes
	Lane    theory.Kind
	Others  []Content // all that it shows in the figures of its layout, this one among them; nil where there are no others
	Hidden  bool      // it shows something only in another figure of its layout
	Mark    Mark
	Change  string // what happened to it, in words, where it has a mark
	Faded   bool   // outside what is highlighted, or unreviewed
	Focus   bool   // what the figure is about
	Alone   bool   // no line joins it to another box
	Blocks  bool   // it stands as a context, and a line that is shown and not refuted blocks from it
	Helps   bool   // likewise, and one promotes from it
	Looped  bool   // a line joins it to itself
	Kept    bool   // of an overlay: it stayed as it was
	outside bool   // no member of the configuration that is shown
}

// Content is what a box says of a node.
type Content struct {
	Node       *theory.Node
	Numbers    []int // of its badges
	Badges     []Badge
	Tags       []Tag
	HorizonTag Tag    // of an outcome, "" for none: apart from the others, as a column may say it
	Former     string // the label that it had before, which is struck through
	Joins      string // of a configuration: what it is joined to, where there are too many lines to draw
}

// ID is that of the node.
func (c Content) ID() string { return c.Node.ID }

// Label is that of the node.
func (c Content) Label() string { return c.Node.Label }

// Kind is that of the node, which need not be that of its lane.
func (c Content) Kind() theory.Kind { return c.Node.Kind }

// Dropped says whether the node is no longer part of the theory.
func (b *Box) Dropped() bool { return !b.Node.Live() || b.Mark.Went() }

// Contents are what the box must have room for.
func (b *Box) Contents() []Content {
	if len(b.Others) > 0 {
		return b.Others
	}
	return []Content{b.Content}
}

// Line is a link in the figure.
type Line struct {
	Name     string // among the scene's lines
	From, To *Box   // no To where it acts on a step
	Onto     *Line  // the line of the step that it acts on; nil for none
	Link     *theory.Link
	Label    string
	Others   []Look // all its looks in the figures of its layout, without marks; nil where there are no others
	Hidden   bool   // it is there only in another figure of its layout
	Mark     Mark
	Change   string // what happened to it, in words, where it has a mark
	Kept     bool   // of an overlay: it stayed as it was
	Faded    bool

	relation *relation // of the configurations that it joins; nil where it is a link

	words   *wording.Language
	status  theory.Status // in the configuration that is shown, where one is
	backing int           // distinct cases behind it, likewise
	against int           // distinct cases of evidence against it, likewise
	numbers []int         // of the cases that the label names
	inCase  bool          // these are of one case
	unknown bool          // nothing is known of it there
	idle    string        // where a link that was not activated starts from what was not at work, in words
}

// Dropped says whether the link is no longer part of the theory.
func (l *Line) Dropped() bool { return !l.Link.Live() || l.Mark.Went() }

// InCase says whether the line shows what evidence of one case says of its link, and no status.
func (l *Line) InCase() bool { return l.inCase }

// Look is how the line is to look.
func (l *Line) Look() Look {
	if l.relation != nil {
		look := l.relation.look()
		look.Faded = l.Faded
		return look
	}
	return Look{Effect: l.Link.Effect, Necessary: l.Link.Necessary, OnStep: l.Onto != nil, Reading: l.Link.Reading != "", Status: l.status, Backing: l.backing, Mark: l.Mark, Dropped: l.Dropped(), Faded: l.Faded, Kept: l.Kept}
}

// Looks are how the line looks in all figures of its layout, in one order whichever of them this is: without marks, where there are
// others.
func (l *Line) Looks() []Look {
	own := l.Look()
	if l.Others == nil || l.relation != nil {
		return []Look{own}
	}
	own.Mark, own.Faded, own.Kept, own.Dropped = Unmarked, false, false, !l.Link.Live()
	if slices.Contains(l.Others, own) {
		return l.Others
	}
	return append(slices.Clone(l.Others), own) // as in a case
}

// Loop says whether the line leads back to the box that it comes from.
func (l *Line) Loop() bool { return l.From == l.To }

// Ends name what the line joins: the labels of its boxes, and those of a step that it acts on.
func (l *Line) Ends() (from, to string) {
	if l.Onto != nil {
		start, end := l.Onto.Ends()
		return l.From.Label(), l.words.Say("the step from {1} to {2}", start, end)
	}
	return l.From.Label(), l.To.Label()
}

// claimed are the ends by the names that they had in the version that claims the link.
func (l *Line) claimed() (from, to string) {
	from, to = l.Link.Ends()
	if step := l.Link.Onto; step != nil {
		start, end := step.Ends()
		to = l.words.Say("the step from {1} to {2}", start, end)
	}
	return from, to
}

// Joins says whether a box is at one of the line's ends.
func (l *Line) Joins(b *Box) bool { return l.From == b || l.To == b }

// Look is all that says how a line looks.
type Look struct {
	Relation Relation // in place of what is said of links
	Effect   theory.Effect
	Status   theory.Status
	Backing  int // distinct cases
	Mark     Mark

	Necessary bool // its target cannot come about without its source
	OnStep    bool // it ends on another line
	Reading   bool // it is the evaluator's reading
	Dropped   bool
	Faded     bool
	Kept      bool // of an overlay: it stayed as it was
}

// MostBacking is the number of cases from which on a line grows no wider.
const MostBacking = 4

// Thickness counts the cases that the width of a line shows: none, where none is named, to MostBacking.
func (l Look) Thickness() int { return min(l.Backing, MostBacking) }

// Refuted says whether the line stands for a claim that the evidence speaks against.
func (l Look) Refuted() bool { return l.Status == theory.Refuted && !l.Dropped }

// Sign is the sign of a status that a line alone cannot show; "" for none.
func (l Look) Sign() string {
	switch {
	case l.Dropped:
		return ""
	case l.Status == theory.Mixed:
		return "±"
	case l.Refuted():
		return "×"
	}
	return ""
}

// newScene makes boxes and lines of a part.
func newScene(p part, o Options) *Scene {
	s := &Scene{Theory: p.theory, Configuration: p.configuration, Focus: p.focus, badges: newNumbering(p, o)}
	boxes := make(map[*theory.Node]*Box, len(p.nodes))
	for _, n := range p.nodes {
		b := s.addBox(s.badges.content(p.theory, n))
		if role, ok := p.roles[n]; ok {
			b.Lane = role
		}
		b.Focus, b.outside = n == p.focus, p.outside[n]
		b.Faded = b.Faded || b.outside
		boxes[n] = b
	}
	for _, l := range p.links {
		if from, to := boxes[l.Source], boxes[l.Target]; from != nil && to != nil {
			s.addLine(from, to).show(s.Theory, l, o)
		}
	}
	for _, l := range p.onSteps {
		if from, step := boxes[l.Source], s.lineOf(l.Onto); from != nil && step != nil {
			s.addOnStep(from, step).show(s.Theory, l, o)
		}
	}
	return s
}

// lineOf is the line that stands for a link; nil for none.
func (s *Scene) lineOf(link *theory.Link) *Line {
	if i := slices.IndexFunc(s.Lines, func(l *Line) bool { return l.Link == link }); i >= 0 {
		return s.Lines[i]
	}
	return nil
}

func (s *Scene) addBox(c Content) *Box {
	b := &Box{Name: "n" + strconv.Itoa(len(s.Boxes)), Lane: c.Kind(), Content: c, Faded: c.Node.Unreviewed != ""}
	s.Boxes = append(s.Boxes, b)
	return b
}

func (s *Scene) addLine(from, to *Box) *Line {
	l := &Line{Name: "e" + strconv.Itoa(len(s.Lines)), From: from, To: to, words: s.words()}
	s.Lines = append(s.Lines, l)
	return l
}

func (s *Scene) addOnStep(from *Box, step *Line) *Line {
	l := &Line{Name: "s" + strconv.Itoa(len(s.OnSteps)), From: from, Onto: step, words: s.words()}
	s.OnSteps = append(s.OnSteps, l)
	return l
}

// show has a line stand for a link of a theory.
func (l *Line) show(t *theory.Theory, link *theory.Link, o Options) {
	var shown *theory.Configuration
	if o.View.Name == OneConfiguration {
		shown = t.Configuration(o.View.ID)
	}
	l.Link, l.status, l.Label = link, t.StatusIn(shown, link), linkLabel(t, shown, link, o)
	l.backing, l.against = t.BackingIn(shown, link.SupportedBy), t.BackingIn(shown, link.ContradictedBy)
	l.Faded = link.Unreviewed != "" || l.From.outside
	l.idle = idle(t, shown, link)
	if o.Labels == CaseLabels {
		l.numbers = casesBehind(t, shown, link)
	}
}

// connect tells the boxes whether lines join them.
func (s *Scene) connect() {
	for _, b := range s.Boxes {
		b.Alone = true
	}
	for _, l := range s.Lines {
		if l.Loop() {
			l.From.Looped = true
		} else {
			l.From.Alone, l.To.Alone = false, false
		}
	}
	for _, l := range s.OnSteps {
		l.From.Alone = false
	}
	for _, l := range s.DrawnLines() {
		if l.From.Lane == theory.Context && !l.Dropped() && l.status != theory.Refuted && l.Link.Status != theory.Refuted {
			blocks := l.Link.Blocks()
			l.From.Blocks, l.From.Helps = l.From.Blocks || blocks, l.From.Helps || !blocks
		}
	}
}

// Versions says whether the scene is of two versions of a theory.
func (s *Scene) Versions() bool { return s.versions[0] != nil }

// SharesLayout says whether other figures of two versions of a theory have the same layout.
func (s *Scene) SharesLayout() bool { return s.Versions() && !s.alone }

// Overview says whether the boxes of the scene are configurations.
func (s *Scene) Overview() bool { return s.view.Name == Overview }

// Kinds are those that lanes and boxes can be of, in order.
var Kinds = append(slices.Clone(theory.Kinds), Configuration)

// Lanes are the kinds that the scene has boxes of, in order.
func (s *Scene) Lanes() []theory.Kind {
	var lanes []theory.Kind
	for _, kind := range Kinds {
		if slices.ContainsFunc(s.Boxes, func(b *Box) bool { return b.Lane == kind }) {
			lanes = append(lanes, kind)
		}
	}
	return lanes
}

// LaneName is the title of a lane.
func (s *Scene) LaneName(lane theory.Kind) string {
	return wording.Capital(s.words().Word(string(lane)))
}

// ShownBoxes are the boxes that are not hidden, those of the strip last.
func (s *Scene) ShownBoxes() []*Box {
	return slices.DeleteFunc(slices.Concat(s.Boxes, s.stripBoxes()), func(b *Box) bool { return b.Hidden })
}

// labelsOf are the labels of the boxes of which something is so.
func labelsOf(boxes []*Box, is func(*Box) bool) []string {
	var labels []string
	for _, b := range boxes {
		if is(b) {
			labels = append(labels, b.Label())
		}
	}
	return labels
}

// stripBoxes are the boxes of the strip.
func (s *Scene) stripBoxes() []*Box {
	var boxes []*Box
	for _, item := range s.Strip.Items {
		if item.Box != nil {
			boxes = append(boxes, item.Box)
		}
	}
	return boxes
}

// ShownLines are the lines that are not hidden, those from box to box first, those of which the strip only tells last.
func (s *Scene) ShownLines() []*Line { return append(s.DrawnLines(), s.Fallen...) }

// DrawnLines are the lines that are drawn.
func (s *Scene) DrawnLines() []*Line {
	return slices.DeleteFunc(slices.Concat(s.Lines, s.OnSteps), func(l *Line) bool { return l.Hidden })
}

// words are those in which the figure says what the theory does not say itself.
func (s *Scene) words() *wording.Language { return wording.Of(s.Theory) }
