package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Configuration is the kind of a box that stands for a whole configuration, and of the lane of such boxes.
const Configuration theory.Kind = "configuration"

// Relation says how configurations hang together that a line joins. None is a causal claim of its own.
type Relation string

// The relations: an outcome of one is taken up by the other; the theory says that the one influences or must precede the other; they
// would explain the same outcome otherwise. A link, from node to node, has none.
const (
	NoRelation Relation = ""
	Ripples    Relation = "ripples"
	Influences Relation = "influences"
	Rivals     Relation = "rivals"
)

// relation is what a line of the overview stands for.
type relation struct {
	kind       Relation
	from, to   int  // numbers of the configurations
	start, end *Box // of these
	along      []rippling
	influences bool // the theory says so
	required   bool // likewise, that the first must be active before the second
}

// newOverview is the scene of the view Overview: a box a configuration, and a line where two of them hang together.
func newOverview(t *theory.Theory, o Options) (*Scene, error) {
	if len(t.Configurations) == 0 {
		return nil, NoConfigurations(t)
	}
	for _, option := range []struct {
		given bool
		name  string
	}{{o.Against != nil, "--against"}, {len(o.Only) > 0, "--only-status"}, {o.Case != "", "--case"}, {cmp.Or(o.Labels, NoLabels) != NoLabels, "--link-labels"},
		{cmp.Or(o.Actors, ActorLane) != ActorLane, "--actors"}} {
		if option.given {
			return nil, fmt.Errorf("draw %s: the overview shows the configurations of one version, and neither their nodes nor their links; leave %s out", t.File, option.name)
		}
	}
	p := part{theory: t, numbers: make(map[*theory.Node]int)}
	for _, c := range t.Configurations {
		n := &theory.Node{Element: c.Element, Kind: Configuration, Label: cmp.Or(c.Title, c.ID), Level: c.Level, ActiveIn: c.ActiveIn, PartlyActiveIn: c.PartlyActiveIn,
			NotActiveIn: c.NotActiveIn, Reading: c.Reading, Dropped: c.Dropped}
		p.nodes = append(p.nodes, n)
		p.numbers[n] = t.NumberOf(c)
	}
	relations := relationsOf(t)
	for _, r := range relations {
		from, to := p.nodes[r.from], p.nodes[r.to]
		l := &theory.Link{Source: from, Target: to, From: theory.Ref{ID: from.ID}, To: theory.Ref{ID: to.ID}}
		l.ID = from.ID + " " + string(r.kind) + " " + to.ID
		p.links = append(p.links, l)
	}
	s := newScene(p, o)
	s.relations = relations
	for i, r := range relations {
		r.start, r.end = s.Boxes[r.from], s.Boxes[r.to]
		r.from, r.to = p.numbers[r.start.Node], p.numbers[r.end.Node]
		s.Lines[i].relation = r
	}
	if o.Written || len(s.Lines) > mostDrawn {
		s.writeRelations()
	}
	return s, nil
}

// mostDrawn is the number of lines up to which they are drawn: more hide one another, and leave no room for boxes.
const mostDrawn = 60

// writeRelations has each box name what it is joined to, in place of lines.
func (s *Scene) writeRelations() {
	words := s.words()
	for _, b := range s.Boxes {
		var on, influenced, required, rivals []string
		for _, r := range s.relations {
			from, to := strconv.Itoa(r.from), strconv.Itoa(r.to)
			if r.start == b && len(r.along) > 0 {
				on = append(on, r.marked(words, to))
			}
			if r.start == b && r.influences {
				influenced = append(influenced, to)
			}
			if r.end == b && r.required {
				required = append(required, from)
			}
			switch {
			case r.kind == Rivals && r.start == b:
				rivals = append(rivals, to)
			case r.kind == Rivals && r.end == b:
				rivals = append(rivals, from)
			}
		}
		var said []string
		if len(on) > 0 {
			said = append(said, "→ "+strings.Join(on, ", "))
		}
		for _, one := range []struct {
			words   string
			numbers []string
		}{{"influences {1}", influenced}, {"requires {1}", required}, {"rival of {1}", rivals}} {
			if len(one.numbers) > 0 {
				said = append(said, words.Say(one.words, strings.Join(one.numbers, ", ")))
			}
		}
		b.Joins = strings.Join(said, "; ")
	}
	s.Lines = nil
}

