package check

import (
	"cmp"
	"fmt"
	"slices"

	"icamo/theory"
	"icamo/theory/load"
)

// Settings are what a project or a user asks of the rules. The zero value asks what they ask by themselves.
type Settings struct {
	MinCases int                 // how many distinct cases must stand behind a supported link; 2 where 0
	FailOn   Severity            // the least severity that fails; Error where "", Never for none
	Severity map[string]Severity // by rule code, in place of the rule's own; Off drops its findings
	Sources  string              // the folder that holds the text of each source; "" where quotes are not looked for
}

func (s Settings) withDefaults() Settings {
	s.MinCases = cmp.Or(s.MinCases, 2)
	s.FailOn = cmp.Or(s.FailOn, Error)
	return s
}

func (s Settings) severity(r *Rule) Severity {
	if r.reading {
		return r.Severity
	}
	return cmp.Or(s.Severity[r.Code], r.Severity)
}

// SettingsFor reads the settings of the project that a theory file belongs to, with the findings on the settings file
// itself.
func SettingsFor(file string) (Settings, []Finding, error) {
	from, err := load.OpenSettings(file)
	if err != nil {
		return Settings{}, nil, err
	}
	s, findings := SettingsOf(from)
	return s, findings, nil
}

// SettingsOf are the settings that a project's files give, with the findings on these files.
func SettingsOf(from *load.Settings) (Settings, []Finding) {
	s := Settings{
		MinCases: from.MinCases,
		FailOn:   Severity(from.FailOn),
		Sources:  from.Sources,
		Severity: make(map[string]Severity),
	}
	faults := from.Faults
	for _, level := range from.Severity {
		i := slices.IndexFunc(Rules, func(r Rule) bool { return r.Code == level.Code })
		switch {
		case i < 0:
			faults = append(faults, theory.Fault{Kind: theory.UnknownKeyFault, At: level.At,
				Message: fmt.Sprintf("%q is no rule; `icamo explain` lists them", level.Code)})
		case Rules[i].reading:
			faults = append(faults, theory.Fault{Kind: theory.InvalidValueFault, At: level.At,
				Message: fmt.Sprintf("%s is always an error, as what cannot be read cannot be checked; take this out", level.Code)})
		default:
			s.Severity[level.Code] = Severity(level.Severity)
		}
	}
	var findings []Finding
	for _, f := range faults {
		r := ruleNamed(string(f.Kind))
		findings = append(findings, Finding{Rule: r, Severity: s.severity(r), Message: f.Message, At: f.At, Related: f.Related})
	}
	return s, Sort(findings)
}

func ruleNamed(name string) *Rule {
	return &Rules[slices.IndexFunc(Rules, func(r Rule) bool { return r.Name == name })]
}
