package preview

import (
	"testing"

	"icamo/render"
	"icamo/render/layout"
	"icamo/render/page"
)

// BenchmarkRedraw is what stands between a settled save and the new edition, but for the layout.
func BenchmarkRedraw(b *testing.B) {
	engine := layout.New(b.TempDir())
	p := &Preview{File: "../../../theories/peer/revised.toml", Engine: engine}
	s := p.read()
	d, err := page.Draw(b.Context(), engine, s.theory, s.findings, render.Options{}, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			p.read()
		}
	})
	for name, last := range map[string]*page.Page{"draw": nil, "draw again": d} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := page.Draw(b.Context(), engine, s.theory, s.findings, render.Options{}, last); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("edition", func(b *testing.B) {
		for b.Loop() {
			if _, err := page.NewEdition(d, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
