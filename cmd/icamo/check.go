package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory/check"
	"icamo/theory/history"
)

// reportFormat is a way to print findings.
type reportFormat struct {
	name  string
	kind  string // of the file that it makes
	print func(io.Writer, []check.Finding, bool) error
}

var reportFormats = []reportFormat{
	{"text", "text", check.Text},
	{"json", "findings", func(w io.Writer, f []check.Finding, _ bool) error { return check.JSON(w, f) }},
	{"sarif", "sarif", func(w io.Writer, f []check.Finding, _ bool) error { return check.SARIF(w, f, release) }},
	{"github", "text", func(w io.Writer, f []check.Finding, _ bool) error { return check.GitHub(w, f) }},
}

func checkCommand(colour bool) *cobra.Command {
	var format, failOn, sources string
	var out document
	cmd := &cobra.Command{
		Use:   "check PATH...",
		Short: "Report what a reviewer would ask of theories",
		Long: `Report what a reviewer would ask of theories: what cannot be read, links that nothing supports, evidence that
contradicts what is claimed, chains and configurations that do not join up, and what a revision dropped without a
reason. Each finding names its rule; icamo explain tells what it means and what to do.

Of a folder, every theory in it is checked: each .toml file with a [theory] table, but not those in hidden folders. A
symbolic link is followed within the project; one that leads out of it is named. A file that theories include is checked
with them: name one of them, too.
The settings in icamo.toml hold, the nearest first, unless a flag says otherwise.

REV:path is the theory at a git revision, with what it includes there; the settings are those that its folder has now. While
a merge is not finished, :2:path is this side of it and :3:path the other.

The format sarif is what code hosts and editors read; github marks the lines of a pull request in GitHub Actions.`,
		Example: `  icamo check theories
  icamo check --fail-on warning --sources texts theories/peer/revised.toml
  icamo check --format json theories -o findings.json`,
		Args: takes(1, anyNumber, "the theory files or folders to check"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			i := slices.IndexFunc(reportFormats, func(f reportFormat) bool { return f.name == format })
			if i < 0 {
				return fmt.Errorf("--format cannot be %q: it is one of %s", format, reportNames())
			}
			limit := check.Severity(failOn)
			if limits := []check.Severity{check.Error, check.Warning, check.Info, check.Never, ""}; !slices.Contains(limits, limit) {
				return fmt.Errorf("--fail-on cannot be %q: it is one of error, warning, info, never", failOn)
			}
			if info, err := os.Stat(sources); sources != "" && (err != nil || !info.IsDir()) {
				return fmt.Errorf("--sources cannot be %q: there is no such folder", sources)
			}
			if err := out.mayWrite(reportFormats[i].kind); err != nil {
				return err
			}
			files, versions, err := checked(cmd, paths)
			if err != nil {
				return err
			}
			report, err := check.Files(files, versions, func(s *check.Settings) {
				if limit != "" {
					s.FailOn = limit
				}
				if sources != "" {
					s.Sources = sources
				}
			})
			if err != nil {
				return err
			}
			notFollowed(cmd, report.Outside)
			print := func(w io.Writer) error {
				return reportFormats[i].print(w, report.Findings, colour && !out.inFile())
			}
			if err := out.write(cmd, print, report.Files...); err != nil {
				return err
			}
			if report.Failed {
				return errReported
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print findings in this `FORMAT`: "+reportNames())
	cmd.Flags().StringVar(&failOn, "fail-on", "", "the least `SEVERITY` that makes the exit status 1: error, warning, info or never (default: the settings' fail_on, or error)")
	cmd.Flags().StringVar(&sources, "sources", "", "look for every quote in the files SOURCE-ID.txt of this `FOLDER`")
	out.addFlags(cmd)
	return cmd
}

// checked reads those of what is named that are in git, as REV:path; the rest are files and folders.
func checked(cmd *cobra.Command, names []string) (files []string, versions []check.Version, err error) {
	for _, name := range names {
		if !isRevision(name) {
			files = append(files, name)
			continue
		}
		t, err := history.Open(cmd.Context(), ".", name)
		if err != nil {
			return nil, nil, err
		}
		current, err := history.Current(".", name)
		if err != nil {
			return nil, nil, err
		}
		versions = append(versions, check.Version{Theory: t, File: current})
	}
	return files, versions, nil
}

func reportNames() string {
	return strings.Join(names(reportFormats, func(f reportFormat) string { return f.name }), ", ")
}
