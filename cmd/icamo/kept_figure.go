package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"icamo/render"
	"icamo/render/layout"
	"icamo/theory"
)

// keptFigure is a figure as it was written, with what was said of it. It is kept beside the layouts, and written again where nothing
// that it is made of has changed.
type keptFigure struct {
	said []string
	data []byte
}

// figureKey tells all that a figure depends on: what the flags and the project's settings say, the fonts, and the texts of the theories.
// It is nil for a figure that depends on the one that it replaces.
func (r renderFlags) figureKey(t *theory.Theory, o render.Options) []byte {
	if r.stable {
		return nil
	}
	r.output, r.force, r.timeout = "", false, 0 // they change nothing in it
	var w bytes.Buffer
	fmt.Fprintf(&w, "figure %#v\n", r)
	if o.Face != nil {
		fmt.Fprintf(&w, "fonts %s\n", o.Face.Identity())
	}
	for _, version := range []*theory.Theory{t, o.Against} {
		for ; version != nil; version = version.Earlier {
			fmt.Fprintf(&w, "theory %q %q %q\n", version.File, version.Language, version.Words)
			for _, f := range version.Files {
				fmt.Fprintf(&w, "file %q %d\n%s\n", f.Name, len(f.Text), f.Text)
			}
		}
		w.WriteString("and\n")
	}
	return w.Bytes()
}

// again is a figure that was kept under its key.
func again(engine *layout.Engine, key []byte) (kept keptFigure, ok bool) {
	if key == nil {
		return keptFigure{}, false
	}
	data, ok := engine.Remembered(key)
	said, figure, whole := bytes.Cut(data, []byte("\n"))
	if !ok || !whole || json.Unmarshal(said, &kept.said) != nil {
		return keptFigure{}, false
	}
	kept.data = figure
	return kept, true
}

// keep keeps a figure that was drawn in some time: one for which a layout may have run out of time is drawn anew.
func (k keptFigure) keep(engine *layout.Engine, key []byte, took time.Duration) {
	const most = 4 << 20 // bytes
	if key == nil || took >= engine.Deadline() || len(k.data) > most {
		return
	}
	if said, err := json.Marshal(k.said); err == nil {
		engine.Remember(key, append(append(said, '\n'), k.data...))
	}
}