// NoConfigurations is why a figure of configurations cannot be drawn of a theory without any.
func NoConfigurations(t *theory.Theory) error {
	return fmt.Errorf("draw %s: the theory has no configurations; add a [configuration.…]", t.File)
}

// relationsOf finds how live configurations hang together, one relation a pair and a direction, but for rivals, which have none. The
// configurations are numbered by their places in the theory.
func relationsOf(t *theory.Theory) []*relation {
	var all []*relation
	between := make(map[[2]int]*relation)
	join := func(from, to int, kind Relation) *relation {
		pair := [2]int{from, to}
		if between[pair] == nil {
			between[pair] = &relation{kind: kind, from: from, to: to}
			all = append(all, between[pair])
		}
		return between[pair]
	}
	var live []int
	var parts []part
	places := make(map[string]int)
	for i, c := range t.Configurations {
		if c.Live() {
			live, parts, places[c.ID] = append(live, i), append(parts, configurationPart(t, c)), i
		}
	}
	for _, r := range ripplesAmong(parts) {
		one := join(live[r.from], live[r.to], Ripples)
		one.along = append(one.along, newRippling(r.node, parts[r.from], parts[r.to]))
	}
	each := func(refs func(*theory.Configuration) []theory.Ref, do func(own, other int)) {
		for _, i := range live {
			for _, ref := range refs(t.Configurations[i]) {
				if j, ok := places[ref.ID]; ok && j != i {
					do(i, j)
				}
			}
		}
	}
	each(func(c *theory.Configuration) []theory.Ref { return c.Influences }, func(own, other int) { join(own, other, Influences).influences = true })
	each(func(c *theory.Configuration) []theory.Ref { return c.Requires }, func(own, other int) { join(other, own, Influences).required = true })
	rivals := make(map[[2]int]bool)
	each(func(c *theory.Configuration) []theory.Ref { return c.Rival }, func(own, other int) {
		if pair := [2]int{min(own, other), max(own, other)}; !rivals[pair] {
			rivals[pair] = true
			all = append(all, &relation{kind: Rivals, from: pair[0], to: pair[1]})
		}
	})
	return all
}

// look is how a line looks that stands for the relation: as refuted, or as one that inhibits, where all that ripples is so.
func (r *relation) look() Look {
	look := Look{Relation: r.kind, Necessary: r.required}
	if r.kind == Ripples && r.refuted() {
		look.Status = theory.Refuted
	}
	if r.kind == Ripples && r.inhibits() {
		look.Effect = theory.Inhibits
	}
	return look
}

// describeRelation says in words what joins two configurations: "1 → 2: takes up Hope, must be active first".
func (l *Line) describeRelation() string {
	r := l.relation
	if r.kind == Rivals {
		return l.words.Say("{1} and {2}: rivals", strconv.Itoa(r.from), strconv.Itoa(r.to))
	}
	var said []string
	if len(r.along) > 0 {
		var names []string
		for _, n := range r.along {
			names = append(names, n.marked(l.words, n.Label))
		}
		said = append(said, l.words.Say("takes up {1}", l.words.List(names)))
	}
	if r.influences {
		said = append(said, l.words.Say(saidToInfluence))
	}
	if r.required {
		said = append(said, l.words.Say(mustBeFirst))
	}
	return fmt.Sprintf("%d → %d: %s", r.from, r.to, strings.Join(said, ", "))
}

const (
	takesUp         = "an outcome of one configuration that another takes up"
	inhibitsThere   = "an outcome that inhibits something in the other one"
	refutedRipple   = "an outcome taken up, though refuted in one of them"
	saidToInfluence = "influences, for better or worse, as the theory says"
	mustBeFirst     = "required: must be active first"
	rivalLine       = "rivals: would explain the same outcome otherwise"
)

