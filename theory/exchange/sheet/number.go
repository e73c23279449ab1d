package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// epoch is the day from which a workbook counts its dates.
type epoch int

const (
	windows   epoch = iota // 1900
	macintosh              // 1904
)

// number is how a number is shown: as a date where its style says so, else in fifteen digits at most, as Excel counts them.
func (b *workbook) number(value, style string) string {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return value
	}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(b.isDate) && b.isDate[i] {
		if text := b.from.date(n); text != "" {
			return text
		}
	}
	const digits = 15
	n, err = strconv.ParseFloat(strconv.FormatFloat(n, 'g', digits, 64), 64)
	if err != nil || math.Abs(n) >= 1e15 {
		return value
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// date is the day and time that a number of days stands for; "" where there is none.
func (e epoch) date(days float64) string {
	const last = 2_958_465 // 9999-12-31
	if days < 0 || days > last {
		return ""
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case e == macintosh:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60: // Excel counts a 29 February 1900
		start = start.AddDate(0, 0, 1)
	}
	const minutes = 24 * 60
	whole, part := math.Modf(days)
	at := start.AddDate(0, 0, int(whole)).Add(time.Duration(math.Round(part*minutes)) * time.Minute)
	switch {
	case whole == 0 && e == windows:
		return at.Format("15:04")
	case math.Round(part*minutes) == 0:
		return at.Format(time.DateOnly)
	}
	return at.Format("2006-01-02 15:04")
}

// builtInDate says whether a number format that every workbook has shows a date or time.
func builtInDate(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58)
}

// showsDate says whether the code of a number format has letters of a date outside its texts, colours and escapes.
func showsDate(code string) bool {
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*':
			i++
		case '"':
			i += 1 + strings.IndexByte(code[i+1:]+`"`, '"')
		case '[':
			i += strings.IndexByte(code[i:]+"]", ']')
		case 'd', 'm', 'y', 'h', 's', 'D', 'M', 'Y', 'H', 'S':
			return true
		}
	}
	return false
}

// unescaped replaces the format's own escapes for characters: _x000D_ is a carriage return.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		const length = len("_x000D_")
		if i+length <= len(text) && text[i:i+2] == "_x" && text[i+length-1] == '_' {
			if code, err := strconv.ParseUint(text[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(code))
				i += length
				continue
			}
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}
