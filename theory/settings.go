package theory

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Settings are what a project's icamo.toml says. The zero value is a project without one.
type Settings struct {
	File     *File  // nil where there is no settings file
	Folder   string // where it stands: paths in it are relative to this
	MinCases int    // 0 where not given
	FailOn   string // "" where not given
	Sources  string // folder of the sources' texts, relative to Folder; "" where not given
	Severity []Level
	Figure   FigureSettings
	Faults   []Fault // what is wrong with the file, in the order found

	paths []namedPath
}

// namedPath is a setting that names a file or folder.
type namedPath struct {
	setting *string
	at      Span
}

// Level sets the severity of a rule.
type Level struct {
	Code     string
	Severity string
	At       Span
}

// FigureSettings are how figures are drawn unless the command says otherwise; "" where not given.
type FigureSettings struct {
	Width   string // with its unit: 180mm
	Font    string // a font file, relative to Settings.Folder
	Palette string
}

var severities = []string{"error", "warning", "info", "off"}

// SettingsFormat is the whole format of icamo.toml.
var SettingsFormat = []Table{
	{Name: "check", Single: true, Doc: "How theories are checked.", Keys: []Key{
		{Name: "min_cases", Type: Whole, Doc: "How many distinct cases must stand behind a supported link; 2 unless given."},
		{Name: "fail_on", Type: Word, Words: []string{"error", "warning", "info", "never"}, Doc: "The least severity that makes the command fail; error unless given."},
		{Name: "sources", Type: Text, Doc: "The folder that holds the text of each source as SOURCE-ID.txt, relative to this file."},
		{Name: "severity", Type: Levels, Words: severities, Doc: "The severity of a rule in this project, by its code."},
	}},
	{Name: "figure", Single: true, Doc: "How figures are drawn.", Keys: []Key{
		{Name: "width", Type: Text, Doc: "The width of the page, with its unit, such as 180mm."},
		{Name: "font", Type: Text, Doc: "A font file, relative to this file."},
		{Name: "palette", Type: Word, Words: []string{"color", "grey"}, Doc: "The palette."},
	}},
}

// OpenSettings reads the settings for a theory file: the nearest icamo.toml from the file's folder upwards to the
// project's root. It holds as a whole; one further up adds nothing to it. Without one, settings are zero. What is wrong
// with it is in the settings' Faults, and the rest of it is read.
func OpenSettings(file string) (*Settings, error) {
	root, name, err := Project(file)
	if err != nil {
		return nil, fmt.Errorf("find the settings for %s: %w", file, err)
	}
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, fmt.Errorf("find the settings for %s: %w", file, plainError(err))
	}
	defer dir.Close()
	for folder, up := path.Dir(name), "."; ; folder, up = path.Dir(folder), filepath.Join(up, "..") {
		shown := filepath.Join(filepath.Dir(file), up, SettingsFile)
		text, err := readText(dir.FS(), path.Join(folder, SettingsFile))
		switch {
		case err == nil:
			s := readSettings(newDocument(shown, text))
			s.Folder = filepath.Dir(shown)
			s.confine(dir.FS(), folder)
			return s, nil
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("read %s: %w", shown, plainError(err))
		case folder == ".":
			return &Settings{}, nil
		}
	}
}

func readSettings(d *document) *Settings {
	s := &Settings{File: d.file}
	if d.fault != nil {
		s.Faults = []Fault{*d.fault}
		return s
	}
	r := newReader(&Theory{}, d, SettingsFormat)
	for top := range d.outline.items() {
		i := slices.IndexFunc(SettingsFormat, func(t Table) bool { return t.Name == top.name })
		if i < 0 {
			r.unknownTable(top)
			continue
		}
		if top.form != tableForm {
			r.fault(InvalidValueFault, top.key, "%q must be a table: [%s]", top.name, top.name)
			continue
		}
		f := r.fields(&SettingsFormat[i], "", top)
		switch top.name {
		case "check":
			s.check(&f)
		case "figure":
			s.Figure = FigureSettings{Width: f.text("width"), Font: f.text("font"), Palette: f.text("palette")}
			s.named(&s.Figure.Font, &f, "font")
		}
	}
	s.Faults = r.t.Faults
	return s
}

func (s *Settings) named(setting *string, f *fields, key string) {
	if *setting != "" {
		s.paths = append(s.paths, namedPath{setting, f.place(key)})
	}
}

// confine takes out paths that lead outside of the project: its settings may come from a stranger, and must not make the
// command show what else is on the machine.
func (s *Settings) confine(fsys fs.FS, folder string) {
	for _, p := range s.paths {
		target := path.Join(folder, *p.setting)
		outside := path.IsAbs(*p.setting) || strings.Contains(*p.setting, `\`) || !fs.ValidPath(target)
		if !outside {
			_, err := fs.Stat(fsys, target)
			outside = err != nil && !errors.Is(err, fs.ErrNotExist)
		}
		if outside {
			s.Faults = append(s.Faults, Fault{Kind: FileReferenceFault, At: p.at,
				Message: fmt.Sprintf("%q is outside the project's folder; name something in it by a path relative to this file", *p.setting)})
			*p.setting = ""
		}
	}
}

func (s *Settings) check(f *fields) {
	s.MinCases = f.whole("min_cases")
	s.FailOn = f.text("fail_on")
	s.Sources = f.text("sources")
	s.named(&s.Sources, f, "sources")
	if f.entry("min_cases") != nil && s.MinCases == 0 {
		f.r.fault(InvalidValueFault, f.place("min_cases").extent, "\"min_cases\" must be 1 or more; 1 asks for no second case")
	}
	levels := f.entry("severity")
	if levels == nil {
		return
	}
	for item := range levels.items() {
		word := item.says.(string)
		if !slices.Contains(severities, word) {
			f.r.fault(InvalidValueFault, item.value, "the severity of %s cannot be %q%s", item.name, word, f.r.closer.among(word, severities))
			continue
		}
		s.Severity = append(s.Severity, Level{Code: item.name, Severity: word, At: Span{f.element.At.File, item.key}})
	}
}
