package scene

import (
	"cmp"
	"fmt"

	"icamo/theory"
)

// New is the scene that the options ask for. It fails where there is no such view, nothing to show, or more than any
// page can show.
//
// The scenes of a revision have the same boxes and lines. With old and new being the two versions and the other options
// alike, they are
//
//	New(old, Options{Against: new})                               // the earlier version
//	New(new, Options{Against: old})                               // the later version
//	New(new, Options{Against: old, View: View{Name: Revised}, Dropped: InPlace}) // what changed
//
// Which of the two is the earlier one is read from "revises"; where neither revises the other, Against is.
func New(t *theory.Theory, o Options) (*Scene, error) {
	s, err := viewed(t, o)
	if err != nil {
		return nil, err
	}
	s.view, s.badgesOf, s.underTitle = o.View, o.Badges, o.UnderTitle
	if s.dropsFreely() {
		s.setDropped(cmp.Or(o.Dropped, InStrip))
	}
	if o.View.Name == Revised {
		s.markKept()
	}
	if len(o.Only) > 0 {
		s.only(o.Only)
	}
	if err := s.inCases(o); err != nil {
		return nil, err
	}
	if err := s.placeActors(o.Actors); err != nil {
		return nil, err
	}
	if len(o.Highlight) > 0 {
		if err := s.highlight(t, o.Highlight); err != nil {
			return nil, err
		}
	}
	if len(s.Boxes) == 0 {
		return nil, fmt.Errorf("draw %s: %s", t.File, cmp.Or(s.empty, "the theory has no nodes; add an [intervention.…], [mechanism.…] or [outcome.…]"))
	}
	if err := s.drawable(); err != nil {
		return nil, fmt.Errorf("draw %s: %w", t.File, err)
	}
	s.connect()
	s.Frame = s.frame(o)
	return s, nil
}

// dropsFreely says whether the figure may show what was dropped elsewhere than in its place: it is of the whole theory, and no figure
// of another version is to have its layout.
func (s *Scene) dropsFreely() bool {
	return s.view.Name == Revised || s.whole() && !s.Versions()
}

// Whole is all of a theory, however large it is, as Title and Description need it.
func Whole(t *theory.Theory) *Scene { return newScene(whole(t), Options{}) }

// frame is what stands around the scene.
func (s *Scene) frame(o Options) Frame {
	f := Frame{Caption: o.Caption}
	if !o.NoTitle {
		f.Title = s.Title()
	}
	if !o.NoLegend {
		f.Keys = Legend(s)
	}
	naming := f.Caption
	if s.view.Name == Revised && f.Caption == "" {
		f.Caption, naming = s.tally(goneNamed), s.tally(comeAndGoneNamed)
	}
	whole := ""
	if !s.shares { // else it is said once for all
		whole = StatusOfWhole(s)
	}
	parts := func(full bool) []string {
		note, required := "", ""
		if full {
			note, required = s.withoutNumber(), s.required()
		}
		parts := append([]string{
			s.noClaim(), s.onlyHighlighted(), s.runsAlong(), s.influencesToo(), s.hangsTogether(), s.studied(), s.refuted(), s.whyDropped(), s.outsiders(),
		}, s.besides()...)
		parts = append(parts, s.gaps(), s.inEvery(), s.unreviewedMembers(), s.unjoined(o), note, s.claimedAlone(), required, s.rivals(), s.unreviewedInCase(),
			s.readings(o), s.activity(o), s.labelled(o), s.workedIn(), s.withoutRequired(), s.withoutNeeded(), whole)
		return append(parts, s.leftOut()...)
	}
	f.Fuller, f.Naming, f.Caption = Captioned(f.Caption, parts(true)...), Captioned(naming, parts(true)...), Captioned(f.Caption, parts(false)...)
	for _, mechanism := range s.mechanisms() {
		f.Fuller, f.Naming = underneath(f.Fuller, mechanism), underneath(f.Naming, mechanism)
	}
	return f
}

func viewed(t *theory.Theory, o Options) (*Scene, error) {
	switch name := cmp.Or(o.View.Name, WholeTheory); name {
	case WholeTheory:
		if o.Against != nil {
			return versions(t, o), nil
		}
		return newScene(whole(t), o), nil
	case Revised:
		if o.Against == nil {
			return nil, fmt.Errorf("draw %s: a revision needs an earlier version: name it in revises, or with --against", t.File)
		}
		return versions(t, o), nil
	case OfLinks:
		return newScene(linksPart(t, o.Links), o), nil
	case Overview:
		return newOverview(t, o)
	case OneConfiguration:
		c := t.Configuration(o.View.ID)
		if c == nil {
			return nil, fmt.Errorf("draw %s: unknown configuration %q%s", t.File, o.View.ID, t.InsteadOfConfiguration(o.View.ID))
		}
		s := newScene(configurationPart(t, c), o)
		s.empty = fmt.Sprintf("configuration %q has no members that are still part of the theory", c.ID)
		return s, nil
	case Upstream, Downstream:
		n := t.Node(o.View.ID)
		if n == nil {
			return nil, fmt.Errorf("draw %s: unknown node %q%s", t.File, o.View.ID, t.InsteadOfNode(o.View.ID))
		}
		if !n.Live() {
			return nil, fmt.Errorf("draw %s: %q is dropped, so nothing leads to it or follows from it; name a node that is not", t.File, n.ID)
		}
		return newScene(stream(t, n, name == Upstream), o), nil
	default:
		return nil, fmt.Errorf("draw %s: the view %q is not one figure; draw one with %s=ID", t.File, name, OneConfiguration)
	}
}
