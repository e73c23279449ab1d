package preview

import (
	"bytes"
	"testing"

	"icamo/render"
	"icamo/render/layout"
	"icamo/render/page"
)

// BenchmarkRedraw is what stands between a settled save and the new edition, but for the layout.
func BenchmarkRedraw(b *testing.B) {
	engine := layout.New(program, b.TempDir())
	p := &Preview{File: "../../../theories/peer/revised.toml", Engine: engine}
	s := p.read()
	d, err := page.Draw(b.Context(), engine, s.theory, s.findings, render.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			p.read()
		}
	})
	b.Run("draw", func(b *testing.B) {
		for b.Loop() {
			if _, err := page.Draw(b.Context(), engine, s.theory, s.findings, render.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			var out bytes.Buffer
			if err := page.LiveHTML(&out, d, "1", nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
