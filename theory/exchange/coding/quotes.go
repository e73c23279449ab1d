package coding

import (
	"cmp"
	"fmt"
	"strings"

	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/refi"
)

// quotes makes evidence of the passages that are coded with something that is a node.
func (im *importer) quotes() {
	known := make(map[string]*draft.Element) // evidence that is there, by source and text
	for _, e := range im.d.Elements {
		if e.Table == "evidence" {
			known[e.Text("source")+"\x00"+folded(e.Text("text"))] = e
		}
	}
	without := 0
	for _, p := range im.p.Passages {
		var supports, contradicts []*draft.Element
		for _, c := range p.Codes {
			if e := im.of[c]; e != nil && draft.IsNode(e.Table) {
				supports = append(supports, e)
			}
			if e := im.against[c]; e != nil {
				contradicts = append(contradicts, e)
			}
		}
		if len(supports)+len(contradicts) == 0 {
			without++
			continue
		}
		e := im.quote(p, known)
		for _, node := range supports {
			node.Include("supported_by", e.ID)
		}
		for _, node := range contradicts {
			node.Include("contradicted_by", e.ID)
		}
	}
	if without > 0 {
		im.d.Leave(im.file, "%d passages are coded with nothing that is a node", without)
	}
	for _, s := range im.p.Sources {
		if s.Uncertain {
			im.d.Leave(im.file, "how the program counts the characters of %q is not certain: read its quotes against it", s.Name)
		}
	}
}

// quote finds or makes the evidence that a passage is. Its id goes on from its source's.
func (im *importer) quote(p *refi.Passage, known map[string]*draft.Element) *draft.Element {
	source := im.source(p.Source)
	key := source.ID + "\x00" + folded(p.Text)
	e := known[key]
	if e != nil && e.Old {
		e.Set("locator", p.Locator)
	}
	if e == nil {
		e = im.d.Add("evidence", fmt.Sprintf("%s-%d", source.ID, im.next(source)), im.file)
		e.Set("type", "quote")
		e.Set("source", source.ID)
		e.Set("text", p.Text)
		e.Set("locator", p.Locator)
		known[key] = e
	}
	for _, comment := range p.Comments {
		im.say(e, "description", comment)
	}
	cases := append([]string{}, im.bySource[p.Source]...)
	for _, c := range p.Cases {
		if of := im.cases[c]; of != nil {
			cases = append(cases, of.ID)
		}
	}
	switch {
	case e.Text("case") != "" || e.List("cases") != nil: // the evaluator's word stands
	case len(cases) == 1:
		e.Set("case", cases[0])
	default:
		e.Include("cases", cases...)
	}
	return e
}

// next is the first number from which no evidence of a source is named yet.
func (im *importer) next(source *draft.Element) int {
	n := im.numbered[source] + 1
	for im.d.Find("evidence", fmt.Sprintf("%s-%d", source.ID, n)) != nil {
		n++
	}
	im.numbered[source] = n
	return n
}

func (im *importer) source(s *refi.Source) *draft.Element {
	if e := im.sources[s]; e != nil {
		return e
	}
	e := im.d.Find("source", s.Name)
	if e == nil || !e.Old {
		e = im.d.Add("source", plainName(s.Name), im.file)
		im.d.Name(e, s.Name)
		e.Set("citation", cmp.Or(s.Name, "Source"))
	}
	im.say(e, "description", s.Description)
	im.sources[s] = e
	return e
}

// folded is a text as it is compared: white space makes no difference.
func folded(text string) string { return strings.Join(strings.Fields(text), " ") }
