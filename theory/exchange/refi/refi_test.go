package refi_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/exchange/refi"
)

// container is a project of the entries given: names and contents in turn.
func container(t testing.TB, entries ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		f, err := w.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// project is a project's XML around what is given.
func project(origin, inner string) string {
	return `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Walks" origin="` + origin + `">` + inner + `</Project>`
}

const codeBook = `<CodeBook><Codes>
<Code guid="{C-1}" name="Contexts" isCodable="false"><Code guid="C-2" name="Rules agreed" isCodable="true" color="#ff0000"><Description>Agreed
at the start</Description></Code></Code>
<Code guid="C-3" name="M: Feeling safe" isCodable="true"><NoteRef targetGUID="N-1"/></Code>
</Codes></CodeBook>`

// selected is a selection of a text with codings.
func selected(id, name string, start, end int, codes ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<PlainTextSelection guid="%s" name="%s" startPosition="%d" endPosition="%d">`, id, name, start, end)
	for _, c := range codes {
		fmt.Fprintf(&b, `<Coding guid="x%s%s" creatingUser="u"><CodeRef targetGUID="%s"/></Coding>`, id, c, c)
	}
	return b.String() + `</PlainTextSelection>`
}

func shown(p *refi.Project) string {
	var b strings.Builder
	for _, c := range refi.All(p.Codes) {
		fmt.Fprintf(&b, "code %s", c.Path())
		if c.Folder {
			b.WriteString(" (folder)")
		}
		if c.Case != nil {
			b.WriteString(" (case)")
		}
		fmt.Fprintf(&b, " %d%q%q\n", c.Passages, c.Description, c.Memos)
	}
	for _, c := range p.Cases {
		fmt.Fprintf(&b, "case %s %v\n", c.Name, c.Attributes)
	}
	for _, s := range p.Sources {
		fmt.Fprintf(&b, "source %s", s.Name)
		if s.Lost {
			b.WriteString(" (lost)")
		}
		if s.Uncertain {
			b.WriteString(" (uncertain)")
		}
		b.WriteString("\n")
	}
	for _, q := range p.Passages {
		fmt.Fprintf(&b, "%s, %s: %q", q.Source.Name, q.Locator, q.Text)
		for _, c := range q.Codes {
			fmt.Fprintf(&b, " +%s", c.Name)
		}
		for _, c := range q.Cases {
			fmt.Fprintf(&b, " @%s", c.Name)
		}
		for _, c := range q.Comments {
			fmt.Fprintf(&b, " (%s)", c)
		}
		b.WriteString("\n")
	}
	for _, s := range p.Sets {
		fmt.Fprintf(&b, "set %s: %d codes, %d sources\n", s.Name, len(s.Codes), len(s.Sources))
	}
	for _, l := range p.Links {
		fmt.Fprintf(&b, "link %s: %s, %s, %v\n", l.Name, l.From.Name, l.To.Name, l.Directed)
	}
	for _, l := range p.Left {
		fmt.Fprintf(&b, "left: %d %s\n", l.Count, l.What)
	}
	return b.String()
}

// units is where a part of a text starts and ends, counted in UTF-16 units.
func units(text, part string) (start, end int) {
	start = len(utf16.Encode([]rune(text[:strings.Index(text, part)])))
	return start, start + len(utf16.Encode([]rune(part)))
}

func TestProjects(t *testing.T) {
	crlf := "Interview 🙂\r\n\r\nWe had rules 🙂.\r\nI felt safe there.\r\n"
	rulesAt, rulesEnd := units(crlf, "We had rules 🙂.")
	safeAt, safeEnd := units(crlf, "I felt safe there.")
	nvivo := project("NVivo 14", codeBook+`<Variables><Variable guid="v1" name="Cases:Age group" typeOfVariable="Text"/></Variables>
<Cases><Case guid="K-1" name="Lone"><VariableValue><VariableRef targetGUID="V1"/><TextValue>18-25</TextValue></VariableValue></Case></Cases>
<Sources><TextSource guid="S-1" name="Interview 1" plainTextPath="internal://ABC.txt">`+
		selected("p1", "", rulesAt, rulesEnd, "c-2")+selected("p2", "", rulesAt, rulesEnd, "c-3")+selected("p3", "", safeAt, safeEnd, "C-3")+
		selected("p4", "", rulesAt, safeEnd, "k-1")+`</TextSource></Sources>
<Notes><Note guid="n-1" name="Memo"><PlainTextContent>If rules are agreed, people feel safe.</PlainTextContent></Note></Notes>`)

	lf := "One 🙂 two.\nThree four.\n"
	tests := []struct {
		name    string
		entries []string
		want    string
	}{
		{"NVivo: UTF-16 units, two for a line break, a selection per coding, names empty, capital folder, cases as codes",
			[]string{"Walks.qde", strings.Replace(nvivo, "</Codes>", `<Code guid="k-1" name="Lone" isCodable="true"/></Codes>`, 1), "Sources/abc.txt", "\ufeff" + crlf},
			`code Contexts (folder) 0""[]
code Contexts/Rules agreed 1"Agreed\nat the start"[]
code M: Feeling safe 2""["If rules are agreed, people feel safe."]
code Lone (case) 0""[]
case Lone [{Age group 18-25}]
source Interview 1
Interview 1, paragraph 3: "We had rules 🙂." +Rules agreed +M: Feeling safe @Lone
Interview 1, paragraph 4: "I felt safe there." +M: Feeling safe @Lone
left: 1 colours of codes
`},
		{"QualCoder: code points, one for a line break, names are the texts, annotations in notes",
			[]string{"project.qde", project("QualCoder 3", codeBook+`<Sources><TextSource guid="s" name="a.txt" plainTextPath="internal://s.txt">`+
				selected("p", "I felt safe there.", len([]rune("Interview 🙂\n\nWe had rules 🙂.\n")), len([]rune("Interview 🙂\n\nWe had rules 🙂.\nI felt safe there.")), "C-3")+
				`</TextSource></Sources>`), "sources/s.txt", "\ufeff" + crlf},
			`code Contexts (folder) 0""[]
code Contexts/Rules agreed 0"Agreed\nat the start"[]
code M: Feeling safe 1""[]
source a.txt
a.txt, paragraph 4: "I felt safe there." +M: Feeling safe
left: 1 colours of codes
`},
		{"ATLAS.ti: names cut, a PDF's text and page under one id, one file as two sources, groups as sets, relations",
			[]string{"project.qde", project("ATLAS.ti 23", strings.Replace(codeBook, "</CodeBook>", `<Sets><Set name="Mechanisms"><MemberCode guid="C-3"/></Set></Sets></CodeBook>`, 1)+
				`<Sources><PDFSource guid="s" name="a.pdf"><PDFSelection guid="P" page="2"><Coding><CodeRef targetGUID="C-3"/></Coding></PDFSelection>
<PDFSelection guid="R" page="0"><Coding><CodeRef targetGUID="C-3"/></Coding></PDFSelection>
<Representation plainTextPath="internal://S.TXT">`+selected("p", "One…", 0, 9, "C-3")+`</Representation></PDFSource>
<AudioSource guid="a" name="talk"><Transcript guid="t" plainTextPath="internal://s.txt"><SyncPoint guid="y1" position="11" timeStamp="3725000"/><SyncPoint guid="y2" position="22" timeStamp="3726000"/>
<TranscriptSelection guid="q" fromSyncPoint="y1" toSyncPoint="y2"><Coding><CodeRef targetGUID="C-2"/></Coding></TranscriptSelection></Transcript></AudioSource></Sources>
<Links><Link name="is cause of" direction="OneWay" originGUID="C-2" targetGUID="C-3"/><Link name="" originGUID="C-2" targetGUID="p"/></Links>
<Sets><Set name="gender: male"><MemberSource targetGUID="S"/></Set></Sets>`), "sources/s.TXT", lf},
			`code Contexts (folder) 0""[]
code Contexts/Rules agreed 1"Agreed\nat the start"[]
code M: Feeling safe 1""[]
source a.pdf
a.pdf, page 3: "One 🙂 two" +M: Feeling safe
a.pdf, 1:02:05: "Three four." +Rules agreed
set Mechanisms: 1 codes, 0 sources
set gender: male: 0 codes, 1 sources
link is cause of: Rules agreed, M: Feeling safe, true
left: 1 coded regions and clips without a text
left: 1 links between other things than codes
left: 1 colours of codes
`},
		{"MAXQDA: a nameless case for a source, variables in the source, a comment without a coding",
			[]string{"project.qde", project("MAXQDA 24", codeBook+`<Variables><Variable guid="v" name="Age"/><Variable guid="w" name="Job"/></Variables><Cases><Case guid="k"><SourceRef targetGUID="S"/></Case></Cases>
<Sources><TextSource guid="s" name="Bo" plainTextPath="internal://s.txt"><VariableValue><VariableRef targetGUID="v"/><IntegerValue>31</IntegerValue></VariableValue>
<VariableValue><VariableRef targetGUID="w"/></VariableValue><PlainTextSelection guid="p" name="x" startPosition="0" endPosition="3"><Description>odd</Description></PlainTextSelection>`+
				selected("q", "One 🙂 two.", 0, 10, "C-2")+`</TextSource></Sources>`), "sources/s.txt", lf},
			`code Contexts (folder) 0""[]
code Contexts/Rules agreed 1"Agreed\nat the start"[]
code M: Feeling safe 0""[]
case Bo [{Age 31}]
source Bo
Bo, paragraph 1: "One 🙂 two." +Rules agreed @Bo
left: 1 selections that are not coded
left: 1 colours of codes
`},
		{"a text in the XML, counted as it was before its line breaks were made one character",
			[]string{"a.qde", project("Other", codeBook+`<Sources><TextSource guid="s" name="a"><PlainTextContent>One two three.
Four five six.</PlainTextContent>`+selected("q", "Four five six.", 16, 30, "C-2")+`</TextSource></Sources>`)},
			`code Contexts (folder) 0""[]
code Contexts/Rules agreed 1"Agreed\nat the start"[]
code M: Feeling safe 0""[]
source a
a, paragraph 2: "Four five six." +Rules agreed
left: 1 colours of codes
`},
		{"a project whose texts are lost",
			[]string{"a.qde", project("NVivo", codeBook+`<Sources><TextSource guid="s" name="a" plainTextPath="internal://a.txt">`+selected("q", "", 1, 2, "C-2")+
				`</TextSource><TextSource guid="t" name="b" plainTextPath="absolute:///etc/passwd"/></Sources>`), "sources/a.txt", "\n"},
			`code Contexts (folder) 0""[]
code Contexts/Rules agreed 0"Agreed\nat the start"[]
code M: Feeling safe 0""[]
source a (lost)
source b
left: 1 texts outside the project's file
left: 1 passages whose text is not in the project's file
left: 1 colours of codes
`},
		{"positions beyond the text",
			[]string{"a.qde", project("NVivo", codeBook+`<Sources><TextSource guid="s" name="a" plainTextPath="internal://a.txt">`+selected("q", "", 1, 200, "C-2")+
				`</TextSource></Sources>`), "sources/a.txt", "short"},
			`code Contexts (folder) 0""[]
code Contexts/Rules agreed 0"Agreed\nat the start"[]
code M: Feeling safe 0""[]
source a (lost)
left: 1 passages that lie outside the text of their source
left: 1 colours of codes
`},
	}
	for _, test := range tests {
		p, err := refi.Read(container(t, test.entries...))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if diff := cmp.Diff(test.want, shown(p)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestCodeBook(t *testing.T) {
	p, err := refi.Read([]byte("\ufeff" + `<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="ATLAS.ti"><Codes><Code guid="a" name="Rules"/></Codes><Sets><Set name="Contexts"><MemberCode guid="A"/></Set></Sets></CodeBook>`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("code Rules 0\"\"[]\nset Contexts: 1 codes, 0 sources\n", shown(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHostileProjects holds that what is no project, or is meant to do harm, is refused with the reason.
func TestHostileProjects(t *testing.T) {
	deep := strings.Repeat(`<Code guid="a" name="a">`, 150) + strings.Repeat("</Code>", 150)
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "is no REFI-QDA project or code book"},
		{"text", []byte("codes"), "is no REFI-QDA project or code book"},
		{"other XML", []byte("<a/>"), "its first element is a"},
		{"no project", container(t, "a/b.qde", ""), "holds no .qde file"},
		{"two projects", container(t, "a.qde", "", "b.qde", ""), "holds two projects"},
		{"a climbing name", container(t, "a.qde", "", "../b", ""), "unsafe name"},
		{"an absolute name", container(t, "a.qde", "", "/etc/passwd", ""), "unsafe name"},
		{"entities", container(t, "a.qde", `<!DOCTYPE x [<!ENTITY a "b">]><Project/>`), "document type"},
		{"UTF-16", container(t, "a.qde", `<?xml version="1.0" encoding="utf-16"?><Project/>`), "cannot be read"},
		{"deep codes", container(t, "a.qde", project("", "<CodeBook><Codes>"+deep+"</Codes></CodeBook>")), "more than 100 levels"},
		{"deep XML", container(t, "a.qde", strings.Repeat("<a>", 100_000)), "nests deeper"},
		{"a bomb", container(t, "a.qde", strings.Repeat(" ", 129<<20)), "larger than 128 MiB"},
		{"a project that ends too soon", container(t, "a.qde", "<Project><CodeBook>"), "ends within the element"},
	}
	for _, test := range tests {
		start := time.Now()
		_, err := refi.Read(test.data)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, not %q", test.name, err, test.want)
		}
		t.Logf("%s: %v in %v", test.name, err, time.Since(start).Round(time.Millisecond))
	}
}

// FuzzRead holds that whatever a project says of positions, the passages are parts of their texts, and nothing panics.
func FuzzRead(f *testing.F) {
	f.Add(codeBook+`<Sources><TextSource guid="s" name="a" plainTextPath="internal://a.txt">`+selected("q", "two", 4, 7, "C-2")+`</TextSource></Sources>`, "one two 🙂\r\nthree")
	f.Add(codeBook+`<Sources><PDFSource guid="s" name="a"><PDFSelection guid="q" page="1"/><Representation plainTextPath="a.txt">`+selected("q", "", 0, 3, "C-3")+`</Representation></PDFSource></Sources>`, "one\ntwo")
	f.Fuzz(func(t *testing.T, inner, text string) {
		p, err := refi.Read(container(t, "a.qde", project("NVivo", inner), "sources/a.txt", text))
		if err != nil {
			return
		}
		for _, q := range p.Passages {
			if q.Text == "" || q.Source.Text != "" && !strings.Contains(q.Source.Text, q.Text) {
				t.Fatalf("the passage %q is no part of its text", q.Text)
			}
		}
	})
}
