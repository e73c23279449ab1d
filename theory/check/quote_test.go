package check

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"icamo/theory/theorytest"

	"github.com/google/go-cmp/cmp"
)

func TestQuotesInSources(t *testing.T) {
	sources := t.TempDir()
	outside := t.TempDir()
	for name, text := range map[string]string{
		sources + "/here.txt":    "At first I felt safe, we all\ndid. " + strings.Repeat("And so on. ", 300) + "Then I did not.",
		sources + "/latin.txt":   "I felt s\xe5fe",
		outside + "/outside.txt": "I felt safe",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside+"/outside.txt", sources+"/outside.txt"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(sources+"/folder.txt", 0o755); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	text.WriteString(ExampleTheory)
	for _, q := range []struct{ source, quote string }{
		{"here", "I felt safe … we all did."},
		{"here", "I felt so safe, we all did"},
		{"here", "I felt safe … Then I did not"},
		{"here", "Quantum rockets"},
		{"latin", "I felt safe"},
		{"missing", "One"},
		{"missing", "Two"},
		{"outside", "I felt safe"},
		{"folder", "I felt safe"},
	} {
		fmt.Fprintf(&text, "\n[evidence.q%d]\ntype = \"quote\"\nsource = %q\ntext = %q\n", text.Len(), q.source, q.quote)
	}
	for _, s := range []string{"here", "latin", "missing", "outside", "folder", "never-quoted"} {
		fmt.Fprintf(&text, "\n[source.%s]\ncitation = \"C\"\n", s)
	}
	fmt.Fprintf(&text, "accept = { PT212 = \"no text of it\" }\n")
	loaded := theorytest.Load(t, text.String())
	var got []string
	for _, f := range Run(loaded, Settings{Sources: sources}) {
		if f.Rule.Code == "PT212" || f.Rule.Code == "PT111" {
			got = append(got, strings.ReplaceAll(f.Message, sources, "DIR"))
		}
	}
	want := []string{
		`2 quotes from "egmose-2024" cannot be looked for: egmose-2024.txt in the sources' folder: there is no such file`,
		`"here" does not hold this quote; nearest is, on line 1, "I felt safe, we all did"; quote word for word, with … for what is left out`,
		`the parts of this quote stand too far apart in "here", the first on line 1; quote them one by one`,
		`"here" holds nothing like this quote; is it from another source?`,
		`1 quote from "latin" cannot be looked for: latin.txt in the sources' folder: it is not UTF-8 text`,
		`2 quotes from "missing" cannot be looked for: missing.txt in the sources' folder: there is no such file`,
		`1 quote from "outside" cannot be looked for: outside.txt in the sources' folder: a symbolic link leads outside the project's folder`,
		`1 quote from "folder" cannot be looked for: folder.txt in the sources' folder: is a folder, not a file`,
		`there is no finding PT212 here to accept; take the acceptance out`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("findings (-want +got):\n%s", d)
	}
	for _, f := range Run(loaded, Settings{Sources: sources + "/nowhere"}) {
		if f.Rule.Code == "PT212" && !strings.Contains(f.Message, "there is no such") {
			t.Errorf("a folder that is not there: %s", f.Message)
		}
	}
	for _, f := range Run(loaded, Settings{}) {
		if f.Rule.Code == "PT212" || f.Rule.Code == "PT111" {
			t.Errorf("without a folder: %s", f.Message)
		}
	}
}
