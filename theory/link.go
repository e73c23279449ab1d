package theory

import "strings"

// Live says whether both ends of the link are known, and it and they are still part of the theory.
func (l *Link) Live() bool {
	return l.Source != nil && (l.Target != nil || l.Onto != nil && l.Onto.Live()) && !l.Gone()
}

// Gone says whether the link was dropped, or an end of it that is known.
func (l *Link) Gone() bool {
	return l.Dropped != "" || l.Source != nil && !l.Source.Live() || l.Target != nil && !l.Target.Live() || l.Onto != nil && l.Onto.Gone()
}

// Blocks says whether the link inhibits what is not itself unwanted. A problem mechanism is there to be countered: what inhibits it
// blocks nothing, and neither does what inhibits a step that leads to it, or one that inhibits something else.
func (l *Link) Blocks() bool {
	if l.Effect != Inhibits {
		return false
	}
	if l.Onto != nil {
		unwanted := l.Onto.Target != nil && l.Onto.Target.Valence == Unwanted
		return unwanted == (l.Onto.Effect == Inhibits)
	}
	return l.Target == nil || l.Target.Valence != Unwanted
}

// Ends name what the link joins: the labels of the nodes, or the id of one that is unknown. A step is named by its own ends.
func (l *Link) Ends() (from, to string) {
	from, to = l.From.ID, l.To.ID
	if l.Source != nil {
		from = l.Source.Label
	}
	switch {
	case l.Target != nil:
		to = l.Target.Label
	case l.Onto != nil:
		to = l.Onto.Step()
	}
	return from, to
}

// Step names the link in short, by the labels of its ends: "Sharing → Connectedness". An end that is a link stands in brackets.
func (l *Link) Step() string {
	from, to := l.Ends()
	if l.Onto != nil {
		to = "(" + to + ")"
	}
	return joined(from, l.Effect.Arrow(), to)
}

// Arrow stands between the ends of a link: → where it promotes, ⊣ where it inhibits.
func (e Effect) Arrow() string {
	if e == Inhibits {
		return "⊣"
	}
	return "→"
}

// LinkArrow stands between the ends of a link in its id.
const LinkArrow = " -> "

// LinkID is the id of a link: "from -> to", with " (inhibits)" where it does. An end that is a link stands in brackets.
func LinkID(from, to string, effect Effect) string {
	if NamesLink(to) {
		to = "(" + to + ")"
	}
	id := from + LinkArrow + to
	if effect == Inhibits {
		id += inhibiting
	}
	return id
}

// What follows the ends in the id of a link.
const (
	inhibiting = " (inhibits)"
	promoting  = " (promotes)" // only where another names it
)

// NamesLink says whether the end of a link is written as a link, not as a node.
func NamesLink(to string) bool { return strings.Contains(to, bareArrow) }

var (
	bareArrow = strings.TrimSpace(LinkArrow)
	arrows    = strings.NewReplacer("→", bareArrow, "⊣", bareArrow)
)

// AsLink is an end that is written with an arrow as figures and tables print it, or without spaces, written as theory files do.
func AsLink(to string) string {
	ends := strings.Split(arrows.Replace(to), bareArrow)
	for i := range ends {
		ends[i] = strings.TrimSpace(ends[i])
	}
	return strings.Join(ends, LinkArrow)
}

// LinksNamed are the links that the end of another link means: the one link of a pair by "from -> to"; where two join the
// pair, one of them by "from -> to (promotes)" or "from -> to (inhibits)", and both by "from -> to" alone.
func (t *Theory) LinksNamed(id string) []*Link {
	pair, effect := id, Effect("")
	if p, ok := strings.CutSuffix(id, inhibiting); ok {
		pair, effect = p, Inhibits
	} else if p, ok := strings.CutSuffix(id, promoting); ok {
		pair, effect = p, Promotes
	}
	var named []*Link
	for _, e := range []Effect{Promotes, Inhibits} {
		link := pair
		if e == Inhibits {
			link += inhibiting
		}
		if l := t.index.links()[link]; l != nil && (effect == "" || effect == e) {
			named = append(named, l)
		}
	}
	return named
}

// LinkName is how the end of another link names one: by its id, with " (promotes)" where that means two.
func (t *Theory) LinkName(l *Link) string {
	if len(t.LinksNamed(l.ID)) > 1 {
		return l.ID + promoting
	}
	return l.ID
}

// tie gives a link its ends. One that is onto a link follows those it may be onto.
func (t *Theory) tie(l *Link) {
	l.Source, l.Target = t.Node(l.From.ID), t.Node(l.To.ID)
	if l.Target != nil || !NamesLink(l.To.ID) {
		return
	}
	if named := t.LinksNamed(l.To.ID); len(named) == 1 && !NamesLink(named[0].To.ID) {
		l.Onto = named[0]
		l.ID = LinkID(l.From.ID, l.Onto.ID, l.Effect)
	}
}
