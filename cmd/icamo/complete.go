package main

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"icamo/render/fit"
	"icamo/render/paint"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/history"
	"icamo/theory/load"
)

// What shells offer when the Tab key is pressed. Nothing is said here of files that cannot be read: the command says it when
// it runs.

// theoryFiles offers theory files, and folders on the way to them, for every argument.
func theoryFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"toml"}, cobra.ShellCompDirectiveFilterFileExt
}

// theoryFile offers theory files for the first arguments alone.
func theoryFile(most int) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return theoryFiles(cmd, args, toComplete)
	}
}

func filesEnding(endings ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(endings, cobra.ShellCompDirectiveFilterFileExt)
}

func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

func oneOf(words ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// anyFile offers files of every kind.
func anyFile(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

// nothing is offered where what is to be typed is the user's own.
func nothing(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// completeAll says what can stand behind each command, and behind each of their flags that takes a value. A flag means the
// same in every command that has it, but for --format.
func completeAll(root *cobra.Command) {
	arguments := map[string]cobra.CompletionFunc{
		"check":  theoryFiles,
		"diff":   theoryFile(2),
		"fmt":    theoryFiles,
		"import": filesEnding("xlsx", "csv", "tsv", "json", "qdpx", "qdc"),
		"merge":  theoryFile(3),
		"man":    folders,
		"new":    folders,
		"rename": renamed,
		"render": theoryFile(1),
		"report": theoryFile(1),
		"serve":  theoryFile(1),
		"table":  theoryFile(1),
		"trace":  theoryAndNode,
	}
	formats := map[string][]string{
		"check":  names(reportFormats, func(f reportFormat) string { return f.name }),
		"diff":   diffFormatNames(),
		"render": formatNames(),
		"table":  tableFormatNames(),
		"trace":  {"text", "json"},
	}
	flags := map[string]cobra.CompletionFunc{
		"dropped":     oneOf(string(scene.InStrip), string(scene.InPlace), string(scene.Nowhere)),
		"actors":      oneOf(string(scene.ActorLane), string(scene.ActorTags), string(scene.NoActors)),
		"addr":        nothing,
		"against":     theoryFiles,
		"as":          oneOf(tableNames()...),
		"badges":      oneOf(string(scene.ConfigurationBadges), string(scene.CaseBadges), string(scene.NoBadges)),
		"caption":     nothing,
		"case":        idsOf(caseIDs),
		"columns":     nothing,
		"dpi":         nothing,
		"fail-on":     oneOf(string(check.Error), string(check.Warning), string(check.Info), string(check.Never)),
		"font":        filesEnding("ttf", "otf", "ttc"),
		"highlight":   idsOf(nodeIDs, configurationIDs, linkIDs),
		"into":        theoryFiles,
		"lanes":       oneOf(string(fit.Auto), string(fit.Columns), string(fit.Rows)),
		"limit":       nothing,
		"link-labels": oneOf(string(scene.NoLabels), string(scene.SourceLabels), string(scene.CaseLabels), string(scene.StatusLabels)),
		"mapping":     filesEnding("csv", "xlsx"),
		"only-status": oneOf(statusNames()...),
		"output":      anyFile,
		"palette":     oneOf(names(paint.Palettes, func(p paint.Palette) string { return p.Name })...),
		"sources":     folders,
		"texts":       folders,
		"timeout":     nothing,
		"title":       nothing,
		"to":          idsOf(nodeIDs),
		"view":        views,
		"width":       nothing,
		"without":     idsOf(nodeIDs),
	}
	for _, cmd := range root.Commands() {
		if offer := arguments[cmd.Name()]; offer != nil {
			cmd.ValidArgsFunction = offer
		} else if cmd.ValidArgsFunction == nil {
			cmd.ValidArgsFunction = nothing
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			offer := flags[f.Name]
			if f.Name == "format" {
				offer = oneOf(formats[cmd.Name()]...)
			}
			if offer == nil {
				return // a switch, which takes no value
			}
			if err := cmd.RegisterFlagCompletionFunc(f.Name, offer); err != nil {
				panic(err) // it was said twice
			}
		})
	}
}

// theoryAndNode offers theory files, and then the ids of the nodes in the one named.
func theoryAndNode(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 1 {
		return idsOf(nodeIDs)(cmd, args, toComplete)
	}
	return theoryFile(1)(cmd, args, toComplete)
}

// idsOf offers ids of the theory that is named on the line.
func idsOf(offer ...func(*theory.Theory) []string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		return idsIn(namedTheory(cmd, args), offer...), cobra.ShellCompDirectiveNoFileComp
	}
}

func idsIn(t *theory.Theory, offer ...func(*theory.Theory) []string) []string {
	var all []string
	for _, of := range offer {
		if t != nil {
			all = append(all, of(t)...)
		}
	}
	return all
}

// namedTheory is the first theory that is named on the line; nil where there is none.
func namedTheory(cmd *cobra.Command, args []string) *theory.Theory {
	if len(args) == 0 {
		return nil
	}
	open := load.Open
	if isRevision(args[0]) {
		open = func(name string) (*theory.Theory, error) { return history.Open(cmd.Context(), ".", name) }
	}
	t, err := open(args[0])
	if err != nil {
		return nil
	}
	return t
}

func nodeIDs(t *theory.Theory) []string {
	var ids []string
	for _, n := range t.Nodes {
		if n.Live() {
			ids = append(ids, cobra.CompletionWithDesc(n.ID, n.Label))
		}
	}
	return ids
}

func configurationIDs(t *theory.Theory) []string {
	return names(t.Configurations, func(c *theory.Configuration) string { return cobra.CompletionWithDesc(c.ID, c.Title) })
}

func caseIDs(t *theory.Theory) []string {
	return names(t.Cases, func(c *theory.Case) string { return cobra.CompletionWithDesc(c.ID, c.Label) })
}

func linkIDs(t *theory.Theory) []string {
	return names(t.Links, t.LinkName)
}

// views offers the views, and behind upstream=, downstream= and configuration= the ids that can stand there.
func views(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	var all []string
	with := func(view string, ids []string) {
		for _, id := range ids {
			all = append(all, view+"="+id)
		}
	}
	t := namedTheory(cmd, args)
	for _, view := range scene.Views {
		switch view {
		case scene.OneConfiguration + "=ID":
			with(scene.OneConfiguration, idsIn(t, configurationIDs))
		case scene.Upstream + "=ID":
			with(scene.Upstream, idsIn(t, nodeIDs))
		case scene.Downstream + "=ID":
			with(scene.Downstream, idsIn(t, nodeIDs))
		default:
			all = append(all, view)
		}
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// renamed offers, for an id to rename, those of the theories below this folder; then theory files.
func renamed(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
	case 1:
		return nil, cobra.ShellCompDirectiveNoFileComp
	default:
		return theoryFiles(cmd, args, toComplete)
	}
	below, err := load.FilesBelow(".")
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []string
	for _, file := range below.Files {
		t, err := load.Open(file)
		if err != nil {
			continue
		}
		for r := range t.Records() {
			if sort := r.Sort(); sort != theory.TheorySort && sort != theory.LinkSort {
				ids = append(ids, r.Base().ID)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), cobra.ShellCompDirectiveNoFileComp
}
