package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/check"
)

func explainCommand() *cobra.Command {
	var example bool
	var out document
	cmd := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a rule, or list them all",
		Long: `Explain a rule: what it finds, why that matters to a realist evaluation, and what to do, with an example. The rule
is named by its code or its name. Without one, all rules are listed.`,
		Example: `  icamo explain
  icamo explain PT407
  icamo explain --example -o example.toml`,
		Args: takes(0, 1, ""),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleCompletions(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			kind := "text"
			if example {
				kind = "toml"
			}
			if err := out.mayWrite(kind); err != nil {
				return err
			}
			switch {
			case example:
				return out.write(cmd, func(w io.Writer) error { _, err := io.WriteString(w, check.ExampleTheory); return err })
			case len(args) == 0:
				return out.write(cmd, check.List)
			}
			i := slices.IndexFunc(check.Rules, func(r check.Rule) bool {
				return strings.EqualFold(r.Code, args[0]) || strings.EqualFold(r.Name, args[0])
			})
			if i < 0 {
				return fmt.Errorf("there is no rule %q%s", args[0], cmp.Or(theory.Suggest(args[0], ruleNames()), "; 'icamo explain' lists them"))
			}
			return out.write(cmd, func(w io.Writer) error { return check.Explain(w, &check.Rules[i]) })
		},
	}
	cmd.Flags().BoolVar(&example, "example", false, "print the small theory that the rules' examples continue")
	out.addFlags(cmd)
	return cmd
}

func ruleNames() []string {
	var names []string
	for _, r := range check.Rules {
		names = append(names, r.Code, r.Name)
	}
	return names
}

// ruleCompletions are the codes with their names, and the names with their codes.
func ruleCompletions() []string {
	var offered []string
	for _, r := range check.Rules {
		offered = append(offered, cobra.CompletionWithDesc(r.Code, r.Name), cobra.CompletionWithDesc(r.Name, r.Code))
	}
	return offered
}
