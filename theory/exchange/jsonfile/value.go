package jsonfile

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"icamo/theory"
	"icamo/theory/exchange/draft"
)

// keys gives an element what the members of an object say.
func (r *reader) keys(format *theory.Table, e *draft.Element, members []member, path string) {
	for _, m := range members {
		at := r.at(path, m.name)
		key := format.Key(m.name)
		if key == nil {
			r.d.Leave(at, "there is no such key in a table of this kind")
			continue
		}
		says, err := value(key, m.value)
		if err != nil {
			r.d.Leave(at, "%v", err)
			continue
		}
		if key.Target == "" {
			e.Set(key.Name, says)
			continue
		}
		r.refs = append(r.refs, func() { r.refer(e, key, says, at) })
	}
}

// refer sets a key that names other elements, which are known now.
func (r *reader) refer(e *draft.Element, key *theory.Key, says any, at draft.Place) {
	ids, isList := says.([]string)
	if one, ok := says.(string); ok {
		ids = []string{one}
	}
	var known []string
	for _, id := range ids {
		if of := r.d.Find(key.Target, id); of != nil {
			known = append(known, of.ID)
		} else {
			r.d.Leave(at, "there is no %s %q", key.Target, theory.Shortened(id, 60))
		}
	}
	switch {
	case isList:
		e.Set(key.Name, known)
	case len(known) == 1:
		e.Set(key.Name, known[0])
	}
}

// value is what a JSON value says, as the value of a key.
func value(key *theory.Key, says any) (any, error) {
	wrong := fmt.Errorf("it is not %s", key.Type)
	switch key.Type {
	case theory.Text, theory.Reference, theory.Word:
		text, ok := says.(string)
		if !ok {
			return nil, wrong
		}
		if key.Type == theory.Word && !slices.Contains(key.Words, text) {
			return nil, fmt.Errorf("%q%s", theory.Shortened(text, 60), theory.Instead(text, key.Words))
		}
		return text, nil
	case theory.Texts, theory.Words, theory.References:
		list, ok := says.([]any)
		if !ok {
			return nil, wrong
		}
		texts := make([]string, len(list))
		for i, item := range list {
			if texts[i], ok = item.(string); !ok || key.Type == theory.Words && !slices.Contains(key.Words, texts[i]) {
				return nil, wrong
			}
		}
		return texts, nil
	case theory.Flag:
		if flag, ok := says.(bool); ok {
			return flag, nil
		}
	case theory.Whole:
		if n, ok := says.(json.Number); ok {
			if whole, err := strconv.Atoi(n.String()); err == nil && whole >= key.Least && whole <= key.Largest() {
				return whole, nil
			}
		}
	case theory.Number:
		if n, ok := says.(json.Number); ok {
			return n.Float64()
		}
	case theory.Interval:
		list, _ := says.([]any)
		var ends []float64
		for _, item := range list {
			if n, ok := item.(json.Number); ok {
				end, err := n.Float64()
				if err != nil {
					return nil, wrong
				}
				ends = append(ends, end)
			}
		}
		if len(ends) == 2 && len(list) == 2 {
			return ends, nil
		}
	case theory.Attributes, theory.Acceptances:
		members, ok := says.([]member)
		if !ok {
			return nil, wrong
		}
		pairs := make([]draft.Pair, len(members))
		for i, m := range members {
			text := fmt.Sprint(m.value)
			switch m.value.(type) {
			case string, json.Number, bool:
			default:
				return nil, wrong
			}
			pairs[i] = draft.Pair{Name: m.name, Value: text}
		}
		return pairs, nil
	}
	return nil, wrong
}
