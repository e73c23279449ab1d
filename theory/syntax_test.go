package theory

import (
	"testing"
	"testing/fstest"
)

// What slips in a file's text lead to is said in words for those who write theories.
func TestSlipsInTheText(t *testing.T) {
	tests := []struct{ line, want string }{
		{"label = “Hope”", `quotation marks must be straight: write " in place of “`},
		{"label = „Hope“", `quotation marks must be straight: write " in place of „`},
		{`label = "Hope`, "a text ends with a quotation mark on the line on which it starts"},
		{"label = Hope", "a text must stand in quotation marks"},
		{"label = trust", "a text must stand in quotation marks"},
		{"label = infinite", `nothing may follow a value on its line; a text stands in quotation marks, with \" for one inside it`},
		{`label = "Having a "big" say"`, `nothing may follow a value on its line; a text stands in quotation marks, with \" for one inside it`},
		{`label "Hope"`, "an = must follow the key"},
		{"// Hope", "a line starts with a key, with a [ before the name of a table, or with a # before a comment"},
		{"[actor.group members]", "a ] must follow the name of a table; an id in it is of small letters, digits and hyphens"},
		{`was = ["a" "b"]`, "a comma must separate the elements of a list, and a ] end it"},
		{`was = ["a", "b"`, "a comma must separate the elements of a list, and a ] end it"},
		{`label = "C:\Hope"`, `write \\ for a backslash inside a text`},
		{`locator = "C:\Users\me\hope.docx"`, `write \\ for a backslash inside a text`},
		{"label\u00a0= \"Hope\"", "there is a space of another kind here (U+00A0); type an ordinary one over it"},
		{"label =\u202f\"Hope\"", "there is a space of another kind here (U+202F); type an ordinary one over it"},
		{"estimate = 3,5", "a number has a decimal point, not a comma, as in 3.5; the elements of a list stand in [ ]"},
		{`label = """Hope`, "the three quotation marks at the end of this text are missing"},
	}
	for _, test := range tests {
		files := fstest.MapFS{"a.toml": {Data: []byte("[theory]\nid = \"a\"\ntitle = \"A\"\n[outcome.hope]\n" + test.line + "\nhorizon = \"long\"\n")}}
		read, err := Load(files, "a.toml", func(n string) string { return n })
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Faults) != 1 || read.Faults[0].Message != "this is not TOML: "+test.want {
			t.Errorf("%s\n got %v\nwant %s", test.line, read.Faults, test.want)
		}
	}
}
