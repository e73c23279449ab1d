package fit

import (
	"bytes"
	"fmt"

	"icamo/render/scene"
)

// Key tells all of the scene and the paper that plans, and how they are arranged, depend on. Figures that share a layout have
// one key. Where a figure is for no page there is one plan: its key tells the sizes of boxes, and not the labels, so that a label that
// takes as much room as it did moves nothing.
func (f *Fitting) Key() []byte {
	p := f.estimate
	var w bytes.Buffer
	w.Grow(32 << 10)
	fmt.Fprintf(&w, "%v %q %v %v %q %v %v %v\n", p.Paper.Width, p.Paper.Lanes, p.Paper.Panel, p.Paper.Bare, p.Paper.Face.Identity(), p.beside, p.Scene.SharesLayout(), p.crowded())
	if p.Paper.Width == 0 {
		if f.only == nil {
			f.only = f.Best()
		}
		p = f.only
		fmt.Fprintf(&w, "only plan %+v\n", p.Candidate)
	}
	for _, lane := range p.Scene.Lanes() {
		fmt.Fprintf(&w, "lane %q\n", p.Scene.LaneName(lane)) // which it is as wide or as high as
	}
	for _, b := range p.Boxes {
		one := *b.Box
		one.Content, one.Others = scene.Content{}, nil
		one.Change, one.Hidden, one.Faded, one.Focus, one.Blocks, one.Helps, one.Kept = "", false, false, false, false, false, false // they move nothing
		if p.Scene.SharesLayout() {
			one.Mark = "" // nor does this, where others have it not
		}
		fmt.Fprintf(&w, "box %+v %d %v %v %v %v %v\n", one, b.Rank, b.W, b.H, b.textWidth, b.textHeight, b.beside)
		for _, c := range b.Contents() {
			node := c.Node
			c.Node = nil
			label := node.Label
			if f.only != nil {
				label, c.Former, c.Joins = "", "", ""
			}
			fmt.Fprintf(&w, "content %q %q %q %+v\n", node.Kind, label, node.Horizon, c)
		}
	}
	for _, l := range p.Lines {
		fmt.Fprintf(&w, "line %q %q %q %q %+v\n", l.Name, l.From.Name, l.To.Name, l.Label, l.Looks())
	}
	for _, l := range p.OnSteps {
		fmt.Fprintf(&w, "on step %q %q %q %q %+v\n", l.Name, l.From.Name, l.Onto.Name, l.Label, l.Looks())
	}
	return w.Bytes()
}
