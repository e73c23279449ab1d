package page

import (
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// lineage says of each element of two versions what became of it, or where it came from.
type lineage map[*theory.Element]list

func newLineage(old, new *catalogue) lineage {
	l := make(lineage)
	r := revision.Compare(old.t, new.t)
	since := "What changed since the " + versionWords(old.t)
	became := "What became of it in the " + versionWords(new.t)
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
		r.Note = "as it was"
		from = append(from, r)
	}
	what := kindWords(r, m.Kind())
	var changes []ref
	if m.Change != nil {
		changes = append(changes, ref{Text: upperFirst(what)})
		for _, f := range m.Change.Fields {
			if words := fieldWords(f); words != "" && len(m.Old) > 0 {
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
func kindWords(r *revision.Revision, k revision.Kind) string {
	switch k {
	case revision.KeptAsItWas:
		return "kept as it was"
	case revision.WasRemoved:
		return "gone, and no reason given"
	case revision.WasSplit:
		return "one part of what was split"
	case revision.WasAdded:
		return "new in this version"
	}
	return r.Words(k)
}

// fieldWords says how a value changed; "" for what the entry says already.
func fieldWords(f revision.Field) string {
	name := wording.Key(f.Name)
	old, isText := f.Old.(string)
	new, isNew := f.New.(string)
	switch {
	case f.Name == "was" || f.Name == "dropped" || strings.HasPrefix(f.Name, "accept."):
		return ""
	case f.Key != nil && f.Key.Prose && isText && isNew:
		return name + " reworded"
	case isText && isNew:
		return fmt.Sprintf("%s: “%s”, now “%s”", name, old, new)
	case isNew && f.Old == nil:
		return fmt.Sprintf("%s: now “%s”", name, new)
	case isText && f.New == nil:
		return fmt.Sprintf("%s: no longer “%s”", name, old)
	case len(f.Gained) > 0 && len(f.Lost) > 0:
		return fmt.Sprintf("%s: %d more, %d fewer", name, len(f.Gained), len(f.Lost))
	case len(f.Gained) > 0:
		return fmt.Sprintf("%s: %d more", name, len(f.Gained))
	case len(f.Lost) > 0:
		return fmt.Sprintf("%s: %d fewer", name, len(f.Lost))
	}
	return fmt.Sprintf("%s: %s, now %s", name, plainValue(f.Old), plainValue(f.New))
}

// plainValue words a value that is no text.
func plainValue(v any) string {
	switch v := v.(type) {
	case bool:
		return "yes"
	case float64:
		return wording.Decimal(v)
	case []string:
		return strings.Join(v, ", ")
	case []float64:
		return wording.Decimal(v[0]) + " to " + wording.Decimal(v[1])
	}
	return "not given"
}

// versionWords names a version in a sentence.
func versionWords(t *theory.Theory) string {
	if t.Version == "" {
		return "other version"
	}
	return t.Version + " version"
}
