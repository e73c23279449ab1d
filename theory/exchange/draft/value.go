package draft

import (
	"fmt"
	"strings"
)

// ValueText is a value as a cell shows it: members with semicolons between, entries of a table on lines of their own.
func ValueText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []string:
		return strings.Join(v, "; ")
	case float64:
		return decimal(v)
	case []float64:
		return ValueText(v[0]) + "; " + ValueText(v[1])
	case []Pair:
		lines := make([]string, len(v))
		for i, p := range v {
			lines[i] = p.Name + ": " + p.Value
		}
		return strings.Join(lines, "\n")
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}
