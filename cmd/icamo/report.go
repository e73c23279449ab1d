package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"icamo/render/layout"
	"icamo/render/page"
	"icamo/render/report"
	"icamo/theory/docx"
)

func reportCommand() *cobra.Command {
	flags := renderFlags{view: "theory", badges: "configurations", labels: "none", lanes: "auto", palette: "color", dpi: 300}
	cmd := &cobra.Command{
		Use:   "report THEORY -o FILE.docx",
		Short: "Write all of a theory as a document for Word",
		Long: `Write all of a theory as one document for Word: its figure, its configurations in words and as a matrix, the evidence, what
changed since the version that it revises, what check finds and what was accepted with which reason, and its sources. Headings,
captions and tables have Word's own styles, so that its lists of figures and tables take them; a table that needs the width
stands on a page of landscape, and repeats its head on each. Headings are in the theory's language, where icamo has it
(English and Danish); findings are in English.

THEORY is a file, or REV:path for the file at a git revision.`,
		Example: "  icamo report theories/peer/revised.toml -o peer.docx",
		Args:    takes(1, 1, "a theory file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeReport(cmd, args[0], flags)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&flags.output, "output", "o", "", "the `FILE` to write, or - for standard output")
	f.StringVar(&flags.palette, "palette", flags.palette, "the `PALETTE` of the figures: color or grey")
	f.StringArrayVar(&flags.fonts, "font", nil, "set the text of the figures in the TrueType or OpenType font of this `FILE`; given more than once, each for what those before it lack")
	f.BoolVar(&flags.force, "force", false, "replace a file that is of another kind")
	f.DurationVar(&flags.timeout, "timeout", layout.DefaultTimeout, "the longest `TIME` that a layout may take")
	return cmd
}

func writeReport(cmd *cobra.Command, name string, flags renderFlags) error {
	const format = "docx"
	switch {
	case flags.output == "":
		return fmt.Errorf("name the file to write, such as -o report.docx%s", seeHelp(cmd))
	case flags.output != "-" && filepath.Ext(flags.output) != "."+format:
		return errors.New("a report is a document for Word: name a file that ends with .docx")
	}
	if err := refuseTerminal(cmd, flags.output, format); err != nil {
		return err
	}
	if err := mayReplace(flags.output, format, flags.force); err != nil {
		return err
	}
	t, options, err := flags.open(cmd, name)
	if err != nil {
		return err
	}
	file, err := settingsOf(name)
	if err != nil {
		return err
	}
	texts, err := textsOf(file, t)
	if err != nil {
		return err
	}
	read := append(flags.read(t, options), texts...)
	found, err := page.Check(file, t)
	if err != nil {
		return err
	}
	engine, err := layout.Find()
	if err != nil {
		return err
	}
	engine.Timeout = flags.timeout
	made, err := report.New(cmd.Context(), engine, t, found, options)
	if err != nil {
		return err
	}
	for _, note := range made.Notes {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s\n", oneLine(note))
	}
	err = writeOut(cmd, flags.output, func(w io.Writer) error { return docx.Write(w, made.Document) }, read...)
	if err = madeOf(err, t); err == nil && made.Lacking {
		return errReported
	}
	return err
}
