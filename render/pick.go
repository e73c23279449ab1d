package render

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// tie tells the boxes whether lines join them.
func (f *figure) tie() {
	for _, b := range f.boxes {
		b.loose = true
	}
	for _, l := range f.lines {
		if l.from == l.to {
			l.from.looped = true
		} else {
			l.from.loose, l.to.loose = false, false
		}
	}
}

// only leaves the lines of the given statuses, and the boxes that they join.
func (f *figure) only(statuses []theory.Status) {
	f.lines = slices.DeleteFunc(f.lines, func(l *line) bool {
		return l.ghost() || !slices.Contains(statuses, l.link.Status)
	})
	f.boxes = slices.DeleteFunc(f.boxes, func(b *box) bool {
		return !slices.ContainsFunc(f.lines, func(l *line) bool { return l.from == b || l.to == b })
	})
	f.empty = fmt.Sprintf("no link is %s", list(statusTexts(statuses)))
}

func statusTexts(statuses []theory.Status) []string {
	texts := make([]string, len(statuses))
	for i, s := range statuses {
		texts[i] = string(s)
	}
	return texts
}

// highlight fades all but what is named: a node with its links and what they join it to, a link with its ends, a
// configuration with its members and the links among them.
func (f *figure) highlight(t *theory.Theory, o Options) error {
	boxes, lines := make(map[*box]bool), make(map[*line]bool)
	keep := func(l *line) { lines[l], boxes[l.from], boxes[l.to] = true, true, true }
	for _, id := range o.Highlight {
		found := false
		for _, b := range f.shown() {
			if b.id() != id {
				continue
			}
			found, boxes[b], b.focus = true, true, true
			for _, l := range f.drawn() {
				if l.from == b || l.to == b {
					keep(l)
				}
			}
		}
		for _, l := range f.drawn() {
			if l.link.ID == id {
				found = true
				keep(l)
			}
		}
		if c := t.Configuration(id); c != nil {
			found = true
			members := make(map[string]bool)
			for _, m := range c.Members {
				members[m.ID] = true
			}
			for _, b := range f.shown() {
				boxes[b] = boxes[b] || members[b.id()]
			}
			for _, l := range f.drawn() {
				if members[l.from.id()] && members[l.to.id()] {
					keep(l)
				}
			}
		}
		if !found {
			return fmt.Errorf("highlight in %s: the figure shows no %q%s", t.File, id, theory.Instead(id, f.ids(t)))
		}
	}
	for _, b := range f.boxes {
		b.faded = !boxes[b]
	}
	for _, l := range f.lines {
		l.faded = !lines[l]
	}
	return nil
}

// ids are what can be highlighted.
func (f *figure) ids(t *theory.Theory) []string {
	var ids []string
	for _, b := range f.shown() {
		ids = append(ids, b.id())
	}
	for _, c := range t.Configurations {
		ids = append(ids, c.ID)
	}
	for _, l := range f.drawn() {
		ids = append(ids, l.link.ID)
	}
	return ids
}
