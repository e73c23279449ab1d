package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strings"
)

//go:embed page.css
var style string

// The page's script, in pieces that share one scope.
var (
	//go:embed script/page.js
	scriptPage string
	//go:embed script/zoom.js
	scriptZoom string
	//go:embed script/select.js
	scriptSelect string
	//go:embed script/filter.js
	scriptFilter string
	//go:embed script/search.js
	scriptSearch string
	//go:embed script/live.js
	scriptLive string
)

// script is that of a page, and more of it where there is more.
func script(more ...string) string {
	pieces := append(more, scriptPage, scriptZoom, scriptSelect, scriptFilter, scriptSearch)
	return "\"use strict\";\n{\n" + strings.Join(pieces, "\n") + "}\n"
}

func liveScript() string { return script(scriptLive) }

// Policy is the content security policy of a page that stands alone: its own style and script run, known by their hashes,
// and nothing else is loaded, run or sent. Trusted types keep even that script from making markup out of text.
func Policy() string { return policy(script(), "'none'", "'none'") }

// LivePolicy is that of a page in the live preview: it may ask the preview for news, and make markup of what that sends.
func LivePolicy() string { return policy(liveScript(), "'self'", "icamo-preview") }

func policy(script, connect, trusted string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + hash(script),
		"style-src " + hash(style),
		"img-src data:", // the empty icon
		"connect-src " + connect,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types " + trusted,
	}, "; ")
}

func hash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
