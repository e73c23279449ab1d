package drawing

import (
	"io"
	"testing"
)

func BenchmarkWriters(b *testing.B) {
	d := specimen(b)
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"svg", func(w io.Writer) error { return SVG(w, d) }},
		{"png300", func(w io.Writer) error { return PNG(w, d, 300) }},
		{"tiff300", func(w io.Writer) error { return TIFF(w, d, 300) }},
		{"pdf", func(w io.Writer) error { return PDF(w, d) }},
		{"eps", func(w io.Writer) error { return EPS(w, d) }},
	} {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				if err := f.write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
