package scene

import (
	"math/rand/v2"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestNoArrowOfALinkThatInhibits holds that no note, alternative text or item of a figure names a link that inhibits by its ends with the
// arrow of one that promotes.
func TestNoArrowOfALinkThatInhibits(t *testing.T) {
	theories := []*theory.Theory{theorytest.Open(t, "peer/revised.toml"), theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "youth-peer-support/theory.toml"),
		theorytest.Open(t, "examples/faellesspisning/revideret.toml")}
	random := rand.New(rand.NewPCG(7, 7))
	for range 60 {
		theories = append(theories, theorytest.Random(t, random))
	}
	named := 0
	for _, th := range theories {
		options := []Options{{}, {Only: theory.Statuses[:1]}, {Dropped: InPlace}}
		for _, c := range th.Configurations {
			options = append(options, Options{View: View{OneConfiguration, c.ID}})
		}
		for _, l := range th.Links {
			options = append(options, Options{Highlight: []string{l.ID}})
		}
		if th.Earlier != nil {
			options = append(options, Options{View: View{Name: Revised}, Against: th.Earlier})
		}
		var said strings.Builder
		for _, o := range options {
			if s, err := New(th, o); err == nil {
				said.WriteString(s.Frame.Caption + "\n" + s.Description() + "\n")
				for _, item := range s.Strip.Items {
					said.WriteString(item.Text + "\n")
				}
			}
		}
		if rows, err := NewRows(th, Options{}); err == nil {
			frame := rows.Frame(Options{})
			said.WriteString(frame.Caption + "\n" + rows.Description(0, len(rows.All)))
		}
		text, promotes := said.String(), make(map[string]bool)
		links := th.Links
		if th.Earlier != nil {
			links = append(links[:len(links):len(links)], th.Earlier.Links...)
		}
		ends := func(l *theory.Link) string {
			from, to := l.Ends()
			if l.Onto != nil {
				to = "(" + to + ")"
			}
			return from + " → " + to
		}
		for _, l := range links {
			if l.Effect != theory.Inhibits {
				promotes[ends(l)] = true
			}
		}
		for _, l := range links {
			if l.Effect != theory.Inhibits || l.Source == nil {
				continue
			}
			if strings.Contains(text, l.Step()) {
				named++
			}
			for other := range promotes { // whose text begins with the same
				if strings.Contains(other, ends(l)) {
					text = strings.ReplaceAll(text, other, "")
				}
			}
			if at := strings.Index(text, ends(l)); at >= 0 {
				t.Errorf("%s is said to promote: …%s", l.ID, text[at:min(len(text), at+200)])
			}
		}
	}
	if named < 100 {
		t.Errorf("only %d links that inhibit are named", named)
	}
}
