package load

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"icamo/theory"
	"icamo/theory/toml"
)

// Settings are what a project's icamo.toml says, and those in folders of it. The zero value is a project without one.
type Settings struct {
	Files    []*theory.File // the settings files, the nearest first; none where there is none
	MinCases int            // 0 where not given
	FailOn   string         // "" where not given
	Sources  string         // folder of the sources' texts; "" where not given
	Severity []Level        // one for each rule
	Figure   FigureSettings
	Words    map[string]string // of the tool's own words, by key
	Faults   []theory.Fault    // what is wrong with the files, in the order found

	paths []namedPath
}

// namedPath is a setting that names a file or folder.
type namedPath struct {
	setting *string
	at      theory.Span
}

// Level sets the severity of a rule.
type Level struct {
	Code     string
	Severity string
	At       theory.Span
}

// FigureSettings are how figures are drawn unless the command says otherwise; "" where not given.
type FigureSettings struct {
	Width   string   // with its unit: 180mm
	Font    string   // a font file
	Fonts   []string // more of them, each for what those before it lack
	Palette string
}

// AllFonts are the font files in the order in which they are asked for a character.
func (s FigureSettings) AllFonts() []string {
	return slices.DeleteFunc(append([]string{s.Font}, s.Fonts...), func(file string) bool { return file == "" })
}

var severities = []string{"error", "warning", "info", "off"}

// SettingsFormat is the whole format of icamo.toml.
var SettingsFormat = sync.OnceValue(func() []theory.Table {
	return []theory.Table{
		{Name: "check", Single: true, Doc: "How theories are checked.", Keys: []theory.Key{
			{Name: "min_cases", Type: theory.Whole, Doc: "How many distinct cases must stand behind a supported link; 2 unless given."},
			{Name: "fail_on", Type: theory.Word, Words: []string{"error", "warning", "info", "never"}, Doc: "The least severity that makes the command fail; error unless given."},
			{Name: "sources", Type: theory.Text, Doc: "The folder that holds the text of each source as SOURCE-ID.txt, relative to this file."},
			{Name: "severity", Type: theory.Levels, Words: severities, Doc: "The severity of a rule in this project, by its code."},
		}},
		{Name: "figure", Single: true, Doc: "How figures are drawn.", Keys: []theory.Key{
			{Name: "width", Type: theory.Text, Doc: "The width of the page, with its unit, such as 180mm."},
			{Name: "font", Type: theory.Text, Doc: "A font file, relative to this file."},
			{Name: "fonts", Type: theory.Texts, Doc: "More font files, each for what those before it lack."},
			{Name: "palette", Type: theory.Word, Words: []string{"color", "grey"}, Doc: "The palette."},
		}},
		{Name: wordsTable, Single: true, Doc: "The tool's own words in figures, tables and pages, as this project says them.", Keys: wordKeys()},
	}
})

// OpenSettings reads the settings for a theory file: those of each icamo.toml from the file's folder upwards to the project's
// root. What a nearer one says goes before what one further up says, key by key; what it does not say it leaves as it is.
// Without any, settings are zero. What is wrong with them is in the settings' Faults, and the rest is read.
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
	return SettingsIn(dir.FS(), name, file)
}

// SettingsIn reads the settings for a theory file as OpenSettings does, all from fsys, which is the project's root. The file
// is called name in it, and file by the user and in messages.
func SettingsIn(fsys fs.FS, name, file string) (*Settings, error) {
	all := &Settings{}
	for folder, up := path.Dir(name), "."; ; folder, up = path.Dir(folder), filepath.Join(up, "..") {
		shown := filepath.Join(filepath.Dir(file), up, SettingsFile)
		text, err := readText(fsys, path.Join(folder, SettingsFile))
		switch {
		case err == nil:
			s := readSettings(newDocument(shown, text))
			s.confine(fsys, folder)
			for _, p := range s.paths {
				if *p.setting != "" {
					*p.setting = filepath.Join(filepath.Dir(shown), filepath.FromSlash(*p.setting))
				}
			}
			all.add(s)
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("read %s: %w", shown, plainError(err))
		}
		if folder == "." {
			return all, nil
		}
	}
}

