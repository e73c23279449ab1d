package quotation

import (
	"strings"
	"unicode"
)

// maxHeader is how long, in bytes, the header or footer of a page may be.
const maxHeader = 200

// pageHeaders are the lines that a page's header or footer left within the text: a short line between empty lines, or
// the first or last of a page, that comes back with nothing changed but its numbers, as in "Page 8 of 12". A line
// without a number is one only at a page's edge.
func pageHeaders(text string) []extent {
	type line struct {
		extent
		key      string
		edge     bool // first or last line of a page, by the form feeds in the text
		isolated bool // nothing but empty lines next to it
	}
	var lines []line
	seen := make(map[string]int)
	blank, newPage := true, false // of the line before; the text's start is no page's edge: most texts have one
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n + 1
		}
		raw := text[start:end]
		empty := strings.TrimSpace(raw) == ""
		feed := strings.ContainsRune(raw, '\f')
		if last := len(lines) - 1; last >= 0 && lines[last].end == start && !empty {
			lines[last].isolated = false
		}
		if feed && len(lines) > 0 && blankBetween(text[lines[len(lines)-1].end:start]) {
			lines[len(lines)-1].edge = true
		}
		if key := headerKey(raw); key != "" {
			seen[key]++
			lines = append(lines, line{extent{start, end}, key, feed || newPage, blank})
		}
		newPage = (feed || newPage) && empty
		blank = empty
		start = end
	}
	var headers []extent
	for _, l := range lines {
		numbered := strings.Contains(l.key, "#")
		if seen[l.key] > 1 && (l.edge || numbered && l.isolated) {
			headers = append(headers, l.extent)
		}
	}
	return headers
}

func blankBetween(text string) bool { return len(text) <= maxHeader && strings.TrimSpace(text) == "" }

// headerKey is a line with its numbers and white space levelled; "" for a line that is empty or too long for a header.
func headerKey(line string) string {
	if len(line) > maxHeader {
		return ""
	}
	var b strings.Builder
	for _, field := range strings.Fields(line) {
		b.WriteByte(' ')
		digit := false
		for _, r := range field {
			if unicode.IsDigit(r) {
				if !digit {
					b.WriteByte('#')
				}
				digit = true
				continue
			}
			digit = false
			b.WriteRune(r)
		}
	}
	return b.String()
}
