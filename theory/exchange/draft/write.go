package draft

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"icamo/theory"
)

// sections are the order of the tables in a file; the elements of one are in the order found.
var sections = [][]string{
	{"intervention", "context", "actor", "mechanism", "outcome"}, {"link"}, {"configuration"}, {"formal_theory"}, {"source"}, {"case"}, {"evidence"},
}

// Write writes the text of a theory file.
func (d *Draft) Write(to io.Writer) error {
	b := bufio.NewWriter(to)
	d.Theory.write(b)
	in := make(map[string]int)
	for i, tables := range sections {
		for _, table := range tables {
			in[table] = i
		}
	}
	of := make([][]*Element, len(sections))
	for _, e := range d.Elements {
		of[in[e.Table]] = append(of[in[e.Table]], e)
	}
	for _, elements := range of {
		for _, e := range elements {
			b.WriteByte('\n')
			e.write(b)
		}
	}
	return b.Flush()
}

// write writes a table with its keys in the order of the format.
func (e *Element) write(b *bufio.Writer) {
	switch {
	case e.Table == "link":
		b.WriteString("[[link]]\n")
	case e.ID == "":
		fmt.Fprintf(b, "[%s]\n", e.Table)
	default:
		fmt.Fprintf(b, "[%s.%s]\n", e.Table, e.ID)
	}
	column := 0
	for _, k := range e.keys {
		column = max(column, len(k.key))
	}
	for _, key := range theory.TableNamed(e.Table).Keys {
		if value := e.Get(key.Name); value != nil {
			writeKey(b, key.Name, value, column)
		}
	}
}

func writeKey(b *bufio.Writer, key string, value any, column int) {
	start := fmt.Sprintf("%-*s = ", column, key)
	b.WriteString(start + valueText(value, len(start)) + "\n")
}

// valueText is a value in TOML, where it begins at a column: a list that the line has no room for has an element a line.
func valueText(value any, column int) string {
	const width = 120
	switch value := value.(type) {
	case string:
		return quoted(value)
	case bool, int:
		return fmt.Sprint(value)
	case float64:
		return decimal(value)
	case []float64:
		parts := make([]string, len(value))
		for i, n := range value {
			parts[i] = decimal(n)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []Pair:
		parts := make([]string, len(value))
		for i, p := range value {
			parts[i] = quotedKey(p.Name) + " = " + quotedLine(p.Value)
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	case []string:
		parts := make([]string, len(value))
		for i, text := range value {
			parts[i] = quotedLine(text)
		}
		flat := "[" + strings.Join(parts, ", ") + "]"
		if len(parts) < 2 || column+utf8.RuneCountInString(flat) <= width {
			return flat
		}
		return "[\n  " + strings.Join(parts, ",\n  ") + ",\n]"
	}
	return `""`
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// quoted is a text in TOML; one of several lines keeps them.
func quoted(text string) string {
	if !strings.Contains(text, "\n") {
		return quotedLine(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = quotedLine(line)
		lines[i] = line[1 : len(line)-1]
	}
	return `"""` + "\n" + strings.Join(lines, "\n") + `"""`
}

func quotedLine(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r): // no text of a theory holds one
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quotedKey(name string) string {
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-' {
			return quotedLine(name)
		}
	}
	if name == "" {
		return `""`
	}
	return name
}
