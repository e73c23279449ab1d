package theory

import (
	"fmt"
	"strings"
)

// Counted is a number of things, as messages and figures say it: "1 node", "2 nodes", "2 pieces of evidence".
func Counted(n int, what string) string {
	switch {
	case n == 1:
		return "1 " + what
	case strings.HasSuffix(what, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(what, "y"))
	case strings.HasPrefix(what, "piece "):
		return fmt.Sprintf("%d pieces %s", n, strings.TrimPrefix(what, "piece "))
	}
	return fmt.Sprintf("%d %ss", n, what)
}
