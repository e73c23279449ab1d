package page

import (
	"cmp"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// lineage says of each element of two versions what became of it, or where it came from.
type lineage map[*theory.Element]list

func newLineage(old, new *catalogue, r *revision.Revision) lineage {
	l := make(lineage)
	if r.Old != old.t {
		r = revision.Compare(old.t, new.t)
	}
	since := new.words.Say("What changed since: {1}", versionWords(old))
	became := old.words.Say("What became of it in: {1}", versionWords(new))
	for _, m := range r.Nodes {
		follow(l, r, m, old, new, since, became, (*theory.Node).Base, (*catalogue).node)
	}
	for _, m := range r.Links {
		follow(l, r, m, old, new, since, became, (*theory.Link).Base, (*catalogue).link)
	}
	for _, m := range r.Configurations {
		follow(l, r, m, old, new, since, became, (*theory.Configuration).Base, (*catalogue).configuration)
	}
	return l
}

func follow[T any](l lineage, r *revision.Revision, m revision.Match[T], old, new *catalogue, since, became string,
	element func(*T) *theory.Element, named func(*catalogue, *T) ref) {
	var from, to []ref
	for _, o := range m.Old {
		r := named(old, o)
		r.Note = new.words.Say("as it was")
		from = append(from, r)
	}
	what := kindWords(new.words, r, m.Kind())
	var changes []ref
	if m.Change != nil {
		changes = append(changes, ref{Text: upperFirst(what)})
		for _, f := range m.Change.Fields {
			if words := fieldWords(old, new, f); words != "" && len(m.Old) > 0 {
				changes = append(changes, ref{Text: words})
			}
		}
	}
	if m.New != nil {
		to = []ref{named(new, m.New)}
		to[0].Note = what
		l[element(m.New)] = list{since, append(changes, from...)}
	} else {
		to = []ref{{Text: upperFirst(what)}}
	}
	for _, o := range m.Old { // of what was split, every part is told
		l[element(o)] = list{became, append(l[element(o)].Items, to...)}
	}
}

// kindWords says what happened to an element, on its own entry.
func kindWords(words *wording.Language, r *revision.Revision, k revision.Kind) string {
	switch k {
	case revision.KeptAsItWas:
		return words.Say("kept as it was")
	case revision.WasRemoved:
		return words.Say("gone, and no reason given")
	case revision.WasSplit:
		return words.Say("one part of what was split")
	case revision.WasAdded:
		return words.Say("new in this version")
	}
	return r.Words(words, k)
}

// fieldWords says how a value changed; "" for what the entry says already.
func fieldWords(before, now *catalogue, f revision.Field) string {
	words := now.words
	name := words.Field(f.Name)
	old, isText := f.Old.(string)
	new, isNew := f.New.(string)
	switch {
	case f.Name == "was" || f.Name == "dropped" || strings.HasPrefix(f.Name, "accept."):
		return ""
	case f.Key != nil && f.Key.Prose && isText && isNew:
		return words.Say("{1}: reworded", name)
	case isText && isNew:
		return words.Say("{1}: {2}, now {3}", name, "“"+worded(before, f, old)+"”", "“"+worded(now, f, new)+"”")
	case isNew && f.Old == nil:
		return words.Say("{1}: now “{2}”", name, worded(now, f, new))
	case isText && f.New == nil:
		return words.Say("{1}: no longer “{2}”", name, worded(before, f, old))
	case len(f.Gained) > 0 && len(f.Lost) > 0:
		return words.Say("{1}: {2} more, {3} fewer", name, strconv.Itoa(len(f.Gained)), strconv.Itoa(len(f.Lost)))
	case len(f.Gained) > 0:
		return words.Say("{1}: {2} more", name, strconv.Itoa(len(f.Gained)))
	case len(f.Lost) > 0:
		return words.Say("{1}: {2} fewer", name, strconv.Itoa(len(f.Lost)))
	}
	return words.Say("{1}: {2}, now {3}", name, plainValue(words, f, f.Old), plainValue(words, f, f.New))
}

// plainValue words a value that is no text.
func plainValue(words *wording.Language, f revision.Field, v any) string {
	switch v := v.(type) {
	case bool:
		return words.Say("yes")
	case float64:
		return words.Decimal(v)
	case []string:
		if f.Key != nil && f.Key.Type == theory.Words {
			v = words.Each(v)
		}
		return strings.Join(v, ", ")
	case []float64:
		return words.Say("{1} to {2}", words.Decimal(v[0]), words.Decimal(v[1]))
	}
	return words.Say("not given")
}

// worded is a text under a key: a word of the format as a reader meets it, an id as what it names, and any other text as it stands.
func worded(c *catalogue, f revision.Field, text string) string {
	switch {
	case f.Key == nil:
		return c.words.Word(text) // a kind of node
	case f.Key.Type == theory.Word:
		return c.words.Word(text)
	case f.Key.Target != "":
		if named := c.t.Find(f.Key.Target, text); named != nil {
			return theory.Name(named)
		}
	}
	return text
}

// versionWords names a version.
func versionWords(c *catalogue) string {
	return cmp.Or(c.words.Version(c.t.Version), c.words.Say("the other version"))
}
