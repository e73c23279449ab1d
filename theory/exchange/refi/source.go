package refi

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"icamo/theory/exchange/untrusted"
)

// selection is a stretch of a source as the project gives it: by positions that each program counts in its own way.
type selection struct {
	guid       string
	name       string // most programs put the text here, or its beginning
	start, end int    // as counted
	page       int    // from 1; 0 where it is of none
	time       string
	comment    string
	codings    []*untrusted.Element
}

// syncPoint ties a position of a transcript to a time.
type syncPoint struct {
	position int
	at       time.Duration
}

// addSource reads a source with the selections in it.
func (r *reader) addSource(e *untrusted.Element) error {
	s := &Source{GUID: guid(e.Get("guid")), Name: clean(e.Get("name")), Description: description(e), Attributes: r.attributes(e)}
	switch e.Name {
	case "TextSource":
		return r.addText(s, e, e)
	case "PDFSource":
		if err := r.addText(s, e, e.First("Representation")); err != nil {
			return err
		}
		r.addPages(s, e)
	case "PictureSource":
		if err := r.addText(s, e, e.First("TextDescription")); err != nil {
			return err
		}
		r.leftRegions(e.All("PictureSelection"))
	case "AudioSource", "VideoSource":
		for _, t := range e.All("Transcript") {
			if err := r.addText(s, e, t); err != nil {
				return err
			}
			s = &Source{GUID: guid(t.Get("guid")), Name: s.Name, Description: s.Description, Attributes: s.Attributes}
		}
		if len(e.All("Transcript")) == 0 {
			r.add(s)
		}
		r.leftRegions(append(e.All("AudioSelection"), e.All("VideoSelection")...))
	default:
		if strings.HasSuffix(e.Name, "Source") {
			r.left("sources of the sort "+e.Name, 1)
		}
	}
	return nil
}

// addText reads the text of a source, which is in an element of its own or in its own, and the selections in it. A file
// that was read as the text of another source is that source.
func (r *reader) addText(s *Source, source, e *untrusted.Element) error {
	text, file, err := r.text(e)
	if err != nil {
		return err
	}
	if same := r.texts[file]; file != "" && same != nil {
		r.sources[s.GUID] = same
		r.of[same.GUID] = append(r.of[same.GUID], r.of[s.GUID]...)
		s = same
	} else {
		s.raw, s.inline = text, file == ""
		r.texts[file] = s
		r.add(s)
	}
	points := make(map[string]syncPoint)
	for _, p := range e.All("SyncPoint") {
		at, _ := strconv.Atoi(p.Get("timeStamp"))
		position, err := strconv.Atoi(p.Get("position"))
		if err == nil {
			points[guid(p.Get("guid"))] = syncPoint{position, time.Duration(at) * time.Millisecond}
		}
	}
	for _, x := range e.All("TranscriptSelection") {
		from, ok1 := points[guid(x.Get("fromSyncPoint"))]
		to, ok2 := points[guid(x.Get("toSyncPoint"))]
		if !ok1 || !ok2 {
			r.leftRegions([]*untrusted.Element{x})
			continue
		}
		r.selected(s, x, from.position, to.position, clock(from.at))
	}
	r.addSelections(s, e.All("PlainTextSelection"))
	for _, ref := range source.All("NoteRef") {
		if n := r.notes[guid(ref.Get("targetGUID"))]; n != nil {
			r.addSelections(s, n.selections) // as QualCoder writes them
		}
	}
	r.wholeSource(s, source.All("Coding"))
	return nil
}

func (r *reader) add(s *Source) {
	r.sources[s.GUID] = s
	r.Sources = append(r.Sources, s)
}

func (r *reader) addSelections(s *Source, all []*untrusted.Element) {
	for _, x := range all {
		start, err1 := strconv.Atoi(x.Get("startPosition"))
		end, err2 := strconv.Atoi(x.Get("endPosition"))
		if err1 != nil || err2 != nil {
			r.left("selections without positions", 1)
			continue
		}
		r.selected(s, x, start, end, "")
	}
}

func (r *reader) selected(s *Source, x *untrusted.Element, start, end int, at string) {
	codings := x.All("Coding")
	one := &selection{guid: guid(x.Get("guid")), name: x.Get("name"), start: start, end: end, time: at, comment: description(x), codings: codings}
	for _, ref := range append(x.All("NoteRef"), codings...) {
		for _, text := range r.memos(ref) {
			one.comment = strings.TrimSpace(one.comment + "\n" + text)
		}
	}
	switch {
	case len(codings) == 0 && len(r.casesOf[one.guid]) == 0:
		r.left("selections that are not coded", 1)
	case start == end:
		r.left("empty selections", 1)
	default:
		s.selections = append(s.selections, one)
	}
}

