package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/history"
	"icamo/theory/revision"
	"icamo/theory/table"
)

// diffFormat is a way to tell a revision, by the name that --format takes.
type diffFormat struct {
	name string
	kind string // of the file that it makes
	tell func(io.Writer, *revision.Revision, bool) error
}

var diffFormats = []diffFormat{
	{"text", "text", revision.Text},
	{"json", "changes", func(w io.Writer, r *revision.Revision, _ bool) error { return revision.JSON(w, r) }},
	{"markdown", "markdown", func(w io.Writer, r *revision.Revision, _ bool) error {
		laid, err := table.Revision(r)
		if err != nil {
			return err
		}
		return table.Markdown(w, laid)
	}},
}

func diffCommand(colour bool) *cobra.Command {
	format := "text"
	var out document
	cmd := &cobra.Command{
		Use:   "diff [OLD] NEW",
		Short: "Say what changed between two versions of a theory",
		Long: `Say what changed between two versions of a theory: what was kept, dropped, refined, split, merged and added,
with the reasons and the evidence. Ids say what is what, and "was" says what had another id. The order of things in the
files is no change.

A version is a file, or REV:path: the file at a git revision, with what it includes at that revision. As in git, the path
starts at the repository's root, or at this folder where it is written REV:./path, and an empty REV is what is staged for
the next commit. While a merge is not finished, :1:path is what both sides came from, :2:path this side and :3:path the
other. With one version alone, it is compared with the one that it revises. Where nothing says that the second came
after the first, as of two branches, it is said what each of them has.

Exit status: 0 no change, 1 changes, 2 the versions could not be compared.

In git, icamo diff can also be the driver that git diff, git log -p --ext-diff and git show --ext-diff call:

  git config diff.icamo.command "icamo diff"
  echo 'theories/**/*.toml diff=icamo' >> .gitattributes`,
		Example: `  icamo diff theories/peer/initial.toml theories/peer/revised.toml
  icamo diff theories/peer/revised.toml                 # against the version that it revises
  icamo diff HEAD~1:theories/peer/revised.toml theories/peer/revised.toml
  icamo diff --format markdown theories/peer/revised.toml -o supplement.md`,
		Args: diffArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			i := slices.IndexFunc(diffFormats, func(f diffFormat) bool { return f.name == format })
			if i < 0 {
				return fmt.Errorf("no format %q%s", format, theory.Instead(format, diffFormatNames()))
			}
			if call, ok := readDriverCall(args); ok {
				return call.answer(cmd, colour)
			}
			if err := out.mayWrite(diffFormats[i].kind); err != nil {
				return err
			}
			r, err := compareVersions(cmd, args)
			if err != nil {
				return err
			}
			tell := func(w io.Writer) error { return diffFormats[i].tell(w, r, colour && !out.inFile()) }
			if err := out.write(cmd, tell, filesOf(r.Old, r.New)...); err != nil {
				return err
			}
			if len(r.Changes) > 0 {
				return errReported
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "tell the changes in this `FORMAT`: "+strings.Join(diffFormatNames(), ", "))
	out.addFlags(cmd)
	return cmd
}

func diffFormatNames() []string {
	return names(diffFormats, func(f diffFormat) string { return f.name })
}

func diffArguments(_ *cobra.Command, args []string) error {
	if _, ok := readDriverCall(args); ok || len(args) == 1 || len(args) == 2 {
		return nil
	}
	return fmt.Errorf("name two versions, or one that revises another; see 'icamo diff --help'")
}

// compareVersions compares the versions named, and finds out whether git knows the first to come before the second.
func compareVersions(cmd *cobra.Command, args []string) (*revision.Revision, error) {
	old, new, err := openVersions(cmd, args)
	if err != nil {
		return nil, err
	}
	r := revision.Compare(old, new)
	if !r.Ordered && len(args) == 2 && old.ID == new.ID && committedBefore(cmd.Context(), args[0], args[1]) {
		r.Ordered = true
	}
	return r, nil
}

// committedBefore says whether one version is in git as it was before the other: at an earlier commit of the same line, or
// staged where the other is the file itself.
func committedBefore(ctx context.Context, earlier, later string) bool {
	from, inGit := revisionNamed(earlier)
	to, laterInGit := revisionNamed(later)
	switch {
	case !inGit:
		return false
	case from == "" || from == ":0":
		return !laterInGit
	case from == ":1": // both sides of a merge come from it
		return to == ":2" || to == ":3" || !laterInGit
	case to == "":
		to = "HEAD"
	}
	return history.Before(ctx, ".", from, to)
}

// revisionNamed is the revision of a version named REV:path, "" of one that is staged; not ok where it is a file.
func revisionNamed(version string) (rev string, ok bool) {
	if _, err := os.Lstat(version); err == nil {
		return "", false
	}
	rev, _, ok = history.Split(version)
	return rev, ok
}

// openVersions reads the two versions named, or the one named and the one that it revises.
func openVersions(cmd *cobra.Command, args []string) (old, new *theory.Theory, err error) {
	if len(args) == 2 {
		if old, err = openVersion(cmd, args[0]); err != nil {
			return nil, nil, err
		}
		new, err = openVersion(cmd, args[1])
		return old, new, err
	}
	if new, err = openVersion(cmd, args[0]); err != nil {
		return nil, nil, err
	}
	if old := earlierVersion(cmd, new); old != nil {
		return old, new, nil
	}
	if new.Revises.ID == "" {
		remedy := `name the earlier one in its [theory] table, as revises = "FILE"`
		if cmd.Name() == "diff" {
			remedy = "name both versions, or " + remedy
		}
		return nil, nil, fmt.Errorf("%s revises no other version; %s", args[0], remedy)
	}
	for _, f := range new.Faults {
		if f.At == new.Revises.At || f.Kind == theory.SyntaxFault {
			return nil, nil, errors.New(placed(f))
		}
	}
	return nil, nil, fmt.Errorf("%s: %q, which it revises, cannot be read", args[0], new.Revises.ID)
}
