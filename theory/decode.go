package theory

import (
	"runtime"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// decode gives the values of a text whose outline has been found sound. Decoding is most of the work of loading, so a
// large text is decoded in parts side by side. The outline knows that nothing is there twice, so the parts add up to the
// whole; where they do not (a part ends in the middle of a long text, say), the whole is decoded as one.
func decode(text string) (map[string]any, error) {
	parts := split(text, runtime.GOMAXPROCS(0))
	values := make([]map[string]any, len(parts))
	errs := make([]error, len(parts))
	var all sync.WaitGroup
	for i, part := range parts {
		all.Go(func() {
			values[i] = make(map[string]any)
			_, errs[i] = toml.Decode(part, &values[i])
		})
	}
	all.Wait()
	sum := true
	for i := range parts {
		sum = sum && errs[i] == nil && (i == 0 || merge(values[0], values[i]))
	}
	if sum || len(parts) == 1 {
		return values[0], errs[0]
	}
	whole := make(map[string]any)
	_, err := toml.Decode(text, &whole)
	return whole, err
}

// smallPart is the size, in bytes, below which a part is not worth a goroutine of its own.
const smallPart = 64 << 10

// split cuts a text into about n parts of one size, each but the first starting with the header of a table.
func split(text string, n int) []string {
	size := max(len(text)/n+1, smallPart)
	var parts []string
	for len(text) > size {
		header := strings.Index(text[size:], "\n[")
		if header < 0 {
			break
		}
		cut := size + header + 1
		parts = append(parts, text[:cut])
		text = text[cut:]
	}
	return append(parts, text)
}

// merge adds the tables and lists of tables of a later part to those of an earlier one; false where the two do not fit
// together.
func merge(into, from map[string]any) bool {
	for key, later := range from {
		earlier, both := into[key]
		if !both {
			into[key] = later
			continue
		}
		switch later := later.(type) {
		case map[string]any:
			table, ok := earlier.(map[string]any)
			if !ok || !merge(table, later) {
				return false
			}
		case []map[string]any:
			list, ok := earlier.([]map[string]any)
			if !ok {
				return false
			}
			into[key] = append(list, later...)
		default:
			return false
		}
	}
	return true
}
