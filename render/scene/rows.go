package scene

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Rows is a theory with one row a configuration, as articles print them. A node of several configurations stands in the row of
// each.
type Rows struct {
	Theory  *theory.Theory
	Lanes   []theory.Kind // of all rows
	All     []*Row
	Ripples []Ripple
	scenes  []*Scene // of the rows

	statuses []theory.Status // of the only links that are shown; nil for all
	others   []string        // what is left out as it has none of these, counted

	Between []*theory.Link // those that join members of different configurations alone, and stand in no row
}

// Row is one configuration: its members in the lanes of their roles, and its links.
type Row struct {
	*Scene
	Number int
	Notes  string // what it requires and influences, its rivals, and where it was studied
}

// Ripple leads from an outcome of one configuration to where another takes it up.
type Ripple struct {
	From, To       *Box
	FromRow, ToRow int // among the rows

	rippling rippling
}

// NewRows is the scene of the view InRows. It fails where there is no configuration, or more than any page can show.
func NewRows(t *theory.Theory, o Options) (*Rows, error) {
	if len(o.Highlight) > 0 || o.Against != nil {
		return nil, fmt.Errorf("draw %s: rows show one version, and nothing of it highlighted; leave --against and --highlight out", t.File)
	}
	rows := &Rows{Theory: t}
	boxes := 0
	var failed error
	var parts []part
	for _, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		o := o
		o.View, o.Caption, o.NoTitle, o.NoLegend = View{OneConfiguration, c.ID}, "", true, true
		s, err := New(t, o)
		if err != nil && len(o.Only) > 0 { // no link of the row is of these statuses
			failed = err
			continue
		}
		if err != nil {
			return nil, err
		}
		if boxes += len(s.Boxes); boxes > mostBoxes {
			return nil, fmt.Errorf("draw %s: the rows have more than the %d boxes that a figure can show; draw one configuration", t.File, mostBoxes)
		}
		parts = append(parts, configurationPart(t, c))
		rows.All = append(rows.All, &Row{s, t.NumberOf(c), rowNotes(t, c)})
	}
	if len(rows.All) == 0 && failed != nil {
		return nil, failed
	}
	if len(rows.All) == 0 {
		return nil, NoConfigurations(t)
	}
	for _, kind := range theory.Kinds {
		inRow := func(r *Row) bool { return slices.Contains(r.Lanes(), kind) }
		if slices.Contains(t.Heuristic.Roles(), kind) || slices.ContainsFunc(rows.All, inRow) {
			rows.Lanes = append(rows.Lanes, kind)
		}
	}
	for _, row := range rows.All {
		rows.scenes = append(rows.scenes, row.Scene)
	}
	rows.Between = between(t, rows.scenes)
	if len(o.Only) > 0 {
		rows.only(o.Only)
	}
	rows.ripple(parts)
	return rows, nil
}

// Heading names the row.
func (r *Row) Heading() string {
	heading := fmt.Sprintf("%d  %s", r.Number, r.Configuration.Title)
	if state := r.stateOf(r.Configuration); state != "" {
		heading += " (" + state + ")"
	}
	return heading
}

func (r *Row) box(n *theory.Node) *Box {
	i := slices.IndexFunc(r.Boxes, func(b *Box) bool { return b.Node == n })
	if i < 0 {
		return nil
	}
	return r.Boxes[i]
}

// ripple finds the outcomes that go on in other rows, each given as what is shown in it.
func (r *Rows) ripple(parts []part) {
	for _, one := range ripplesAmong(parts) {
		from, to := r.All[one.from].box(one.node), r.All[one.to].box(one.node)
		if from != nil && to != nil {
			r.Ripples = append(r.Ripples, Ripple{from, to, one.from, one.to, newRippling(one.node, parts[one.from], parts[one.to])})
		}
	}
}

