package theory

import (
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/BurntSushi/toml"
)

// decoder finds out what single values say. The outline knows all the rest, so that a decoder of TOML is given nothing
// but values, a list of many at a time, and the lists side by side.
type decoder struct {
	text    string
	batches []*batch
}

// batch is values that are decoded together.
type batch struct {
	items []*outline
	size  int // of their text, in bytes
	fault *outlineFault
}

// add notes a value that is known by its place.
func (d *decoder) add(item *outline) {
	const many, large = 512, 64 << 10
	last := len(d.batches) - 1
	if last < 0 || len(d.batches[last].items) == many || d.batches[last].size >= large {
		d.batches = append(d.batches, &batch{items: make([]*outline, 0, many)})
		last++
	}
	b := d.batches[last]
	b.items = append(b.items, item)
	b.size += int(item.value.end - item.value.start)
}

// decode fills in what the values say, and returns the first thing wrong with any of them.
func (d *decoder) decode() *outlineFault {
	var all sync.WaitGroup
	for _, b := range d.batches {
		all.Go(func() { b.decode(d.text) })
	}
	all.Wait()
	for _, b := range d.batches {
		if b.fault != nil {
			return b.fault
		}
	}
	return nil
}

func (b *batch) decode(text string) {
	var list strings.Builder
	list.Grow(b.size + len(",\n")*len(b.items) + len("v=[]"))
	list.WriteString("v=[")
	for _, item := range b.items {
		list.WriteString(text[item.value.start:item.value.end])
		list.WriteString(",\n")
	}
	list.WriteString("]")
	var table map[string]any
	_, err := toml.Decode(list.String(), &table)
	if values, _ := table["v"].([]any); err == nil && len(values) == len(b.items) {
		for i, item := range b.items {
			item.say(values[i], text)
		}
		return
	}
	for _, item := range b.items {
		if b.fault = item.decode(text); b.fault != nil {
			return
		}
	}
}

// decode finds out what a single value says, or what is wrong with it.
func (o *outline) decode(text string) *outlineFault {
	const key = "v="
	var table map[string]any
	_, err := toml.Decode(key+text[o.value.start:o.value.end], &table)
	var wrong toml.ParseError
	switch {
	case err == nil:
		o.say(table["v"], text)
		return nil
	case errors.As(err, &wrong):
		start := min(o.value.start+int32(max(wrong.Position.Start-len(key), 0)), o.value.end)
		end := min(start+int32(max(wrong.Position.Len, 0)), o.value.end)
		return &outlineFault{plainSyntax(wrong.Message, text[start:]), extent{start, end}}
	}
	return &outlineFault{plainSyntax(err.Error(), ""), o.value}
}

// say takes over what was decoded. A text that is a part of the file's own is kept as that.
func (o *outline) say(value any, text string) {
	switch value := value.(type) {
	case string:
		if start := o.value.start + 1; strings.HasPrefix(text[start:o.value.end], value) {
			o.says = text[start:][:len(value)]
			return
		}
	case time.Time:
		o.says = date(value.String())
		return
	}
	o.says = value
}
