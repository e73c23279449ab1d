package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// readableTexts are what a file says to its readers.
func readableTexts(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	switch filepath.Ext(name) {
	case ".svg", ".html":
		return textsOfHTML(t, data)
	case ".docx", ".pptx", ".xlsx":
		return textsOfPackage(t, data)
	case ".drawio":
		var texts []string
		for _, value := range textsOfXML(t, bytes.NewReader(data)) {
			texts = append(texts, textsOfHTML(t, []byte(value))...)
		}
		return texts
	case ".dot", ".mmd":
		var texts []string
		for _, said := range regexp.MustCompile(`(?m)(?:label=|tooltip=|\[|\|)"((?:[^"\\]|\\.)*)"|^\s*acc\w+: (.*)$`).FindAllStringSubmatch(string(data), -1) {
			texts = append(texts, textsOfHTML(t, []byte(strings.ReplaceAll(said[1], `\n`, " ")+said[2]))...)
		}
		return texts
	case ".csv":
		return strings.Split(strings.ReplaceAll(string(data), ".", " "), "\n") // the numbers of a spreadsheet have points
	}
	return textsOfHTML(t, data) // Markdown has <br> in cells
}

// textsOfHTML are the texts of a page or figure, and those for who does not see it. What says of itself that it is English, as
// findings do, is.
func textsOfHTML(t *testing.T, data []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	must(t, err)
	var texts []string
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.ElementNode && slices.Contains([]string{"script", "style"}, n.Data) {
			return
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "lang":
				if a.Val == "en" {
					return
				}
			case "title", "alt", "aria-label", "placeholder", "aria-description", "data-none", "data-found", "data-ended", "data-runs":
				texts = append(texts, a.Val)
			}
		}
		if n.Type == html.TextNode {
			texts = append(texts, n.Data)
		}
		for c := range n.ChildNodes() {
			visit(c)
		}
	}
	visit(root)
	return texts
}

// textsOfPackage are the texts of a file for Word, Excel or PowerPoint.
func textsOfPackage(t *testing.T, data []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var texts []string
	for _, f := range archive.File {
		if !regexp.MustCompile(`^(word/document|xl/workbook|xl/sharedStrings|xl/worksheets/.*|ppt/slides/[^/]*|docProps/core)\.xml$`).MatchString(f.Name) {
			continue
		}
		part, err := f.Open()
		must(t, err)
		texts = append(texts, textsOfXML(t, part)...)
	}
	if len(texts) == 0 {
		t.Errorf("no texts")
	}
	return texts
}

// textsOfXML are the texts of a part, and those for who does not see it. Runs of text that are said to be English are.
func textsOfXML(t *testing.T, part io.Reader) []string {
	t.Helper()
	var texts []string
	english, inField := false, false
	for read := xml.NewDecoder(part); ; {
		token, err := read.Token()
		if err == io.EOF {
			return texts
		}
		must(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "r", "p":
				english = false
			case "instrText", "created", "modified", "v", "creator", "language", "definedName":
				inField = true
			}
			for _, a := range token.Attr {
				switch {
				case token.Name.Local == "lang" && a.Name.Local == "val":
					english = a.Value == "en"
				case slices.Contains([]string{"descr", "title", "value"}, a.Name.Local), token.Name.Local == "sheet" && a.Name.Local == "name":
					texts = append(texts, a.Value)
				}
			}
		case xml.EndElement:
			inField = false
		case xml.CharData:
			if !english && !inField {
				texts = append(texts, string(token))
			}
		}
	}
}
