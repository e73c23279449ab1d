package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"icamo/render"
	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
)

// renderFlags are what the command line says of a figure.
type renderFlags struct {
	output      string
	format      string
	view        string
	against     string
	only        []string
	high        []string
	badges      string
	labels      string
	dropped     string
	actors      string
	cases       []string
	stable      bool
	panels      bool
	verbose     bool
	width       string
	widthIsSet  bool // by the project's icamo.toml
	fontsAreSet bool // by the project, as above
	lanes       string
	palette     string
	fonts       []string
	caption     string
	noTitle     bool
	noKeys      bool
	dpi         int
	timeout     time.Duration
	force       bool
}

func renderCommand() *cobra.Command {
	var flags renderFlags
	cmd := &cobra.Command{
		Use:   "render THEORY -o FILE",
		Short: "Draw a theory as a figure",
		Long: `Draw a theory as a figure. The format follows from FILE's ending (` + strings.Join(formatNames(), ", ") + `) or from --format;
"-o -" writes to standard output. With --width the figure is laid out for a page of that width, so that its labels
print at seven points or more. An html file is a page to read the theory by: its figures, and what stands behind each
box and arrow. GraphML, Kumu's JSON, DAGitty's text and CX2 hold the graph for other programs, what they have no place
for is said; json holds all that the theory says, as icamo schema describes it. THEORY is a file, or REV:path for the file
at a git revision; the settings are those that its folder has now.

The views, of which --view draws one:

  theory             the whole theory
  configuration=ID   one configuration, its members in the lanes of the roles that they have in it
  overview           a box a configuration, joined where one takes up an outcome of another, requires or influences it, or is
                     its rival
  configurations     each of them, in a file of its own in the folder that -o names; with --panels on one page
  rows               each of them as a row, joined where one takes up an outcome of another; a PDF gets as many
                     pages as it takes, a folder named with -o a file a page
  upstream=ID        a node and what leads to it
  downstream=ID      a node and what follows from it
  revision           what changed since the version that the theory revises, or that --against names`,
		Example: `  icamo render theories/peer/revised.toml -o peer.svg
  icamo render theories/peer/revised.toml -o peer.pdf --width 180mm
  icamo render theories/peer/revised.toml -o hope.png --view upstream=hope
  icamo render theories/peer/revised.toml -o figures --format pdf --view configurations`,
		Args: takes(1, 1, "a theory file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runRender(cmd, args[0], flags)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&flags.output, "output", "o", "", "the `FILE` to write, or - for standard output")
	f.StringVar(&flags.format, "format", "", "the `FORMAT`, where the file's ending does not say it: "+strings.Join(formatNames(), ", "))
	f.StringVar(&flags.view, "view", "theory", "the `VIEW` to draw: "+strings.Join(scene.Views, ", "))
	f.StringVar(&flags.against, "against", "", "another version, `THEORY` or REV:path, to share the layout with or to compare with; what the theory revises, unless given")
	f.StringSliceVar(&flags.only, "only-status", nil, "draw just links of this `STATUS`, and what they join or act on; may be given more than once")
	f.StringArrayVar(&flags.high, "highlight", nil, "fade all but the node, link or configuration `ID`; may be given more than once")
	f.StringVar(&flags.badges, "badges", "configurations", "`WHAT` the numbers on boxes are of: configurations, cases or none")
	f.StringVar(&flags.labels, "link-labels", "none", "`WHAT` stands on links: none, sources, cases or status")
	f.StringVar(&flags.actors, "actors", "lane", "`WHERE` actors stand: in a lane, as tags on what they lead to, or none")
	f.StringArrayVar(&flags.cases, "case", nil, "show what is known of the theory in the case `ID`; several beside one another, where given more than once")
	f.BoolVar(&flags.stable, "stable", false, "keep boxes where they stand in the SVG that is replaced; what is new finds room")
	f.BoolVar(&flags.panels, "panels", false, "draw the view configurations on one page")
	f.BoolVarP(&flags.verbose, "verbose", "v", false, "say how large the figure and its text are, and how many links cross")
	f.StringVar(&flags.width, "width", "", "the `WIDTH` of the page, such as 180mm, 8.5cm, 7in or 510pt")
	f.StringVar(&flags.lanes, "lanes", "auto", "the `DIRECTION` of the lanes: columns, rows or auto")
	f.StringVar(&flags.palette, "palette", "color", "the `PALETTE`: color or grey")
	f.StringArrayVar(&flags.fonts, "font", nil, "set the text in the TrueType or OpenType font of this `FILE`, in place of Liberation Sans; of a collection in its first, or as fonts.ttc#Family says; given more than once, each for what those before it lack")
	f.StringVar(&flags.caption, "caption", "", "a `TEXT` under the figure")
	f.StringVar(&flags.dropped, "dropped", "strip", "`WHERE` the views theory and revision show what was dropped: strip (below the lanes), place (where it stood) or hide")
	f.BoolVar(&flags.noTitle, "no-title", false, "leave the title out")
	f.BoolVar(&flags.noKeys, "no-legend", false, "leave the legend out")
	f.IntVar(&flags.dpi, "dpi", 300, "the `DOTS` per inch of a PNG or TIFF")
	f.BoolVar(&flags.force, "force", false, "replace a file that is of another kind")
	f.DurationVar(&flags.timeout, "timeout", layout.DefaultTimeout, "the longest `TIME` that a layout may take")
	return cmd
}

func runRender(cmd *cobra.Command, file string, flags renderFlags) error {
	if flags.output == "" {
		return fmt.Errorf("name the file to write, such as -o theory.svg%s", seeHelp(cmd))
	}
	// A figure lives shorter than its garbage: none is collected unless there is very much of it.
	const much = 192 << 20
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(much))
	if flags.isPage() {
		return renderPage(cmd, file, flags)
	}
	if f, ok := flags.graphFormat(); ok {
		return renderGraph(cmd, file, flags, f)
	}
	format, err := flags.figureFormat()
	if err != nil {
		return err
	}
	if !flags.inFolder() {
		if err := mayReplace(flags.output, flags.format, flags.force); err != nil {
			return err
		}
	}
	sayIdle(cmd, idleInFigure(format))
	t, options, err := flags.open(cmd, file)
	if err != nil {
		return err
	}
	read := flags.read(t, options)
	if err := flags.keepPlaces(cmd, format, &options); err != nil {
		return err
	}
	if format.Text != nil {
		source, lost, err := format.Text(t, options)
		if err != nil {
			return err
		}
		err = writeOut(cmd, flags.output, func(w io.Writer) error { _, err := w.Write(source); return err }, read...)
		sayLost(cmd, err, format.Name, lost)
		return madeOf(err, t, options.Against)
	}
	engine, err := layout.Find()
	if err != nil {
		return err
	}
	engine.Timeout = flags.timeout
	if flags.inFolder() {
		return flags.each(cmd, engine, t, options, format, read)
	}
	if options.View.Name == scene.InRows && format.Pages != nil {
		return madeOf(flags.pages(cmd, t, options, format, read), t)
	}
	return flags.one(cmd, engine, t, options, format, read)
}

// one writes a figure: as it was, where nothing that it is made of has changed.
func (r renderFlags) one(cmd *cobra.Command, engine *layout.Engine, t *theory.Theory, o render.Options, format render.Format, read []string) error {
	write := func(f keptFigure) error {
		say(cmd, f.said)
		err := writeOut(cmd, r.output, func(w io.Writer) error { _, err := w.Write(f.data); return err }, read...)
		return madeOf(err, t, o.Against)
	}
	key, started := r.figureKey(t, o), time.Now()
	if kept, ok := again(engine, key); ok {
		return write(kept)
	}
	picture, err := render.Figure(cmd.Context(), engine, t, o)
	if err != nil {
		return err
	}
	var drawn bytes.Buffer
	if err := format.Draw(&drawn, picture.Drawing, r.dpi); err != nil {
		return fmt.Errorf("write %s: %w", r.output, err)
	}
	figure := keptFigure{said: r.saying(picture), data: drawn.Bytes()}
	illegible := legible(format, picture)
	if illegible == nil {
		figure.keep(engine, key, time.Since(started))
	}
	return cmp.Or(write(figure), illegible)
}

// read are the files that a figure is made of.
func (r *renderFlags) read(t *theory.Theory, o render.Options) []string {
	return append(filesOf(t, o.Against), fontFiles(r.fonts)...)
}

// open reads the theory to be drawn, and how: as the flags say, else the project's settings.
func (r *renderFlags) open(cmd *cobra.Command, file string) (*theory.Theory, render.Options, error) {
	if err := r.settle(cmd, file); err != nil {
		return nil, render.Options{}, err
	}
	o, err := r.options()
	if err != nil {
		return nil, o, err
	}
	t, err := openVersion(cmd, file)
	if err != nil {
		return nil, o, err
	}
	sayLanguage(cmd, t)
	switch { // the version that the figure shares its layout with
	case r.against != "":
		if o.Against, err = openVersion(cmd, r.against); err != nil {
			return nil, o, fmt.Errorf("--against: %w", err)
		}
	case o.View.Name == scene.Revised:
		o.Against = earlierVersion(cmd, t)
	}
	return t, o, nil
}

// pages writes rows into one file, on as many pages as it takes.
func (r renderFlags) pages(cmd *cobra.Command, t *theory.Theory, o render.Options, format render.Format, read []string) error {
	pictures, err := render.Pages(t, o)
	if err != nil {
		return err
	}
	var drawings []*drawing.Drawing
	for _, p := range pictures {
		say(cmd, r.saying(p))
		drawings = append(drawings, p.Drawing)
	}
	return writeOut(cmd, r.output, func(w io.Writer) error { return format.Pages(w, drawings) }, read...)
}

// pictures are those that go into a folder: one for each configuration, or for each page of rows.
func (r renderFlags) pictures(ctx context.Context, engine *layout.Engine, t *theory.Theory, o render.Options) ([]*render.Picture, error) {
	if r.view == scene.InRows {
		return render.Pages(t, o)
	}
	return render.Each(ctx, engine, t, o)
}

// each writes one file for each configuration, or each page of rows, into the folder that -o names.
func (r renderFlags) each(cmd *cobra.Command, engine *layout.Engine, t *theory.Theory, o render.Options, format render.Format, read []string) error {
	if r.output == "-" {
		return fmt.Errorf("--view configurations makes a file for each: name a folder with -o, or draw them on one page with --panels")
	}
	pictures, err := r.pictures(cmd.Context(), engine, t, o)
	if err != nil {
		return err
	}
	named := func(p *render.Picture) string { return filepath.Join(r.output, p.Name+"."+r.format) }
	for _, p := range pictures { // all that may be written, or none
		if err := mayReplace(named(p), r.format, r.force); err != nil {
			return err
		}
		if err := writable(named(p), read); err != nil {
			return fmt.Errorf("write %s: %w", named(p), err)
		}
	}
	if err := os.MkdirAll(r.output, 0o777); err != nil {
		return fmt.Errorf("make the folder %s: %w", r.output, reason(err))
	}
	for _, p := range pictures {
		say(cmd, r.saying(p))
		if err := writeOut(cmd, named(p), func(w io.Writer) error { return format.Draw(w, p.Drawing, r.dpi) }, read...); err != nil {
			return err
		}
	}
	return cmp.Or(madeOf(nil, t, o.Against), legible(format, pictures...))
}

// legible reports figures with an empty box in place of a character: what it is has been said.
func legible(format render.Format, pictures ...*render.Picture) error {
	for _, p := range pictures {
		if !format.ReadersFonts && p.Lacks() != "" {
			return errReported
		}
	}
	return nil
}

// say prints what there is to say of a figure, in lines, beside the result.
func say(cmd *cobra.Command, lines []string) {
	for _, line := range lines {
		fmt.Fprintln(cmd.ErrOrStderr(), line)
	}
}

// saying is what there is to say of a figure, in lines.
func (r renderFlags) saying(p *render.Picture) (lines []string) {
	of := "icamo: "
	if p.Name != "" {
		of += p.Name + ": "
	}
	for _, note := range p.Notes {
		lines = append(lines, of+oneLine(note))
	}
	if r.verbose {
		const millimetre = 72 / 25.4
		lines = append(lines, fmt.Sprintf("%s%.0f mm × %.0f mm, labels of %.1f pt, crossings: %d", of,
			p.Drawing.Width/millimetre, p.Drawing.Height/millimetre, p.TextSize, p.Crossings()))
	}
	return lines
}

// pageFormat is the format of a page, which is more than a figure.
const pageFormat = "html"

// formatNames are the formats that render writes.
func formatNames() []string {
	return slices.Concat(render.FormatNames(), []string{pageFormat}, names(graphFormats, func(f graphFormat) string { return f.name }))
}

// inFolder says whether -o names a folder: each configuration gets a file of its own.
func (r renderFlags) inFolder() bool {
	return r.view == scene.Configurations && !r.panels || r.view == scene.InRows && r.output != "-" && filepath.Ext(r.output) == ""
}

// figureFormat is the format that --format or the ending of -o names.
func (r *renderFlags) figureFormat() (render.Format, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(r.output), "."))
	if _, isFile := render.FormatOf(ending); r.inFolder() && isFile {
		folder := strings.TrimSuffix(r.output, filepath.Ext(r.output))
		return render.Format{}, fmt.Errorf("--view configurations makes a file for each, and -o %s is one file: name a folder, as -o %s --format %s, or draw them on one page with --panels", r.output, folder, ending)
	}
	if r.format == "" && r.inFolder() {
		ending = render.Formats[0].Name
	}
	r.format = cmp.Or(r.format, ending)
	format, known := render.FormatOf(r.format)
	switch {
	case known:
		return format, nil
	case r.format == "":
		return format, fmt.Errorf("-o %s has no ending that says the format; add one, or --format %s", r.output, strings.Join(formatNames(), "|"))
	}
	return format, fmt.Errorf("no format %q; there are %s", r.format, strings.Join(formatNames(), ", "))
}
