package main

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"icamo/theory"
)

// anyNumber of arguments.
const anyNumber = 1 << 30

// takes says how many arguments a command has, and what is to be named when there are too few.
func takes(least, most int, named string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("name %s%s", named, seeHelp(cmd))
		case len(args) > most:
			return fmt.Errorf("%q is one argument too many%s", args[most], seeHelp(cmd))
		}
		return nil
	}
}

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Say more of a command",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return names(cmd.Root().Commands(), (*cobra.Command).Name), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			of, rest, err := cmd.Root().Find(args)
			if err == nil && len(rest) > 0 {
				err = knownCommand(cmd.Root(), rest)
			}
			if err != nil {
				return err
			}
			of.InitDefaultHelpFlag() // as cobra does, for the list of flags
			of.InitDefaultVersionFlag()
			return of.Help()
		},
	}
}

// knownCommand refuses what is no subcommand.
func knownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	commands := names(root.Commands(), (*cobra.Command).Name)
	return fmt.Errorf("unknown command %q%s", args[0], cmp.Or(theory.Suggest(args[0], commands), seeHelp(root)))
}

// flagError words what is wrong with a flag.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		var flags []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
		name := "--" + unknown.GetSpecifiedName()
		return fmt.Errorf("unknown flag %q%s", name, cmp.Or(theory.Suggest(name, flags), seeHelp(cmd)))
	case errors.As(err, &unknown):
		return fmt.Errorf("unknown flag %q%s", "-"+unknown.GetSpecifiedName(), seeHelp(cmd))
	case errors.As(err, &bare):
		return fmt.Errorf("--%s needs a value%s", bare.GetFlag().Name, seeHelp(cmd))
	case errors.As(err, &invalid):
		return fmt.Errorf("--%s cannot be %q: it is %s", invalid.GetFlag().Name, invalid.GetValue(), kindOf(invalid.GetFlag()))
	}
	return fmt.Errorf("%w%s", err, seeHelp(cmd))
}

// kindOf says what values a flag takes.
func kindOf(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "int":
		return "a whole number"
	case "duration":
		return "a number with s, m or h, such as 15s"
	case "bool":
		return "true or false"
	}
	return "a " + f.Value.Type()
}

func seeHelp(cmd *cobra.Command) string { return fmt.Sprintf("; see '%s --help'", cmd.CommandPath()) }

// names are what things are called in messages.
func names[T any](all []T, name func(T) string) []string {
	called := make([]string, len(all))
	for i, x := range all {
		called[i] = name(x)
	}
	return called
}