// add takes from settings further up what is not said yet.
func (s *Settings) add(further *Settings) {
	s.Files = append(s.Files, further.Files...)
	s.Faults = append(s.Faults, further.Faults...)
	s.MinCases = cmp.Or(s.MinCases, further.MinCases)
	s.FailOn = cmp.Or(s.FailOn, further.FailOn)
	s.Sources = cmp.Or(s.Sources, further.Sources)
	s.Figure.Width = cmp.Or(s.Figure.Width, further.Figure.Width)
	s.Figure.Font = cmp.Or(s.Figure.Font, further.Figure.Font)
	if s.Figure.Fonts == nil {
		s.Figure.Fonts = further.Figure.Fonts
	}
	s.Figure.Palette = cmp.Or(s.Figure.Palette, further.Figure.Palette)
	for key, word := range further.Words {
		s.setWord(key, cmp.Or(s.Words[key], word))
	}
	for _, level := range further.Severity {
		if !slices.ContainsFunc(s.Severity, func(nearer Level) bool { return nearer.Code == level.Code }) {
			s.Severity = append(s.Severity, level)
		}
	}
}

func readSettings(d *document) *Settings {
	s := &Settings{Files: []*theory.File{d.file}}
	if d.fault != nil {
		s.Faults = []theory.Fault{*d.fault}
		return s
	}
	r := newReader(&theory.Theory{}, d, SettingsFormat())
	for top := range d.root.Items() {
		i := slices.IndexFunc(SettingsFormat(), func(t theory.Table) bool { return t.Name == top.Name })
		if i < 0 {
			r.unknownTable(top)
			continue
		}
		if top.Form != toml.Table {
			r.fault(theory.InvalidValueFault, top.Key, "%q must be a table: [%s]", top.Name, top.Name)
			continue
		}
		format := &SettingsFormat()[i]
		for k, value := range r.says(format, "", top) {
			switch {
			case value == nil:
			case format.Name == wordsTable:
				s.word(r, format.Keys[k].Name, value)
			default:
				s.set(r, format.Keys[k].Name, value)
			}
		}
	}
	s.Faults = r.t.Faults
	return s
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
			s.Faults = append(s.Faults, theory.Fault{Kind: theory.FileReferenceFault, At: p.at,
				Message: fmt.Sprintf("%q is outside the project's folder; name something in it by a path relative to this file", *p.setting)})
			*p.setting = ""
		}
	}
}

// set keeps what the file says under a key.
func (s *Settings) set(r *reader, key string, value *toml.Item) {
	switch key {
	case "min_cases":
		if s.MinCases = int(value.Says.(int64)); s.MinCases == 0 {
			r.fault(theory.InvalidValueFault, value.Value, "\"min_cases\" must be 1 or more; 1 asks for no second case")
		}
	case "fail_on":
		s.FailOn = text(value)
	case "sources":
		s.path(&s.Sources, r, value)
	case "severity":
		s.levels(r, value)
	case "width":
		s.Figure.Width = text(value)
	case "font":
		s.path(&s.Figure.Font, r, value)
	case "fonts":
		items := slices.Collect(value.Items())
		s.Figure.Fonts = make([]string, len(items))
		for i, item := range items {
			s.path(&s.Figure.Fonts[i], r, item)
		}
	case "palette":
		s.Figure.Palette = text(value)
	}
}

// path keeps a setting that names a file or folder.
func (s *Settings) path(setting *string, r *reader, value *toml.Item) {
	if *setting = text(value); *setting != "" {
		s.paths = append(s.paths, namedPath{setting, r.doc.span(value.Value)})
	}
}

func (s *Settings) levels(r *reader, table *toml.Item) {
	for item := range table.Items() {
		word := item.Says.(string)
		if !slices.Contains(severities, word) {
			r.fault(theory.InvalidValueFault, item.Value, "the severity of %s cannot be %q%s", item.Name, word, r.closer.Among(word, severities))
			continue
		}
		s.Severity = append(s.Severity, Level{Code: item.Name, Severity: word, At: r.doc.span(item.Key)})
	}
}
