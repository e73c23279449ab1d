package table

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// live are the runs of a text that a forge makes something of wherever it shows Markdown, after its markup was read, so that
// no backslash helps: mentions, references to issues, changes and commits, addresses, emoji. Each has two parts.
var live = sync.OnceValue(func() *regexp.Regexp {
	const part = `()` // between the two
	return regexp.MustCompile(`(?i)` +
		`@` + part + `[\pL\pN_]` + // @name, name@example.org
		`|#` + part + `[\pL\pN_]` + // #1, owner/project#1
		`|[!$%&]` + part + `\pN|[%~]` + part + `[\pL\pN_"]` + // GitLab's !1, $1, %1, &1, ~label
		`|\bgh-` + part + `\pN` +
		`|:` + part + `//` +
		`|\bwww` + part + `\.` +
		`|\b[0-9a-f]{6}` + part + `[0-9a-f]{1,58}\b` + // a commit
		`|:` + part + `[a-z0-9_+-]+:`) // an emoji
})

// inert keeps a forge from making anything of a text: an empty comment, which is not shown, stands within what it looks for.
func inert(text string, escape func(string) string) string {
	const unseen = "<!-- -->"
	var result strings.Builder
	for {
		at := live().FindStringSubmatchIndex(text)
		if at == nil {
			break
		}
		split := slices.Max(at[2:]) // of the alternative that is there
		result.WriteString(escape(text[:split]) + unseen)
		text = text[split:]
	}
	return result.String() + escape(text)
}
