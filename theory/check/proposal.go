package check

import (
	"regexp"
	"strings"
	"sync"

	"icamo/theory"
)

// Proposal is an edit that the message of a finding proposes: what to write at a place, and in words what that does.
type Proposal struct {
	Does string
	At   theory.Span
	Text string
}

// Proposal is the edit that the finding's message proposes, where it says word for word what to write where the finding
// points. It is read from the message, whose end is the finding's own words, so that none is proposed that was not printed.
func (f *Finding) Proposal() (Proposal, bool) {
	for _, p := range proposals() {
		m := p.worded.FindStringSubmatch(f.Message)
		if m == nil {
			continue
		}
		_, at, _ := f.At.Line()
		text := m[1]
		if p.word && at != "" && strings.ContainsAny(at[:1], `"'`) {
			text = at[:1] + text + at[:1]
		}
		return Proposal{"write " + text, f.At, text}, true
	}
	return Proposal{}, false
}

// proposal is how a message ends that proposes something. A word stands in quotation marks only where one stands already.
type proposal struct {
	worded *regexp.Regexp
	word   bool
}

var proposals = sync.OnceValue(func() []proposal {
	return []proposal{
		{regexp.MustCompile(`; did you mean "([^"\\…]+)"\?$`), true},
		{regexp.MustCompile(`with single hyphens between them; write "([a-z0-9-]+)"$`), true},
		{regexp.MustCompile(`must be [^"]*; write ("[^"\\…]*"|\["[^"\\…]*"\])$`), false},
		{regexp.MustCompile(`must be [^"]*; write ([a-z]+|[0-9.eE+-]+), without quotation marks$`), false},
	}
})

// Origin is the id that the finding's message says to name in the `was` of the element that it speaks of.
func (f *Finding) Origin() (id string, ok bool) {
	if f.Rule.Code != RenamedWithoutLineage.Code && f.Rule.Code != RecastWithoutLineage.Code {
		return "", false
	}
	m := origin().FindStringSubmatch(f.Message)
	if m == nil {
		return "", false
	}
	return m[1], true
}

var origin = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`; if it is the same[^"]*, say so with was = \["([a-z0-9-]+)"\], else `)
})