// memos are those that an element refers to: itself a reference, or with references in it.
func (r *reader) memos(e *untrusted.Element) []string {
	if e.Name == "NoteRef" {
		return r.memo(e)
	}
	var all []string
	for _, ref := range e.All("NoteRef") {
		all = append(all, r.memo(ref)...)
	}
	return all
}

// addPages gives the selections of a PDF's text their pages, by their ids, else their names: a stretch that runs over a page's
// end is one selection on each. Those without a text are counted.
func (r *reader) addPages(s *Source, e *untrusted.Element) {
	byID, byName := make(map[string]*selection), make(map[string]*selection)
	for _, x := range s.selections {
		byID[x.guid] = x
		if x.name != "" {
			byName[x.name] = x
		}
	}
	for _, p := range e.All("PDFSelection") {
		x := cmp.Or(byID[guid(p.Get("guid"))], byName[p.Get("name")])
		if x == nil && r.addOwnText(s, p) {
			continue
		}
		if x == nil {
			r.leftRegions([]*untrusted.Element{p})
			continue
		}
		page, err := strconv.Atoi(p.Get("page"))
		if err == nil && (x.page == 0 || page+1 < x.page) {
			x.page = page + 1 // programs count from 0
		}
		if x.guid != guid(p.Get("guid")) || len(x.codings) == 0 {
			x.codings = append(x.codings, p.All("Coding")...)
		}
	}
}

// addOwnText makes a passage of a selection that brings its text along, and says whether it does.
func (r *reader) addOwnText(s *Source, e *untrusted.Element) bool {
	text, _, err := r.text(e.First("Representation"))
	if err != nil || clean(text) == "" || len(e.All("Coding")) == 0 {
		return false
	}
	x := &selection{guid: guid(e.Get("guid")), comment: description(e), codings: e.All("Coding")}
	if page, err := strconv.Atoi(e.Get("page")); err == nil {
		x.page = page + 1
	}
	p := &Passage{Source: s, Text: clean(text), Locator: locator(x, 1)}
	r.code(p, x)
	r.Passages = append(r.Passages, p)
	return true
}

// leftRegions counts what is coded and has no text.
func (r *reader) leftRegions(all []*untrusted.Element) {
	for _, e := range all {
		if len(e.All("Coding")) > 0 {
			r.left("coded regions and clips without a text", 1)
		}
	}
}

// wholeSource takes codings on a whole source: with a case's code, the source is of that case.
func (r *reader) wholeSource(s *Source, codings []*untrusted.Element) {
	for _, c := range codings {
		of := r.cases[guid(c.First("CodeRef").Get("targetGUID"))]
		if of == nil {
			r.left("codings of whole sources", 1)
			continue
		}
		r.of[s.GUID] = append(r.of[s.GUID], of)
	}
}

// text is the text of an element, and the file that it is in: none where it stands in the element itself. A text that is
// not in the archive is empty.
func (r *reader) text(e *untrusted.Element) (text, file string, err error) {
	for _, c := range e.All("PlainTextContent") {
		return c.Text, "", nil
	}
	path := e.Get("plainTextPath")
	if path == "" {
		return "", "", nil
	}
	name, inside := strings.CutPrefix(path, "internal://")
	if !inside && strings.Contains(path, "://") {
		r.left("texts outside the project's file", 1)
		return "", "", nil
	}
	for _, entry := range []string{"sources/" + name, name} {
		if r.archive == nil || !r.archive.Has(entry) {
			continue
		}
		content, err := r.archive.Read(entry, maxSource)
		if err != nil {
			return "", "", err
		}
		text, err := untrusted.Text(content)
		if err != nil {
			return "", "", fmt.Errorf("%s in it %w", entry, err)
		}
		return text, strings.ToLower(entry), nil
	}
	r.left("texts that are not in the project's file", 1)
	return "", "", nil
}

// clock is a time in a recording: 0:12:05.
func clock(at time.Duration) string {
	at = at.Round(time.Second)
	return fmt.Sprintf("%d:%02d:%02d", int(at.Hours()), int(at.Minutes())%60, int(at.Seconds())%60)
}
