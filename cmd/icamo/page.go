package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"icamo/render/layout"
	"icamo/render/page"
	"icamo/theory"
	"icamo/theory/check"
)

// isPage says whether what is asked for is the page, which is more than a figure.
func (r renderFlags) isPage() bool {
	return r.format == pageFormat || r.format == "" && strings.EqualFold(filepath.Ext(r.output), "."+pageFormat)
}

// renderPage writes a theory as a page that holds all it shows.
func renderPage(cmd *cobra.Command, file string, flags renderFlags) error {
	if cmd.Flags().Changed("view") {
		return fmt.Errorf("--view is for a figure; a page shows the whole theory, and picks out parts of it by itself")
	}
	if err := mayReplace(flags.output, "html", flags.force); err != nil {
		return err
	}
	sayIdle(cmd, idleInPage)
	t, options, err := flags.open(cmd, file)
	if err != nil {
		return err
	}
	if file, err = settingsOf(file); err != nil {
		return err
	}
	texts, err := textsOf(file, t)
	if err != nil {
		return err
	}
	read := append(flags.read(t, options), texts...)
	if err := page.Drawable(t); err != nil {
		return err
	}
	found, err := page.Check(file, t)
	if err != nil {
		return err
	}
	engine, err := layout.Find()
	if err != nil {
		return err
	}
	engine.Timeout = flags.timeout
	p, err := page.Draw(cmd.Context(), engine, t, found, options, nil)
	if err != nil {
		return err
	}
	for _, note := range p.Notes {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s\n", oneLine(note))
	}
	err = writeOut(cmd, flags.output, func(w io.Writer) error { return page.HTML(w, p) }, read...)
	return madeOf(err, t, options.Against)
}

// textsOf are the files of sources in which the quotes of a theory are looked for, by the settings of a file's project.
func textsOf(file string, t *theory.Theory) ([]string, error) {
	settings, _, err := check.SettingsFor(file)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, s := range t.Sources {
		texts = append(texts, filepath.Join(settings.Sources, s.ID+".txt"))
	}
	return texts, nil
}