// refutedRipples names the outcomes that go on in other rows though all that brings them about, or all that they do there, is refuted; ""
// for none.
func (r *Rows) refutedRipples() string {
	var names []string
	for _, one := range r.Ripples {
		if one.rippling.refuted {
			names = append(names, fmt.Sprintf("%s (%d → %d)", one.From.Label(), r.All[one.FromRow].Number, r.All[one.ToRow].Number))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return wording.Of(r.Theory).Say("Taken up, though refuted: {1}.", strings.Join(names, "; "))
}

// rowNotes says what stands under a configuration's title.
func rowNotes(t *theory.Theory, c *theory.Configuration) string {
	notes := joinedTo(t, c, joining{{"requires {1}", "requires {1}"}, {"influences {1}", "influences {1}"}, {"rival of {1}", "rival of {1}"}})
	if studied := studiedIn(t, c); studied != "" {
		notes = append(notes, studied)
	}
	if c.Reading != "" {
		notes = append(notes, wording.Of(t).Say("in part the evaluator's reading"))
	}
	return strings.Join(notes, "; ")
}

// undrawn says that what a row says of others is not drawn; "" where none says any.
func (r *Rows) undrawn() string {
	words := wording.Of(r.Theory)
	var said []string
	for _, relation := range []struct {
		verb string
		of   func(*theory.Configuration) []int
	}{
		{"requires", func(c *theory.Configuration) []int { return numbersOf(r.Theory, c.Requires) }},
		{"influences", func(c *theory.Configuration) []int { return numbersOf(r.Theory, c.Influences) }},
		{"rivals", func(c *theory.Configuration) []int { return rivalsOf(r.Theory, c) }},
	} {
		if slices.ContainsFunc(r.All, func(row *Row) bool { return len(relation.of(row.Configuration)) > 0 }) {
			said = append(said, words.Say(relation.verb))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return words.Say("What a configuration {1} is said under its title, and not drawn.", words.Either(said))
}

// unjoined says what a box without a line is in its row for; "" where there is none.
func (r *Rows) unjoined(o Options) string {
	for _, row := range r.All {
		if says := row.Scene.unjoined(o); says != "" {
			return says
		}
	}
	return ""
}

// only counts what rows of links of some statuses do not show. What stands in no row for its status joins no different configurations.
func (r *Rows) only(statuses []theory.Status) {
	r.statuses = statuses
	shown, in := make(map[*theory.Link]bool), make(map[*theory.Link]bool)
	for _, s := range r.scenes {
		for _, l := range s.DrawnLines() {
			shown[l.Link] = true
		}
	}
	links, live := 0, 0
	for _, c := range r.Theory.Configurations {
		if !c.Live() {
			continue
		}
		live++
		p := configurationPart(r.Theory, c)
		for _, l := range slices.Concat(p.links, p.onSteps) {
			if !in[l] && !shown[l] {
				links++
			}
			in[l] = true
		}
	}
	r.Between = slices.DeleteFunc(r.Between, func(l *theory.Link) bool { return in[l] || !slices.Contains(statuses, l.Status) })
	words := wording.Of(r.Theory)
	if links > 0 {
		r.others = append(r.others, words.Counted(links, "link"))
	}
	if left := live - len(r.All); left > 0 {
		r.others = append(r.others, words.Counted(left, "configuration"))
	}
}

// Title is the theory's, as of the figure of the whole.
func (r *Rows) Title() string {
	whole := Whole(r.Theory)
	whole.statuses = r.statuses
	return whole.Title()
}

// Description is the alternative text of a figure of some of the rows, the given number of them from the first given: each row by its
// roles and links, what runs from row to row, and what is said under the rows.
func (r *Rows) Description(first, count int) string {
	words := wording.Of(r.Theory)
	told := []string{words.Say("{1}, in rows, one for each of {2}.", r.Title(), words.Counted(count, "configuration"))}
	for _, row := range r.All[first : first+count] {
		told = append(told, row.configurations()...)
		told = append(told, row.unshown(r.Lanes)...)
		if row.Notes != "" {
			told = append(told, wording.Capital(row.Notes)+".")
		}
		told = append(told, row.tagsInWords()...)
		told = append(told, row.casesInWords()...)
		told = append(told, row.links()...)
		if row.Case != nil {
			told = append(told, row.describeCase()...)
		}
	}
	for _, ripple := range r.Ripples {
		if from := ripple.FromRow; from >= first && from < first+count {
			told = append(told, fmt.Sprintf("%d → %d: %s.", r.All[from].Number, r.All[ripple.ToRow].Number, words.Say("takes up {1}", ripple.rippling.marked(words, ripple.From.Label()))))
		}
	}
	told = append(append(told, notDrawn(words, r.Between, r.scenes), r.outsiders()), r.besides()...)
	told = append(told, withoutOthers(words, r.statuses, r.scenes, r.others), LeftOut(r.Theory, r.scenes), r.unreviewedMembers(), r.inEvery(), r.ofWholeProgramme(), r.All[0].unread())
	return strings.Join(slices.DeleteFunc(told, func(one string) bool { return one == "" }), " ")
}

// unreviewedMembers says it of each row of which it is so, by its number.
func (r *Rows) unreviewedMembers() string {
	var said []string
	for _, row := range r.All {
		if names := row.unreviewedOnes(); len(names) > 0 {
			said = append(said, row.words().List(names)+" ("+strconv.Itoa(row.Number)+")")
		}
	}
	if len(said) == 0 {
		return ""
	}
	return wording.Of(r.Theory).Say("Members that are not reviewed yet, and not shown: {1}.", strings.Join(said, "; "))
}

// inEvery says it once for all rows that do not show what belongs to every one.
func (r *Rows) inEvery() string {
	said := ""
	for _, row := range r.All {
		if one := row.inEvery(); len(one) > len(said) {
			said = one
		}
	}
	return said
}

// ofWholeProgramme says it once for all rows.
func (r *Rows) ofWholeProgramme() string {
	for _, row := range r.All {
		if said := row.ofWholeProgramme(); said != "" {
			return said
		}
	}
	return ""
}

// unshown says what stands in the lanes in which the row has no box.
func (r *Row) unshown(lanes []theory.Kind) []string {
	var told []string
	for _, lane := range lanes {
		if says := r.Gap(lane); says != "" {
			told = append(told, says+".")
		}
	}
	return told
}

// Frame is what stands around the rows.
func (r *Rows) Frame(o Options) Frame {
	f := Frame{Caption: o.Caption}
	if !o.NoTitle {
		f.Title = r.Title()
	}
	if !o.NoLegend {
		f.Keys = Legend(r.scenes...)
		if len(r.Ripples) > 0 {
			f.Keys = append(f.Keys, Key{Means: wording.Of(r.Theory).Say(takesUp), Line: Look{Relation: Ripples}})
		}
	}
	parts := append([]string{notDrawn(wording.Of(r.Theory), r.Between, r.scenes)}, r.besides()...)
	parts = append(parts, r.unreviewedMembers(), r.inEvery(), r.refutedRipples(), r.outsiders(), r.undrawn(), r.unjoined(o), StatusOfWhole(r.scenes...), withoutOthers(wording.Of(r.Theory), r.statuses, r.scenes, r.others), LeftOut(r.Theory, r.scenes), r.ofWholeProgramme(), r.All[0].unread())
	f.Caption = Captioned(f.Caption, parts...)
	return f
}
