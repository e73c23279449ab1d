package render

import (
	"io"
	"slices"

	"icamo/render/drawing"
	"icamo/render/editable"
	"icamo/theory"
)

// Format is a format that a figure can be written in: either a drawing, or a text for other tools to lay out and draw.
type Format struct {
	Name    string
	Aliases []string // other names and endings of files; the name itself is one
	Dots    bool     // a drawing is made of dots, as many an inch as are asked for
	// ReadersFonts says that text is drawn by the fonts of those who open the file, whatever the figure was measured with.
	ReadersFonts bool
	Draw         func(w io.Writer, d *drawing.Drawing, dpi int) error
	Pages        func(w io.Writer, pages []*drawing.Drawing) error // one file may have several pages; nil where it has one
	// Text writes it, and says what of the figure has no place in it.
	Text func(t *theory.Theory, o Options) (text []byte, lost []string, err error)
}

// Formats are all formats. To add one, write its writer and name it here.
var Formats = []Format{
	{Name: "svg", ReadersFonts: true, Draw: anySize(drawing.SVG)},
	{Name: "png", Draw: drawing.PNG, Dots: true},
	{Name: "pdf", Draw: anySize(drawing.PDF), Pages: drawing.PDFPages},
	{Name: "eps", Draw: anySize(drawing.EPS)},
	{Name: "tiff", Aliases: []string{"tif"}, Draw: drawing.TIFF, Dots: true},
	{Name: "pptx", ReadersFonts: true, Draw: anySize(editable.PPTX)},
	{Name: "drawio", ReadersFonts: true, Draw: anySize(editable.DrawIO)},
	{Name: "dot", Aliases: []string{"gv"}, Text: DOT},
	{Name: "mmd", Aliases: []string{"mermaid"}, Text: Mermaid},
}

// FormatOf finds a format by its name or by the ending of a file, without the dot.
func FormatOf(name string) (f Format, known bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name || slices.Contains(f.Aliases, name) })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}

// FormatNames are the names of all formats.
func FormatNames() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return names
}

// anySize is a writer of a format that is not made of dots.
func anySize(write func(io.Writer, *drawing.Drawing) error) func(io.Writer, *drawing.Drawing, int) error {
	return func(w io.Writer, d *drawing.Drawing, _ int) error { return write(w, d) }
}
