package check

import (
	"io"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"icamo/theory/load"
)

// FuzzRun holds that no two files make a rule or a printer panic, and that every finding has a rule, words and a place.
func FuzzRun(f *testing.F) {
	for _, r := range Rules {
		for _, example := range []string{r.Bad, r.Good} {
			files := map[string]string{"theory.toml": example}
			for _, file := range txtar.Parse([]byte(example)).Files {
				files[file.Name] = string(file.Data)
			}
			if _, two := files["revised.toml"]; two {
				f.Add(completed("initial.toml", files["initial.toml"]), completed("revised.toml", files["revised.toml"]))
			} else {
				f.Add("", completed("theory.toml", files["theory.toml"]))
			}
		}
	}
	f.Fuzz(func(t *testing.T, initial, revised string) {
		files := fstest.MapFS{"initial.toml": {Data: []byte(initial)}, "revised.toml": {Data: []byte(revised)}}
		loaded, err := load.Theory(files, "revised.toml", func(name string) string { return name })
		if err != nil {
			t.Skip(err)
		}
		findings := Run(loaded, Settings{})
		for _, finding := range findings {
			if finding.Rule == nil || finding.Message == "" || finding.At.Range().Line < 1 {
				t.Errorf("a finding says too little: %+v", finding)
			}
		}
		for name, print := range map[string]func() error{
			"text":   func() error { return Text(io.Discard, findings, true) },
			"json":   func() error { return JSON(io.Discard, findings) },
			"sarif":  func() error { return SARIF(io.Discard, findings, "0") },
			"github": func() error { return GitHub(io.Discard, findings) },
		} {
			if err := print(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
