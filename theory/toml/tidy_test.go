package toml

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTidy(t *testing.T) {
	for _, c := range []struct{ why, text, tidy string }{
		{"nothing", "\n\n", ""},
		{"columns", "[mechanism . hope]\n\tlabel='Hope'\n  \"reasoning\"   =   \"I can\"\n", "[mechanism.hope]\nlabel     = 'Hope'\nreasoning = \"I can\"\n"},
		{"keys that need quotation marks", "[case.p1]\nattributes={\"age at entry\"=30,'sex'=\"f\"}", "[case.p1]\nattributes = { \"age at entry\" = 30, sex = \"f\" }\n"},
		{
			"blank lines",
			"\n\n#:schema x\n[theory]\n\n\nid = \"t\"\n\n\n\ntitle = \"T\"\n[[link]]\nfrom = \"a\"\n\n\n\n\n# Actors\n\n\n\n[actor.a]\nlabel = \"A\"\n# above\n[actor.b]\nlabel = \"B\"\n# below\n\n[actor.c]\n[actor.d]\n\n",
			"#:schema x\n[theory]\nid = \"t\"\n\ntitle = \"T\"\n\n[[link]]\nfrom = \"a\"\n\n\n# Actors\n\n\n[actor.a]\nlabel = \"A\"\n\n# above\n[actor.b]\nlabel = \"B\"\n# below\n\n[actor.c]\n\n[actor.d]\n",
		},
		{
			"comments behind values",
			"[theory] # one\nid=\"t\"# two\n# three   \ntitle=\"T\"   # four\nauthors=[ # five\n\"A\",   # six\n# seven\n\n# eight\n\"B\" # nine\n, \"C\"] # ten\n# eleven",
			"[theory]  # one\nid      = \"t\"  # two\n# three\ntitle   = \"T\"  # four\nauthors = [\n  # five\n  \"A\",  # six\n  # seven\n  # eight\n  \"B\",  # nine\n  \"C\",\n]  # ten\n# eleven\n",
		},
		{"a list that fits", "authors = [\n\"A\",\n\"B\",\n]\nempty=[ ]\nnone={ }", "authors = [\"A\", \"B\"]\nempty   = []\nnone    = {}\n"},
		{
			"a list that does not fit",
			"supported_by=[\"" + strings.Repeat("a", 60) + "\",\"" + strings.Repeat("b", 60) + "\"]",
			"supported_by = [\n  \"" + strings.Repeat("a", 60) + "\",\n  \"" + strings.Repeat("b", 60) + "\",\n]\n",
		},
		{"one long text", "authors=[\"" + strings.Repeat("å", 150) + "\"]", "authors = [\"" + strings.Repeat("å", 150) + "\"]\n"},
		{
			"what is too long for a column",
			"a=1 #c\n" + strings.Repeat("k", 50) + "=2#c\nab=\"" + strings.Repeat("v", 120) + "\"#c",
			"a  = 1" + strings.Repeat(" ", 50) + "#c\n" + strings.Repeat("k", 50) + " = 2  #c\nab = \"" + strings.Repeat("v", 120) + "\"  #c\n",
		},
		{"lines of text", "text='''\n  said\r\n # no comment\n'''  # yes\nlist=[\"\"\"\n x\"\"\",1]", "text = '''\n  said\r\n # no comment\n'''  # yes\nlist = [\n  \"\"\"\n x\"\"\",\n  1,\n]\n"},
		{"line ends of another system", "\xef\xbb\xbfid = 1\r\n\r\n# c\r\n[a]\r\n", "id = 1\r\n\r\n# c\r\n[a]\r\n"},
		{"line ends of both systems", "id=1\r\n\n# c\r\n[a]\r\n", "id = 1\n\n# c\n[a]\n"},
		{"text over lines of another system", "a='''x\r\ny'''\r\nb=[1,#\r\n2]\r\n", "a = '''x\r\ny'''\r\nb = [\r\n  1,  #\r\n  2,\r\n]\r\n"},
		{"lists in tables in lists", "link=[{from=\"a\",accept={PT206=\"r\"}},{from=\"b\",x=[1, # one\n2]}]", "link = [\n  { from = \"a\", accept = { PT206 = \"r\" } },\n  { from = \"b\", x = [\n    1,  # one\n    2,\n  ] },\n]\n"},
	} {
		tidy, fault := Tidy([]byte(c.text))
		if fault != nil {
			t.Errorf("%s: %s", c.why, fault.Message)
		} else if d := cmp.Diff(c.tidy, string(tidy)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, d)
		}
	}
}

func TestTidyRefusesWhatItCannotRead(t *testing.T) {
	tidy, fault := Tidy([]byte("[theory\nid = 1"))
	if tidy != nil || fault == nil || fault.At.Start > 8 {
		t.Errorf("got %q, %+v; want a fault in line 1", tidy, fault)
	}
}

// The project's own theories are tidy.
func TestTheoriesAreTidy(t *testing.T) {
	for name, text := range theoryFiles(t) {
		tidy, fault := Tidy([]byte(text))
		if fault != nil {
			t.Errorf("%s: %s", name, fault.Message)
		} else if d := cmp.Diff(text, string(tidy)); d != "" {
			t.Errorf("%s is not tidy; run icamo fmt (-now +tidy):\n%s", name, d)
		}
	}
}

func theoryFiles(t testing.TB) map[string]string {
	files := make(map[string]string)
	err := filepath.WalkDir("../../theories", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".toml" {
			return err
		}
		text, err := os.ReadFile(name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Whatever can be read can be tidied without loss (Tidy itself compares), and a tidy file stays as it is.
func FuzzTidy(f *testing.F) {
	for _, text := range theoryFiles(f) {
		f.Add(text)
	}
	f.Add("a=[#\n1,#\n#\n\n[2]#\n,{b=1,c=[#\n]}#\n,]#\n\n#\n#\n\n\n[[x.'']]#\n\n#\n[y]\n")
	f.Add("a={#\nb=nan#\n,#\n}\n\"\"=inf\n'\"'=1979-05-27T07:32:00Z")
	f.Add("a='''\r\n'''\r\nb=[1,#\r\n2]")
	f.Add("a='''\r\n#'''\r\nb=[\"\"\"\n\"\"\",{c='''\n'''}]")
	f.Fuzz(func(t *testing.T, text string) {
		tidy, fault := Tidy([]byte(text))
		if fault != nil {
			if strings.Contains(fault.Message, "tidied") {
				t.Fatalf("%s: %q", fault.Message, text)
			}
			return
		}
		again, fault := Tidy(tidy)
		if fault != nil {
			t.Fatalf("%s: %q, tidied from %q", fault.Message, tidy, text)
		}
		if string(again) != string(tidy) {
			t.Fatalf("%q is tidied to %q, and that to %q", text, tidy, again)
		}
	})
}
