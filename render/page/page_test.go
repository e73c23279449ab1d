package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"icamo/render"
	"icamo/render/layout"
	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/theorytest"
)

var engine *layout.Engine

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "icamo-page-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	engine = layout.New(dir)
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

func open(t testing.TB, file string) *theory.Theory {
	t.Helper()
	opened, err := load.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return opened
}

// written is the page of a theory.
func written(t testing.TB, file string) []byte {
	t.Helper()
	opened := open(t, file)
	found, err := Check(file, opened)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Draw(t.Context(), engine, opened, found, render.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := HTML(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const peer = "../../theories/peer/revised.toml"

var theories = []string{peer, "../../theories/peer/initial.toml", "../../theories/youth-peer-support/theory.toml", "../../theories/minimal.toml"}

// TestEveryElementHasItsEntry holds the pages to their theories: an entry for each element, every link inside the page
// to something in it, no id twice, and no page of a megabyte or more.
func TestEveryElementHasItsEntry(t *testing.T) {
	for _, file := range theories {
		t.Run(file, func(t *testing.T) {
			page := written(t, file)
			if len(page) >= 1_000_000 {
				t.Errorf("the page has %d bytes", len(page))
			}
			doc, err := html.Parse(bytes.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			ids := make(map[string]*html.Node)
			var links []string
			for n := range doc.Descendants() {
				if id := attribute(n, "id"); id != "" {
					if ids[id] != nil {
						t.Errorf("two elements have the id %q", id)
					}
					ids[id] = n
				}
				if to, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok {
					links = append(links, to)
				}
			}
			for _, to := range links {
				if ids[to] == nil {
					t.Errorf("nothing has the id %q, which is linked to", to)
				}
			}
			opened := open(t, file)
			entries := map[string]string{}
			for _, n := range opened.Nodes {
				entries[string(n.Kind)+"."+n.ID] = n.Label
			}
			for _, c := range opened.Configurations {
				entries["configuration."+c.ID] = c.Title
			}
			for _, c := range opened.Cases {
				entries["case."+c.ID] = c.Label
			}
			for _, e := range opened.Evidence {
				entries["evidence."+e.ID] = e.Text
			}
			for _, l := range opened.Links {
				anchor := "link." + l.From.ID + "." + l.To.ID
				if l.Onto != nil {
					anchor = "link." + l.From.ID + ".onto." + l.Onto.From.ID + "." + l.Onto.To.ID
				}
				if l.Effect == theory.Inhibits {
					anchor += ".inhibits"
				}
				entries[anchor] = l.Because
			}
			for anchor, says := range entries {
				if ids[anchor] == nil {
					t.Errorf("no entry for %s", anchor)
				} else if !strings.Contains(text(ids[anchor]), says) {
					t.Errorf("the entry of %s does not say %q", anchor, says)
				}
			}
		})
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func TestTheSameTheoryIsTheSamePage(t *testing.T) {
	if !bytes.Equal(written(t, peer), written(t, peer)) {
		t.Error("two pages of one theory differ")
	}
}

// TestThePageIsTheSameFromEveryFolder holds that a page tells nobody in which folder the theory was.
func TestThePageIsTheSameFromEveryFolder(t *testing.T) {
	whole, err := filepath.Abs(peer)
	if err != nil {
		t.Fatal(err)
	}
	page := written(t, peer)
	if !bytes.Equal(page, written(t, whole)) {
		t.Error("the page depends on the path by which the theory was named")
	}
	if !bytes.Contains(page, []byte(">revised.toml, line ")) {
		t.Error("the page does not say where its findings stand")
	}
}

// TestPolicyNamesWhatIsThere holds the policy's hashes to the script and style as they stand in the page, and the page to
// loading nothing.
func TestPolicyNamesWhatIsThere(t *testing.T) {
	p, err := Blank("a theory")
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]func(*bytes.Buffer) error{
		Policy(): func(b *bytes.Buffer) error { return HTML(b, p) },
		LivePolicy(): func(b *bytes.Buffer) error {
			e, err := NewEdition(p, nil)
			if err != nil {
				return err
			}
			return e.HTML(b)
		},
	} {
		var b bytes.Buffer
		if err := page(&b); err != nil {
			t.Fatal(err)
		}
		for _, tag := range []string{"script", "style"} {
			parts := regexp.MustCompile(`(?s)<`+tag+`>(.*?)</`+tag+`>`).FindAllSubmatch(b.Bytes(), -1)
			if len(parts) != 1 {
				t.Fatalf("the page has %d %ss", len(parts), tag)
			}
			sum := sha256.Sum256(parts[0][1])
			if want := tag + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(name, want) {
				t.Errorf("the policy has no %s: %s", want, name)
			}
		}
		if strings.Contains(name, "unsafe") || strings.Contains(name, "*") {
			t.Errorf("the policy is loose: %s", name)
		}
	}
	doc, err := html.Parse(bytes.NewReader(written(t, peer)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "style", strings.HasPrefix(a.Key, "on"):
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			case slices.Contains([]string{"src", "srcset", "data", "action", "xlink:href"}, a.Key):
				t.Errorf("<%s> loads %q", n.Data, a.Val)
			case a.Key == "href" && n.Data == "link" && a.Val != "data:,":
				t.Errorf("<link> loads %q", a.Val)
			case a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") && a.Val != "data:,":
				t.Errorf("<%s> leads to %q", n.Data, a.Val)
			}
		}
	}
}

// TestWhatNoPageCanHold holds that a theory that would make a page of gigabytes is refused before it is written, and one
// of many elements is not.
func TestWhatNoPageCanHold(t *testing.T) {
	const pair = "[theory]\nid = \"t\"\ntitle = \"T\"\n[mechanism.m]\nlabel = \"M\"\n[outcome.o]\nlabel = \"O\"\n"
	many := func(count int, line string) string {
		var b strings.Builder
		for i := range count {
			b.WriteString(strings.ReplaceAll(line, "#", fmt.Sprint(i)))
		}
		return b.String()
	}
	evidence := func(cases int) string {
		return "[evidence.e]\ntype = \"quote\"\ncases = [" + many(cases, "\"p#\",") + "]\n" + many(cases, "[case.p#]\nlabel = \"Participant #\"\n")
	}
	cited := many(50, "[mechanism.m#]\nlabel = \"M #\"\n[[link]]\nfrom = \"m#\"\nto = \"o\"\nsupported_by = ["+strings.Repeat("\"e\",", 40)+"]\n")
	complete := func(size int) (links []string) {
		for i := range size {
			for j := range size {
				links = append(links, fmt.Sprintf("[[link]]\nfrom = \"m%d\"\nto = \"m%d\"\n", i, j))
			}
		}
		return links
	}
	for _, c := range []struct{ name, text, want string }{
		{"nodes", many(5_001, "[mechanism.m#]\nlabel = \"M\"\n"), "5003 nodes are more than the 5000 that a page can show"},
		{"too many nodes for a figure", many(2_001, "[mechanism.m#]\nlabel = \"M\"\n"), ""},
		{"a long label", "[mechanism.long]\nlabel = \"" + strings.Repeat("x", 2_001) + "\"\n", "has 2001 bytes"},
		{"configurations", many(2_001, "[configuration.c#]\ntitle = \"C\"\n"), "2001 configurations are more than the 2000"},
		{"evidence", many(20_001, "[evidence.e#]\ntype = \"quote\"\n"), "20001 pieces of evidence"},
		{"cases of configurations", many(1_001, "[case.p#]\nlabel = \"P\"\n") + many(200, "[configuration.c#]\ntitle = \"C\"\n"), "1001 cases of 200 configurations"},
		{"cases wherever they are named", evidence(1_000) + cited, "a page would hold"},
		{"cases under each of their pieces", evidence(1_500), "a page would hold"},
		{"beneficiaries under each configuration", many(300, "[actor.a#]\nlabel = \""+strings.Repeat("x", 180)+"\"\n") + "[outcome.all]\nlabel = \"All\"\nbeneficiary = [" + many(300, "\"a#\",") + "]\n" +
			many(300, "[configuration.c#]\ntitle = \"C\"\noutcome = [\"all\"]\n"), "a page would hold"},
		{"links under each configuration", many(40, "[mechanism.m#]\nlabel = \""+strings.Repeat("x", 100)+"\"\n") + strings.Join(complete(40), "") +
			many(200, "[configuration.c#]\ntitle = \"C\"\nmechanism = ["+many(40, "'m#',")+"]\n"), "a page would hold"},
		{"few cases", evidence(10) + cited, ""},
	} {
		th := theorytest.Load(t, pair+c.text)
		switch err := Drawable(th); {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want == "":
		case err == nil || !strings.Contains(err.Error(), c.want):
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		default:
			if _, drawn := Draw(t.Context(), engine, th, nil, render.Options{}, nil); drawn == nil || drawn.Error() != err.Error() {
				t.Errorf("%s: it is drawn, with error %v", c.name, drawn)
			}
		}
	}
}

// TestTooLargeForOneFigure holds that the page of a theory that is too large for one figure says so, and shows an overview, each
// configuration and each link in some figure.
func TestTooLargeForOneFigure(t *testing.T) {
	th := theorytest.Load(t, theorytest.TooLarge())
	p, err := Draw(t.Context(), engine, th, nil, render.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := HTML(&b, p); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	const said = "The whole, with 2100 nodes and 220 links, is too large for one figure: one figure shows at most 2000 nodes. " +
		"It is shown by parts: each configuration, and the links that no configuration has. In no figure, as nothing joins them: 1640 nodes."
	if !strings.Contains(page, said) {
		t.Errorf("the page does not say %q", said)
	}
	if !strings.Contains(page, `id="version-overview"`) || strings.Contains(page, `id="version-this"`) {
		t.Error("it has no overview, or the whole after all")
	}
	for _, c := range th.Configurations {
		if !strings.Contains(page, fmt.Sprintf(`data-of="configuration.%s"`, c.ID)) {
			t.Errorf("%s has no figure of its own", c.ID)
		}
	}
	figures := strings.Join(func() (parts []string) {
		for _, one := range p.Parts(figureRegion) {
			parts = append(parts, string(one))
		}
		return parts
	}(), "")
	for _, l := range th.Links {
		if n := strings.Count(figures, fmt.Sprintf(`class="link" data-id="%s"`, html.EscapeString(l.ID))); n != 1 {
			t.Errorf("%s is in %d figures", l.ID, n)
		}
	}
	if size := b.Len(); size > 8<<20 {
		t.Errorf("the page has %d bytes", size)
	}
}

// TestUpperFirst holds that the name of a case's attribute starts with a capital in any language.
func TestUpperFirst(t *testing.T) {
	for text, want := range map[string]string{"": "", "age": "Age", "år": "År", "øvrigt": "Øvrigt", "ηλικία": "Ηλικία", "年齢": "年齢"} {
		if got := upperFirst(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWhatRulesSayHasNoBackticks looks at the text that a browser shows of the findings.
func TestWhatRulesSayHasNoBackticks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "theory.toml")
	text := "[theory]\nid = \"t\"\ntitle = \"T\"\nversion = \"initial\"\n\n[context.a]\nlabel = \"A\"\n\n[mechanism.b]\nlabel = \"B\"\n\n" +
		"[[link]]\nfrom = \"a\"\nto = \"b\"\nstatus = \"supported\"\nsupported_by = [\"q\"]\n\n" +
		"[source.s]\ncitation = \"S\"\n\n[evidence.q]\nsource = \"s\"\nsummary = \"Seen once.\"\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`(?s)<p class="small" lang="en">.*?</p>`).FindAll(written(t, file), -1)
	code := 0
	for _, p := range said {
		code += bytes.Count(p, []byte("<code>"))
		if bytes.ContainsRune(p, '`') {
			t.Errorf("%s", p)
		}
	}
	if code == 0 {
		t.Errorf("no key is set apart in what %d rules say", len(said))
	}
}
