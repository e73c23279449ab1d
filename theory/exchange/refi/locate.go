package refi

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// locate finds the texts of all selections, and makes passages of them.
func (r *reader) locate() {
	total := make(map[reading]vote) // over all sources
	tried := make([][]vote, len(r.Sources))
	for i, s := range r.Sources {
		if len(s.selections) == 0 {
			continue
		}
		if strings.TrimSpace(s.raw) == "" {
			s.Lost = true
			r.left("passages whose text is not in the project's file", len(s.selections))
			continue
		}
		if tried[i] = votes(s); len(tried[i]) == 0 {
			s.Lost = true
			r.left("passages that lie outside the text of their source", len(s.selections))
		}
		for _, v := range tried[i] {
			sum := total[v.how]
			total[v.how] = vote{names: sum.names + v.names, edges: sum.edges + v.edges}
		}
	}
	for i, s := range r.Sources {
		if len(tried[i]) > 0 {
			r.passages(s, r.elect(s, tried[i], total))
		}
	}
	for _, s := range r.Sources {
		s.Text = unified(s.raw)
		s.raw, s.selections = "", nil
	}
}

// elect chooses the reading that fits a source best; of those that fit it equally well the one that fits the project best,
// else the program's usual one, and then that is uncertain.
func (r *reader) elect(s *Source, tried []vote, total map[reading]vote) vote {
	best := slices.MaxFunc(tried, func(a, b vote) int {
		return cmp.Or(cmp.Compare(a.names, b.names), cmp.Compare(a.edges, b.edges), cmp.Compare(total[a.how].names, total[b.how].names),
			cmp.Compare(total[a.how].edges, total[b.how].edges))
	})
	known := usual(r.Origin)
	for _, other := range tried {
		if best.better(other) || total[best.how].better(total[other.how]) || best.same(other, s.raw) {
			continue
		}
		s.Uncertain = true
		if other.how == known {
			best = other
		}
	}
	return best
}

// passages makes one passage of each stretch that is coded, however often.
func (r *reader) passages(s *Source, v vote) {
	order := make([]int, len(s.selections))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(v.spans[a].start, v.spans[b].start), cmp.Compare(v.spans[b].end, v.spans[a].end))
	})
	made := make(map[span]*Passage)
	var spoken []heard
	paragraph, counted := 1, 0
	for _, i := range order {
		x := s.selections[i]
		at := trimmed(s.raw, v.spans[i])
		if at.start >= at.end {
			r.left("empty selections", 1)
			continue
		}
		if at.start > counted {
			paragraph += strings.Count(s.raw[counted:at.start], "\n")
			counted = at.start
		}
		p := made[at]
		if p == nil {
			p = &Passage{Source: s, Text: unified(s.raw[at.start:at.end]), Locator: locator(x, paragraph)}
			made[at] = p
			spoken = append(spoken, heard{p, at})
		}
		if x.comment != "" && !slices.Contains(p.Comments, x.comment) {
			p.Comments = append(p.Comments, x.comment)
		}
		r.code(p, x)
	}
	r.Passages = append(r.Passages, attributed(spoken)...)
}

// heard is a passage and where it is in its text.
type heard struct {
	*Passage
	at span
}

// attributed gives passages within what is coded as a case's words that case, and leaves out what is coded as nothing else.
func attributed(all []heard) []*Passage {
	const most = 100 // speakers at a time
	var passages []*Passage
	var open []heard
	for _, p := range all {
		open = slices.DeleteFunc(open, func(o heard) bool { return o.at.end <= p.at.start })
		if len(p.Codes) == 0 {
			if len(open) < most {
				open = append(open, p)
			}
			continue
		}
		for _, o := range open {
			if o.at.end >= p.at.end {
				for _, c := range o.Cases {
					p.of(c)
				}
			}
		}
		passages = append(passages, p.Passage)
	}
	return passages
}

// code gives a passage the codes and cases of a selection.
func (r *reader) code(p *Passage, x *selection) {
	for _, c := range r.casesOf[x.guid] {
		p.of(c)
	}
	for _, coding := range x.codings {
		target := guid(coding.First("CodeRef").Get("targetGUID"))
		switch c := r.codes[target]; {
		case r.cases[target] != nil:
			p.of(r.cases[target])
		case c == nil:
			r.left("codings with a code that the project does not have", 1)
		case !slices.Contains(p.Codes, c):
			p.Codes = append(p.Codes, c)
			c.Passages++
		}
	}
	for _, c := range r.of[p.Source.GUID] {
		if len(r.of[p.Source.GUID]) == 1 {
			p.of(c)
		}
	}
}

func (p *Passage) of(c *Case) {
	if !slices.Contains(p.Cases, c) {
		p.Cases = append(p.Cases, c)
	}
}

func locator(x *selection, paragraph int) string {
	switch {
	case x.page > 0:
		return fmt.Sprintf("page %d", x.page)
	case x.time != "":
		return x.time
	}
	return fmt.Sprintf("paragraph %d", paragraph)
}

// trimmed is a span without the white space at its ends.
func trimmed(text string, at span) span {
	if at.start > at.end {
		return span{}
	}
	part := text[at.start:at.end]
	at.end -= len(part) - len(strings.TrimRight(part, " \t\r\n\u00a0"))
	at.start += len(part) - len(strings.TrimLeft(part, " \t\r\n\u00a0"))
	return at
}
