package toml

import (
	"errors"
	"strings"
	"sync"
	"time"

	burntsushi "github.com/BurntSushi/toml"
)

// decoder finds out what single values say. The walk knows all the rest, so that a decoder of TOML is given nothing
// but values, a list of many at a time, and the lists side by side, while the walk goes on.
type decoder struct {
	text    string
	batches []*batch
	started sync.WaitGroup
	rooms   sync.Pool // of *room
}

// batch is values that are decoded together.
type batch struct {
	items []*Item
	size  int // of their text, in bytes
	fault *Fault
}

// add notes a value that is known by its place.
func (d *decoder) add(item *Item) {
	const many, large = 1024, 64 << 10
	last := len(d.batches) - 1
	if last < 0 || len(d.batches[last].items) == many || d.batches[last].size >= large {
		d.start()
		d.batches = append(d.batches, &batch{items: make([]*Item, 0, many)})
		last++
	}
	b := d.batches[last]
	b.items = append(b.items, item)
	b.size += int(item.Value.End - item.Value.Start)
}

// start has the last batch decoded, to which nothing more comes.
func (d *decoder) start() {
	if last := len(d.batches) - 1; last >= 0 {
		b := d.batches[last]
		d.started.Go(func() {
			r, _ := d.rooms.Get().(*room)
			if r == nil {
				r = &room{first: make(map[string]*Item)}
			}
			b.decode(d.text, r)
			d.rooms.Put(r)
		})
	}
}

// finish has all values say what they say, and returns the first thing wrong with any of them.
func (d *decoder) finish() *Fault {
	d.start()
	d.started.Wait()
	for _, b := range d.batches {
		if b.fault != nil {
			return b.fault
		}
	}
	return nil
}

// room is what decoding a batch needs, for one batch after the other.
type room struct {
	list        []byte           // of values, as TOML
	first       map[string]*Item // by what is written
	fresh, same []*Item          // the values that are first; of every value the first that is written so
}

// decode fills in what the values of a batch say. What is written several times, as ids and words are, is decoded once.
func (b *batch) decode(text string, r *room) {
	clear(r.first)
	r.list, r.fresh, r.same = append(r.list[:0], "v=["...), r.fresh[:0], r.same[:0]
	for _, item := range b.items {
		written := text[item.Value.Start:item.Value.End]
		first := r.first[written]
		if first == nil {
			first, r.first[written] = item, item
			r.fresh = append(r.fresh, item)
			r.list = append(append(r.list, written...), ",\n"...)
		}
		r.same = append(r.same, first)
	}
	r.list = append(r.list, ']')
	var table map[string]any
	err := burntsushi.Unmarshal(r.list, &table)
	values, _ := table["v"].([]any)
	sound := err == nil && len(values) == len(r.fresh)
	for i, item := range r.fresh {
		if sound {
			item.say(values[i], text)
		} else if b.fault = item.decode(text); b.fault != nil {
			return
		}
	}
	for i, item := range b.items {
		item.Says = r.same[i].Says
	}
}

// decode finds out what a single value says, or what is wrong with it.
func (o *Item) decode(text string) *Fault {
	const key = "v="
	var table map[string]any
	_, err := burntsushi.Decode(key+text[o.Value.Start:o.Value.End], &table)
	var wrong burntsushi.ParseError
	switch {
	case err == nil:
		o.say(table["v"], text)
		return nil
	case errors.As(err, &wrong):
		start := min(o.Value.Start+int32(max(wrong.Position.Start-len(key), 0)), o.Value.End)
		end := min(start+int32(max(wrong.Position.Len, 0)), o.Value.End)
		return &Fault{Message: plainSyntax(wrong.Message, text[start:]), At: Extent{start, end}}
	}
	return &Fault{Message: plainSyntax(err.Error(), ""), At: o.Value}
}

// say takes over what was decoded. A text that is a part of the file's own is kept as that.
func (o *Item) say(value any, text string) {
	switch value := value.(type) {
	case string:
		if start := o.Value.Start + 1; strings.HasPrefix(text[start:o.Value.End], value) {
			o.Says = text[start:][:len(value)]
			return
		}
	case time.Time:
		o.Says = Date(value.String())
		return
	}
	o.Says = value
}
