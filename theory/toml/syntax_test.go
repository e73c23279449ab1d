package toml

import "testing"

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
		{"unintended = yes", "write true, in small letters; a text must stand in quotation marks"},
		{"unintended = False # no", "write false, in small letters; a text must stand in quotation marks"},
		{"label = écoute", "a text must stand in quotation marks"},
		{"écoute = 1", "'é' is none of the letters of keys and ids, which are a to z, without accents"},
		{"[mechanism.mécanisme]", "'é' is none of the letters of keys and ids, which are a to z, without accents"},
		{`label "Hope"`, "an = must follow the key"},
		{"// Hope", "a line starts with a key, with a [ before the name of a table, or with a # before a comment"},
		{"[actor.group members]", "a ] must follow the name of a table; an id in it is of small letters, digits and hyphens"},
		{`was = ["a" "b"]`, "a comma must separate the elements of a list, and a ] end it"},
		{`was = ["a", "b"`, "a comma must separate the elements of a list, and a ] end it"},
		{`label = "C:\Hope"`, `write \\ for a backslash inside a text`},
		{`locator = "C:\Users\me\hope.docx"`, `write \\ for a backslash inside a text`},
		{"label\u00a0= \"Hope\"", "here is an invisible character (U+00A0); delete it, and type an ordinary space where one is needed"},
		{"label =\u202f\"Hope\"", "here is an invisible character (U+202F); delete it, and type an ordinary space where one is needed"},
		{"label =\u200b\"Hope\"", "here is an invisible character (U+200B); delete it, and type an ordinary space where one is needed"},
		{`label = "\ud83d"`, `write \\ for a backslash inside a text`},
		{"estimate = 3,5", "nothing may follow a value on its line; a number is written as 3.5 or 1200, with no comma, and a list stands in [ ]"},
		{"estimate = 1,200", "nothing may follow a value on its line; a number is written as 3.5 or 1200, with no comma, and a list stands in [ ]"},
		{`label = """Hope`, "the three quotation marks at the end of this text are missing"},
	}
	for _, test := range tests {
		read := Read([]byte("[theory]\nid = \"a\"\ntitle = \"A\"\n[outcome.hope]\n" + test.line + "\nhorizon = \"long\"\n"))
		if read.Fault == nil || read.Fault.Message != "this is not TOML: "+test.want {
			t.Errorf("%s\n got %v\nwant %s", test.line, read.Fault, test.want)
		}
	}
}
