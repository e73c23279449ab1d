package jsonfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
)

// The limits of a file.
const (
	maxSize  = 64 << 20
	maxDepth = 8
)

// member is a member of an object, in the order of the file.
type member struct {
	name  string
	value any // a string, json.Number, bool, nil, []any or []member
}

// decode reads a value with the order that it has.
func decode(d *json.Decoder, depth int) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	bracket, isBracket := token.(json.Delim)
	if !isBracket {
		return token, nil
	}
	if depth > maxDepth {
		return nil, fmt.Errorf("nests deeper than %d levels", maxDepth)
	}
	var list []any
	var members []member
	for d.More() {
		var name string
		if bracket == '{' {
			token, err := d.Token()
			if err != nil {
				return nil, err
			}
			name = token.(string) // as the decoder sees to
		}
		value, err := decode(d, depth+1)
		if err != nil {
			return nil, err
		}
		list, members = append(list, value), append(members, member{name, value})
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	if bracket == '{' {
		return members, nil
	}
	return list, nil
}

// reader takes elements from JSON. What refers to others waits until these are known.
type reader struct {
	d     *draft.Draft
	file  string
	links []func() // from node to node
	steps []func() // links onto links
	refs  []func() // all other references
}

// Import adds to a draft what a JSON file holds. Each element says where it came from under unreviewed, unless it says so
// itself: a person has yet to look at it.
func Import(d *draft.Draft, file string, data []byte) error {
	if len(data) > maxSize {
		return fmt.Errorf("is larger than %d MiB", maxSize>>20)
	}
	in := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	in.UseNumber()
	value, err := decode(in, 1)
	if err == nil && in.More() {
		err = errors.New("more than one value is in it")
	}
	if err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = errors.New("it ends too soon")
		}
		return fmt.Errorf("is no JSON that can be read: %w", err)
	}
	tables, ok := value.([]member)
	if !ok {
		return errors.New("is no JSON of a theory: it is not an object of tables, as icamo schema describes them")
	}
	r := &reader{d: d, file: file}
	for _, table := range tables {
		r.table(table)
	}
	for _, waiting := range []*[]func(){&r.links, &r.steps, &r.refs} {
		for _, do := range *waiting {
			do()
		}
	}
	return nil
}

func (r *reader) at(path ...string) draft.Place {
	return draft.Place{File: r.file, Path: strings.Join(path, ".")}
}

func (r *reader) table(m member) {
	format := theory.TableNamed(m.name)
	if format == nil {
		r.d.Leave(r.at(m.name), "a theory has no table of this name")
		return
	}
	list, isList := m.value.([]any)
	members, isObject := m.value.([]member)
	switch {
	case format.Single && isObject:
		if !r.d.Theory.Old {
			r.keys(format, r.d.Theory, members, m.name)
		}
	case format.Repeated && isList:
		for i, item := range list {
			if link, ok := item.([]member); ok {
				r.link(format, link, fmt.Sprintf("link %d", i+1))
			} else {
				r.d.Leave(r.at(fmt.Sprintf("link %d", i+1)), "it is no object")
			}
		}
	case !format.Single && !format.Repeated && isObject:
		for _, element := range members {
			if keys, ok := element.value.([]member); ok {
				r.element(format, element.name, keys)
			} else {
				r.d.Leave(r.at(m.name, element.name), "it is no object")
			}
		}
	default:
		r.d.Leave(r.at(m.name), "it is of another shape than icamo schema describes")
	}
}

func (r *reader) element(format *theory.Table, id string, keys []member) {
	path := format.Name + "." + id
	if e := r.d.Find(format.Name, id); e != nil {
		r.d.Leave(r.at(path), "it is there already, and was left as it is")
		return
	}
	e := r.d.Add(format.Name, id, r.at(path))
	r.keys(format, e, keys, path)
	r.mark(format, e)
}

// link makes a link once its ends are known.
func (r *reader) link(format *theory.Table, keys []member, path string) {
	ends := map[string]string{"effect": string(theory.Promotes)}
	for _, k := range keys {
		if says, ok := k.value.(string); ok {
			ends[k.name] = says
		}
	}
	keys = slices.DeleteFunc(keys, func(k member) bool { return k.name == "from" || k.name == "to" || k.name == "effect" })
	join := func() {
		from, to := r.d.Find("node", ends["from"]), ends["to"]
		if node := r.d.Find("node", to); node != nil {
			to = node.ID
		} else if r.d.FindLink(to) == nil {
			from = nil
		}
		if from == nil {
			r.d.Leave(r.at(path), "it leads from %q to %q, which are not both there", theory.Shortened(ends["from"], 60), theory.Shortened(ends["to"], 60))
			return
		}
		e, made := r.d.Join(from.ID, to, theory.Effect(ends["effect"]), r.at(path))
		if !made {
			r.d.Leave(r.at(path), "it is there already, and was left as it is")
			return
		}
		r.keys(format, e, keys, path)
		r.mark(format, e)
	}
	switch {
	case ends["effect"] != string(theory.Promotes) && ends["effect"] != string(theory.Inhibits):
		r.d.Leave(r.at(path), "its effect is %q, which is neither promotes nor inhibits", theory.Shortened(ends["effect"], 60))
	case strings.Contains(ends["to"], "->"):
		r.steps = append(r.steps, join)
	default:
		r.links = append(r.links, join)
	}
}

// mark says where an element came from, where it does not say so itself.
func (r *reader) mark(format *theory.Table, e *draft.Element) {
	const unreviewed = "unreviewed"
	if format.Key(unreviewed) != nil && e.Text(unreviewed) == "" {
		e.Set(unreviewed, r.file)
	}
}
