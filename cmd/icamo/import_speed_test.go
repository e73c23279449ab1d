package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"icamo/theory/table"
)

// BenchmarkImport measures imports as BenchmarkCommand does its commands.
func BenchmarkImport(b *testing.B) {
	s := newSpeed(b)
	imports := func(file string) launch {
		return s.icamo("import", file, "--force", "-o", filepath.Join(s.dir, "made.toml"))
	}
	small, large := s.sheet(1_000, table.CSV, "csv"), s.sheet(100_000, table.CSV, "csv")
	book, project := s.sheet(100_000, table.XLSX, "xlsx"), s.project(50, 200)
	b.Run("csv_100000_rows", func(b *testing.B) { s.within(b, 3000, imports(large)) })
	b.Run("xlsx_100000_rows", func(b *testing.B) { s.within(b, 3000, imports(book)) })
	b.Run("csv_growth_per_row_1000_to_100000", func(b *testing.B) { s.shares(b, 1.2, 100, imports(large), imports(small)) })
	b.Run("qdpx_10000_quotes_20_MB", func(b *testing.B) { s.within(b, 1000, imports(project)) })
	b.Run("xlsx_100000_rows_peak_memory", func(b *testing.B) {
		for b.Loop() {
			_, state := s.time(b, imports(book))
			if peak, ok := peakMemory(state); ok {
				s.report(b, float64(peak)/1e6, 300, "MB")
			}
		}
	})
}

// sheet writes a sheet of links.
func (s *speed) sheet(rows int, write func(io.Writer, *table.Table) error, ending string) string {
	t := &table.Table{Title: "Links", Columns: []string{"from", "to", "effect", "because"}}
	cells := func(texts ...string) []table.Cell {
		row := make([]table.Cell, len(texts))
		for i, text := range texts {
			row[i] = table.Cell{Lines: []table.Line{{Text: text}}}
		}
		return row
	}
	for i := range rows {
		t.Rows = append(t.Rows, cells(fmt.Sprintf("mechanism: Node number %d here", i%10_000), fmt.Sprintf("outcome: Node of sort %d there", (i*7+i/10_000)%10_000),
			[...]string{"promotes", "inhibits"}[i%2], fmt.Sprintf("It was said in interview %d", i)))
	}
	var text bytes.Buffer
	if err := write(&text, t); err != nil {
		s.b.Fatal(err)
	}
	name := filepath.Join(s.dir, fmt.Sprintf("links-%d.%s", rows, ending))
	s.write(name, text.String())
	return name
}

// project writes a project as NVivo does, of interviews of 400 kB with so many passages in each.
func (s *speed) project(interviews, passages int) string {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	put := func(name, text string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			s.b.Fatal(err)
		}
	}
	const size = 400_000
	var sources strings.Builder
	for i := range interviews {
		var text strings.Builder
		fmt.Fprintf(&sources, `<TextSource guid="t%d" name="Interview %[1]d" plainTextPath="internal://t%[1]d.txt">`, i)
		for line := 0; text.Len() < size; line++ {
			start := text.Len()
			fmt.Fprintf(&text, "In walk %d of group %d somebody would notice who stayed at home.", line, i)
			if line < passages {
				fmt.Fprintf(&sources, `<PlainTextSelection guid="s%d-%d" name="" startPosition="%d" endPosition="%d" creatingUser="u" creationDateTime="2026-03-01T10:00:00Z">`+
					`<Coding guid="c%[1]d-%[2]d" creatingUser="u"><CodeRef targetGUID="code%[5]d"/></Coding></PlainTextSelection>`, i, line, start, text.Len(), line%200)
			}
			text.WriteString("\r\n")
		}
		sources.WriteString("</TextSource>")
		put(fmt.Sprintf("Sources/t%d.txt", i), "\ufeff"+text.String())
	}
	var codes strings.Builder
	for i := range 200 {
		fmt.Fprintf(&codes, `<Code guid="code%d" name="M: Code number %[1]d" isCodable="true"/>`, i)
	}
	put("Walks.qde", fmt.Sprintf(`<Project name="Walks" origin="NVivo"><CodeBook><Codes>%s</Codes></CodeBook><Sources>%s</Sources></Project>`, codes.String(), sources.String()))
	if err := z.Close(); err != nil {
		s.b.Fatal(err)
	}
	name := filepath.Join(s.dir, "walks.qdpx")
	s.write(name, file.String())
	return name
}
