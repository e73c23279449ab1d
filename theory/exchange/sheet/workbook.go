package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"icamo/theory/exchange/untrusted"
)

const maxPart = 128 << 20 // bytes of one part of a workbook

// HistorySuffix ends the name of the hidden sheet that holds what another sheet held when it was exported.
const HistorySuffix = " as exported"

// workbook is what the sheets of a workbook share.
type workbook struct {
	archive *untrusted.Archive
	strings []string
	isDate  []bool // by the number of a cell's style
	from    epoch
	rows    int // read so far, in all sheets
	cells   int
}

func readWorkbook(data []byte) ([]*Sheet, error) {
	archive, err := untrusted.OpenArchive(data)
	if err != nil {
		return nil, err
	}
	const main = "xl/workbook.xml"
	if !archive.Has(main) {
		return nil, errors.New("is a zip archive without a workbook in it")
	}
	b := &workbook{archive: archive}
	listed, err := b.tree(main)
	if err != nil {
		return nil, err
	}
	if v := listed.First("workbookPr").Get("date1904"); v == "1" || v == "true" {
		b.from = macintosh
	}
	if err := b.readStyles(); err != nil {
		return nil, err
	}
	if err := b.readStrings(); err != nil {
		return nil, err
	}
	parts, err := b.parts()
	if err != nil {
		return nil, err
	}
	var sheets []*Sheet
	named := make(map[string]*Sheet)
	for _, e := range listed.First("sheets").All("sheet") {
		part, isSheet := parts[e.Get("id")]
		if !isSheet {
			continue // a chart
		}
		s := &Sheet{Name: e.Get("name")}
		if err := b.read(s, part); err != nil {
			return nil, err
		}
		named[s.Name] = s
		sheets = append(sheets, s)
	}
	return withHistory(sheets, named), nil
}

// withHistory gives each sheet the hidden one that goes with it.
func withHistory(sheets []*Sheet, named map[string]*Sheet) []*Sheet {
	var shown []*Sheet
	for _, s := range sheets {
		if of, hidden := strings.CutSuffix(s.Name, HistorySuffix); hidden && named[of] != nil {
			named[of].History = s
			continue
		}
		shown = append(shown, s)
	}
	return shown
}

func (b *workbook) tree(part string) (*untrusted.Element, error) {
	content, err := b.archive.Read(part, maxPart)
	if err != nil {
		return nil, err
	}
	root, err := untrusted.Tree(content)
	if err != nil {
		return nil, fmt.Errorf("%s in it %w", part, err)
	}
	return root, nil
}

// parts are the files of the worksheets, by the ids that the list of sheets names them with.
func (b *workbook) parts() (map[string]string, error) {
	listed, err := b.tree("xl/_rels/workbook.xml.rels")
	if err != nil {
		return nil, err
	}
	parts := make(map[string]string)
	for _, r := range listed.All("Relationship") {
		target := r.Get("Target")
		if !strings.HasSuffix(r.Get("Type"), "/worksheet") {
			continue
		}
		if rooted, ok := strings.CutPrefix(target, "/"); ok {
			parts[r.Get("Id")] = rooted
		} else {
			parts[r.Get("Id")] = path.Join("xl", target)
		}
	}
	return parts, nil
}

// readStyles notes which styles show a number as a date.
func (b *workbook) readStyles() error {
	const part = "xl/styles.xml"
	if !b.archive.Has(part) {
		return nil
	}
	root, err := b.tree(part)
	if err != nil {
		return err
	}
	codes := make(map[string]string)
	for _, f := range root.First("numFmts").All("numFmt") {
		codes[f.Get("numFmtId")] = f.Get("formatCode")
	}
	for _, xf := range root.First("cellXfs").All("xf") {
		id := xf.Get("numFmtId")
		code, custom := codes[id]
		b.isDate = append(b.isDate, custom && showsDate(code) || !custom && builtInDate(id))
	}
	return nil
}

// readStrings reads the texts that cells of all sheets share.
func (b *workbook) readStrings() error {
	const part = "xl/sharedStrings.xml"
	if !b.archive.Has(part) {
		return nil
	}
	content, err := b.archive.Read(part, maxPart)
	if err != nil {
		return err
	}
	x := untrusted.NewXML(content)
	for {
		token, err := x.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s in it %w", part, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			text, err := richText(x, "si")
			if err != nil {
				return fmt.Errorf("%s in it %w", part, err)
			}
			if b.strings = append(b.strings, text); len(b.strings) > maxCells {
				return tooMany()
			}
		}
	}
}

// richText is the text of an element whose start tag was read, all its runs together, without what is written above it for
// its pronunciation.
func richText(x *untrusted.XML, element string) (string, error) {
	var text string
	for {
		token, err := x.Next()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "t":
				run, err := x.Text()
				if err != nil {
					return "", err
				}
				text += run
			case "rPh":
				if err := x.Skip(); err != nil {
					return "", err
				}
			}
			if len(text) > maxText {
				return "", fmt.Errorf("has a text of more than %d bytes", maxText)
			}
		case xml.EndElement:
			if token.Name.Local == element {
				return Tidy(unescaped(text)), nil
			}
		}
	}
}
