package untrusted

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Text decodes a plain text: UTF-8 or UTF-16 as its byte order mark says, else UTF-8, else Windows-1252. The mark is left
// out. What holds bytes that no text holds is an error.
func Text(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\ufeff")):
		data = data[len("\ufeff"):]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return fromUTF16(data[2:], binary.BigEndian)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", errors.New("is no text")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	var text strings.Builder
	text.Grow(len(data) + len(data)/8)
	for _, b := range data {
		r := rune(b)
		if b >= 0x80 && b < 0xA0 {
			r = windows1252[b-0x80]
		}
		text.WriteRune(r)
	}
	return text.String(), nil
}

func fromUTF16(data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%2 != 0 {
		return "", errors.New("is UTF-16 text of an odd length")
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		if units[i] = order.Uint16(data[2*i:]); units[i] == 0 {
			return "", errors.New("is no text")
		}
	}
	return string(utf16.Decode(units)), nil
}

// windows1252 are the characters of the bytes 80 to 9F; the five that have none stay what they are.
var windows1252 = [...]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}
