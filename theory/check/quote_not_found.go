package check

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/quotation"
	"icamo/theory/wording"
)

// QuoteNotFound reports quotes that their source does not hold. It is asked where a folder with the sources' texts is
// given.
var QuoteNotFound = Rule{Code: "PT212", Name: "quote-not-found", Severity: Error,
	Doc: "With `--sources DIR`, or `sources` in icamo.toml: a quote that `DIR/SOURCE-ID.txt`, the plain text of its source, does not hold. " +
		"Line ends, hyphens at them, page headers, white space, small and capital letters and the shapes of dashes and quotation marks make no difference. " +
		"`…`, `...` or `[..]` in a quote stands for up to two paragraphs, and words in square brackets may be the quoter's own and stand for a few others; neither may take a negation away or put one in. " +
		"A source of which there is no text is reported once.",
	Why: "A quote is a piece of evidence only as it was said. Slips in copying, and quotes that end up under the wrong source, " +
		"are hard to see and easy to check.",
	Source: "Gilmore et al. (2019), International Journal of Qualitative Methods 18, on transparent realist analysis",
	Remedy: "Quote word for word, with … for what is left out, and look at the nearest passage, which the finding names. " +
		"Where the text of a source may not be kept, accept the finding on the source with that as the reason.",
	Bad: `-- theory.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-niche"]

[evidence.p5-niche]
type    = "quote"
source  = "egmose-2024"
case    = "p5"
text    = "It's about finding your own niche."
locator = "Results, acting in own life"
` + exampleSource,
	Good: `-- theory.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-niche"]

[evidence.p5-niche]
type    = "quote"
source  = "egmose-2024"
case    = "p5"
text    = "It's just finding your niche … and make a difference."
locator = "Results, acting in own life"
` + exampleSource,
	Run: quoteNotFound,
}

const exampleSource = `-- sources/egmose-2024.txt --
“You have felt the pain, we both have a pain in com-
mon.” (Participant 1)
“There was no one higher on the ladder than others
as such.” (Participant 5)
“It’s just finding your niche, something where you
can volunteer and make a difference.” (Participant 5)
`

func quoteNotFound(p *Pass) {
	if p.Settings.Sources == "" {
		p.Abstain()
		return
	}
	folder, err := os.OpenRoot(p.Settings.Sources)
	if err != nil {
		p.Report(&p.Theory.Element, p.Theory.At, fmt.Sprintf("the sources' folder %q cannot be opened, so no quote is looked for: %v", p.Settings.Sources, plain(err)))
		return
	}
	defer folder.Close()
	quotes := make(map[string][]*theory.Evidence)
	for _, e := range p.Theory.Evidence {
		if e.Type == theory.Quote && e.Text != "" {
			quotes[e.Source.ID] = append(quotes[e.Source.ID], e)
		}
	}
	for _, s := range p.Theory.Sources {
		if len(quotes[s.ID]) > 0 {
			lookFor(p, folder, s, quotes[s.ID])
		}
	}
}

// lookFor looks for quotes in the text of their source.
func lookFor(p *Pass, folder *os.Root, s *theory.Source, quotes []*theory.Evidence) {
	file := s.ID + ".txt"
	text, err := load.ReadText(folder.FS(), file)
	if err == nil && !utf8.Valid(text) {
		err = fmt.Errorf("it is not UTF-8 text")
	}
	if err != nil {
		p.Report(&s.Element, s.At, fmt.Sprintf("%s from %q cannot be looked for: %s in the sources' folder: %v", wording.English.Counted(len(quotes), "quote"), s.ID, file, err))
		return
	}
	source := &theory.File{Name: filepath.Join(p.Settings.Sources, file), Text: string(text)}
	index := quotation.NewIndex(source.Text)
	type finding struct {
		at quotation.Passage
		is bool
	}
	found := make(map[string]finding)
	speakers := newSpeakers(p.Theory)
	missing := 0
	for _, e := range quotes {
		f, known := found[e.Text]
		if !known {
			f.at, f.is = index.Find(e.Text)
			found[e.Text] = f
		}
		if f.is {
			if s, ok := index.SpeakerOf(f.at, speakers.names); ok && !speakers.may(e, s.Name) {
				p.Report(&e.Element, e.Key("text"), fmt.Sprintf("%q gives these words to %q, on line %d, and not to %s; name that case, or cite another passage",
					e.Source.ID, s.Name, source.Span(s.At.Start, s.At.End).Range().Line, casesOf(p.Theory, e)),
					theory.Related{Message: "named here", At: source.Span(s.At.Start, s.At.End)})
			}
		} else {
			missing++
			message, near := notFound(index, source, e, missing)
			p.Report(&e.Element, e.Key("text"), message, near...)
		}
	}
}

// speakers are the names by which a source can name the cases of a theory.
type speakers struct {
	names []string
	of    map[string]string // the case by its name
}

func newSpeakers(t *theory.Theory) *speakers {
	s := &speakers{of: make(map[string]string)}
	for _, c := range t.Cases {
		for _, name := range []string{c.Label, c.ID} {
			if s.of[name] == "" && name != "" {
				s.of[name] = c.ID
				s.names = append(s.names, name)
			}
		}
	}
	return s
}

// may says whether a piece of evidence can be of the case that has a name. One that names no case may be of any.
func (s *speakers) may(e *theory.Evidence, name string) bool {
	return len(e.Cases) == 0 || slices.ContainsFunc(e.Cases, func(ref theory.Ref) bool { return ref.ID == s.of[name] })
}

// casesOf names the cases of a piece of evidence.
func casesOf(t *theory.Theory, e *theory.Evidence) string {
	const most = 3
	return wording.English.FewOf(wording.Quoted(wording.English.Cases(t, e.Cases, most)), most)
}

// maxNearest is for how many quotes of a source the nearest passage is looked for. Where more are missing, the text is
// that of another source.
const maxNearest = 500

func notFound(index *quotation.Index, source *theory.File, e *theory.Evidence, missing int) (string, []theory.Related) {
	const remedy = "quote word for word, with … for what is left out"
	if missing > maxNearest {
		return fmt.Sprintf("%q does not hold this quote", e.Source.ID), nil
	}
	passage, apart, ok := index.Nearest(e.Text)
	if !ok {
		return fmt.Sprintf("%q holds nothing like this quote; is it from another source?", e.Source.ID), nil
	}
	at := source.Span(passage.Start, passage.End)
	line, words := at.Range().Line, shortened(source.Text[passage.Start:passage.End])
	if apart {
		return fmt.Sprintf("the parts of this quote stand too far apart in %q, the first on line %d; quote them one by one", e.Source.ID, line),
			[]theory.Related{{Message: "the first part", At: at}}
	}
	return fmt.Sprintf("%q does not hold this quote; nearest is, on line %d, %q; %s", e.Source.ID, line, words, remedy),
		[]theory.Related{{Message: "the nearest passage", At: at}}
}

// shortened is a passage on one line of no more than about a hundred characters.
func shortened(passage string) string {
	const most = 100
	var b strings.Builder
	n := 0
	for i, word := range strings.Fields(passage) {
		if n += utf8.RuneCountInString(word) + 1; n > most && i > 0 {
			return b.String() + " …"
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}
