package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/check"
)

func explainCommand() *cobra.Command {
	var example bool
	cmd := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a rule, or list them all",
		Long: `Explain a rule: what it finds, why that matters to a realist evaluation, and what to do, with an example. The rule
is named by its code or its name. Without one, all rules are listed.`,
		Example: `  icamo explain
  icamo explain PT407`,
		Args: takes(0, 1, ""),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if example {
				_, err := fmt.Fprint(cmd.OutOrStdout(), check.ExampleTheory)
				return err
			}
			if len(args) == 0 {
				return check.List(cmd.OutOrStdout())
			}
			i := slices.IndexFunc(check.Rules, func(r check.Rule) bool {
				return strings.EqualFold(r.Code, args[0]) || strings.EqualFold(r.Name, args[0])
			})
			if i < 0 {
				return fmt.Errorf("there is no rule %q%s", args[0], cmp.Or(theory.Suggest(args[0], ruleNames()), "; 'icamo explain' lists them"))
			}
			return check.Explain(cmd.OutOrStdout(), &check.Rules[i])
		},
	}
	cmd.Flags().BoolVar(&example, "example", false, "print the small theory that the rules' examples continue")
	return cmd
}

func ruleNames() []string {
	var names []string
	for _, r := range check.Rules {
		names = append(names, r.Code, r.Name)
	}
	return names
}
