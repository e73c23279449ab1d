package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/render"
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/paint"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/load"
)

// settle takes from the project's icamo.toml what the command line leaves open.
func (r *renderFlags) settle(cmd *cobra.Command, file string) error {
	file, err := settingsOf(file)
	if err != nil {
		return err
	}
	s, err := load.OpenSettings(file)
	if err != nil {
		return err
	}
	if len(s.Faults) > 0 {
		return errors.New(placed(s.Faults[0]))
	}
	for _, setting := range []struct {
		flag   string
		value  *string
		chosen string
	}{{"width", &r.width, s.Figure.Width}, {"palette", &r.palette, s.Figure.Palette}} {
		if setting.chosen != "" && !cmd.Flags().Changed(setting.flag) {
			*setting.value = setting.chosen
			r.widthIsSet = r.widthIsSet || setting.flag == "width"
		}
	}
	if !cmd.Flags().Changed("font") {
		r.fonts = s.Figure.AllFonts()
		r.fontsAreSet = len(r.fonts) > 0
	}
	return nil
}

// fontsFrom is what names the fonts, as messages say it.
func (r renderFlags) fontsFrom() string {
	if r.fontsAreSet {
		return `"font" in icamo.toml`
	}
	return "--font"
}

// options reads the flags that say how a figure is to be drawn.
func (r renderFlags) options() (render.Options, error) {
	var o render.Options
	var err error
	if o.View, err = scene.ParseView(r.view); err != nil {
		return o, fmt.Errorf("--view: %w", err)
	}
	if r.panels && o.View.Name != scene.Configurations {
		return o, fmt.Errorf("--panels goes with --view configurations")
	}
	for _, s := range r.only {
		if !slices.Contains(theory.Statuses, theory.Status(s)) {
			return o, fmt.Errorf("--only-status cannot be %q: it is one of %s%s", s, strings.Join(statusNames(), ", "), theory.Suggest(s, statusNames()))
		}
		o.Only = append(o.Only, theory.Status(s))
	}
	o.Highlight = r.high
	switch o.Badges = scene.Badges(r.badges); o.Badges {
	case scene.ConfigurationBadges, scene.CaseBadges, scene.NoBadges:
	default:
		return o, fmt.Errorf("--badges cannot be %q: it is configurations, cases or none", r.badges)
	}
	switch o.Labels = scene.LinkLabels(r.labels); o.Labels {
	case scene.NoLabels, scene.SourceLabels, scene.CaseLabels, scene.StatusLabels:
	default:
		return o, fmt.Errorf("--link-labels cannot be %q: it is none, sources, cases or status", r.labels)
	}
	switch o.Dropped = scene.Dropped(r.dropped); o.Dropped {
	case scene.InStrip, scene.InPlace, scene.Nowhere, "":
	default:
		return o, fmt.Errorf("--dropped cannot be %q: it is strip, place or hide", r.dropped)
	}
	if view := cmp.Or(o.View.Name, scene.WholeTheory); cmp.Or(o.Dropped, scene.InStrip) != scene.InStrip && view != scene.WholeTheory && view != scene.Revised {
		return o, fmt.Errorf("--dropped does not go with the view %s, which does not show what was dropped of the whole; leave it out", view)
	}
	switch o.Actors = scene.Actors(r.actors); o.Actors {
	case scene.ActorLane, scene.ActorTags, scene.NoActors, "":
	default:
		return o, fmt.Errorf("--actors cannot be %q: it is lane, tags or none", r.actors)
	}
	for i, id := range r.cases {
		if slices.Contains(r.cases[:i], id) {
			return o, fmt.Errorf("--case names %q twice; name each case once", id)
		}
	}
	switch o.Cases = r.cases; {
	case len(r.cases) > 0 && (o.View.Name == scene.Configurations || o.View.Name == scene.InRows || o.View.Name == scene.Revised):
		return o, fmt.Errorf("--case does not go with the view %s; it goes with one figure of one version", o.View.Name)
	case len(r.cases) == 1:
		o.Case, o.Cases = r.cases[0], nil
	}
	if r.width != "" {
		if o.Width, err = fit.ParseLength(r.width); err != nil {
			if r.widthIsSet {
				return o, fmt.Errorf("\"width\" in icamo.toml: %w", err)
			}
			return o, fmt.Errorf("--width: %w", err)
		}
	}
	switch o.Lanes = fit.Lanes(r.lanes); o.Lanes {
	case fit.Auto, fit.Columns, fit.Rows:
	default:
		return o, fmt.Errorf("--lanes cannot be %q: it is columns, rows or auto", r.lanes)
	}
	if o.View.Name == scene.InRows && o.Lanes != fit.Auto {
		return o, fmt.Errorf("--lanes does not go with --view rows, whose lanes stand side by side; leave it out")
	}
	for _, p := range paint.Palettes {
		if p.Name == r.palette {
			o.Palette = p
		}
	}
	if o.Palette.Name == "" {
		palettes := names(paint.Palettes, func(p paint.Palette) string { return p.Name })
		return o, fmt.Errorf("--palette cannot be %q%s", r.palette, cmp.Or(theory.Suggest(r.palette, palettes), ": it is color or grey"))
	}
	if len(r.fonts) > 0 {
		if o.Face, err = readFace(r.fontsFrom(), r.fonts); err != nil {
			return o, err
		}
	}
	if r.dpi < 20 || r.dpi > 2400 {
		return o, fmt.Errorf("--dpi cannot be %v: it is from 20 to 2400", r.dpi)
	}
	if r.timeout <= 0 {
		return o, fmt.Errorf("--timeout cannot be %v: it must be more than nothing", r.timeout)
	}
	o.Caption, o.NoTitle, o.NoLegend = r.caption, r.noTitle, r.noKeys
	return o, nil
}

// keepPlaces reads where boxes stand in the figure that is to be replaced, where they are to stay there. Where there is none yet,
// there is nothing to keep.
func (r renderFlags) keepPlaces(cmd *cobra.Command, format render.Format, o *render.Options) error {
	switch {
	case !r.stable:
		return nil
	case o.View.Name == scene.InRows:
		return fmt.Errorf("--stable does not go with --view rows: rows follow the file, one a configuration, and have no places of their own to keep; leave it out")
	case o.View.Name == scene.Configurations:
		return fmt.Errorf("--stable keeps places in one figure, and --view configurations draws several; leave it out, or draw one of them with --view configuration=ID")
	case len(r.cases) > 1:
		return fmt.Errorf("--stable keeps places in one figure, and several cases are several; leave it out, or name one --case")
	case format.Name != "svg" || r.output == "-" || r.inFolder():
		return fmt.Errorf("--stable keeps places in one figure that is written as a file of SVG; leave it out, or name such a file with -o")
	}
	file, err := os.Open(r.output)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: there is no %s yet to keep places from\n", oneLine(r.output))
		return nil
	}
	if err != nil {
		return fmt.Errorf("--stable: %w", reason(err))
	}
	defer file.Close()
	if o.Stable, err = drawing.ReadSVG(file); err != nil {
		return fmt.Errorf("--stable: %s: %w", r.output, err)
	}
	return nil
}

func statusNames() []string {
	return names(theory.Statuses, func(s theory.Status) string { return string(s) })
}