// relationKeys are the legend's entries for lines between configurations.
func relationKeys(scenes []*Scene) []Key {
	var looks []Look
	for _, s := range scenes {
		for _, l := range s.ShownLines() {
			looks = append(looks, l.Look())
		}
	}
	words := scenes[0].words()
	required := func(l Look) bool { return l.Relation != NoRelation && l.Necessary }
	sample := Look{Relation: Ripples, Necessary: true}
	if slices.ContainsFunc(looks, func(l Look) bool { return required(l) && l.Relation != Ripples }) {
		sample.Relation = Influences
	}
	var keys []Key
	for _, key := range []struct {
		means string
		look  Look
		has   func(Look) bool
	}{
		{takesUp, Look{Relation: Ripples}, func(l Look) bool { return l.Relation == Ripples && l.Effect == "" && l.Status == "" }},
		{inhibitsThere, Look{Relation: Ripples, Effect: theory.Inhibits}, func(l Look) bool { return l.Relation == Ripples && l.Effect == theory.Inhibits && !l.Refuted() }},
		{refutedRipple, Look{Relation: Ripples, Status: theory.Refuted}, func(l Look) bool { return l.Relation == Ripples && l.Refuted() }},
		{saidToInfluence, Look{Relation: Influences}, func(l Look) bool { return l.Relation == Influences && !l.Necessary }},
		{mustBeFirst, sample, required},
		{rivalLine, Look{Relation: Rivals}, func(l Look) bool { return l.Relation == Rivals }},
	} {
		if slices.ContainsFunc(looks, key.has) {
			keys = append(keys, Key{Means: words.Say(key.means), Line: key.look})
		}
	}
	return keys
}

// mostListed is the number of things that run along arrows up to which each is listed under the figure.
const mostListed = 40

// runsAlong lists what runs along the arrows: "Hope (1 → 2, 3); Trust (2 → 3)"; "" for nothing, or too much.
func (s *Scene) runsAlong() string {
	type start struct {
		node *theory.Node
		from int
	}
	var starts []start
	ends, reduced := make(map[start][]string), make(map[start]bool)
	n := 0
	for _, r := range s.relations {
		for _, along := range r.along {
			one := start{along.Node, r.from}
			if ends[one] == nil {
				starts = append(starts, one)
			}
			ends[one], reduced[one] = append(ends[one], along.marked(s.words(), strconv.Itoa(r.to))), along.reduced
			n++
		}
	}
	switch {
	case n > 0 && len(s.Lines) == 0:
		return s.words().Say("After →: the configurations that take up an outcome of the one in the box.")
	case n == 0:
		return ""
	case n > mostListed:
		return s.words().Say("The figure's description and the matrix name what runs along the arrows.")
	}
	var said []string
	for _, one := range starts {
		how := ""
		if reduced[one] {
			how = ", " + s.words().Say("reduced")
		}
		said = append(said, fmt.Sprintf("%s (%d%s → %s)", one.node.Label, one.from, how, strings.Join(ends[one], ", ")))
	}
	return s.words().Say("Outcomes that the arrows carry: {1}.", strings.Join(said, "; "))
}

// influencesToo says along which arrows of what is taken up the theory says that one influences the other, which they do not show; "" for
// none.
func (s *Scene) influencesToo() string {
	to := make(map[int][]string)
	var from []int
	for _, r := range s.relations {
		if r.kind == Ripples && r.influences && len(s.Lines) > 0 {
			if to[r.from] == nil {
				from = append(from, r.from)
			}
			to[r.from] = append(to[r.from], strconv.Itoa(r.to))
		}
	}
	var said []string
	for _, one := range from {
		said = append(said, fmt.Sprintf("%d → %s", one, strings.Join(to[one], ", ")))
	}
	if len(said) == 0 {
		return ""
	}
	return s.words().Say("Said to influence, too: {1}.", strings.Join(said, "; "))
}

// whyDropped says of an overview why configurations were dropped, where that is short: a struck label alone reads as refuted.
func (s *Scene) whyDropped() string {
	const longest = 160 // characters
	if !s.Overview() {
		return ""
	}
	var said []string
	for _, c := range s.Theory.Configurations {
		if !c.Live() && len([]rune(c.Dropped)) <= longest {
			number := strconv.Itoa(s.Theory.NumberOf(c))
			said = append(said, s.words().Say("Why {1} was dropped: {2}", configurationsOf(s.words(), []string{number}), closed(wording.Capital(c.Dropped))))
		}
	}
	return strings.Join(said, " ")
}

// describeOverview says which configurations there are, and how they hang together.
func (s *Scene) describeOverview() string {
	words := s.words()
	live := 0
	for _, box := range s.Boxes {
		if !box.Dropped() {
			live++
		}
	}
	told := []string{words.Say("An overview of {1}, with {2}.", s.Theory.Title, words.Counted(live, "configuration"))}
	for i, c := range s.Theory.Configurations {
		said := cmp.Or(c.Title, c.ID)
		if joins := s.Boxes[i].Joins; joins != "" {
			said += ": " + joins
		}
		if c.Live() {
			told = append(told, words.Say("Configuration {1}, {2}.", strconv.Itoa(s.Theory.NumberOf(c)), said))
		}
	}
	return strings.Join(told, " ")
}
