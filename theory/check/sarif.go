package check

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"icamo/theory"
)

// SARIF prints findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020), which code hosts and
// editors read. All rules are in it, with their help. Files are named relative to where the user stands, in a base that
// readers take for the root of the repository. Accepted findings are there as suppressed, with the reason. version is
// that of icamo.
func SARIF(w io.Writer, findings []Finding, version string) error {
	run := sarifRun{
		Tool:         sarifTool{sarifDriver{Name: "icamo", SemanticVersion: version, Rules: sarifRules()}},
		ColumnKind:   "unicodeCodePoints",
		OriginalBase: map[string]sarifBase{sarifRoot: {sarifText{Text: "The folder in which icamo was started."}}},
		Results:      []sarifResult{},
	}
	seen := make(map[string]int)
	for _, f := range findings {
		run.Results = append(run.Results, sarifResultOf(f, seen))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

const sarifRoot = "%SRCROOT%"

var sarifLevel = map[Severity]string{Error: "error", Warning: "warning", Info: "note"}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool         sarifTool            `json:"tool"`
	OriginalBase map[string]sarifBase `json:"originalUriBaseIds"`
	ColumnKind   string               `json:"columnKind"`
	Results      []sarifResult        `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name            string      `json:"name"`
	SemanticVersion string      `json:"semanticVersion"`
	Rules           []sarifRule `json:"rules"`
}

type sarifBase struct {
	Description sarifText `json:"description"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifRule struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Short    sarifText `json:"shortDescription"`
	Full     sarifText `json:"fullDescription"`
	Help     sarifText `json:"help"`
	Defaults struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
	Properties struct {
		Tags []string `json:"tags"`
	} `json:"properties"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations,omitempty"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId,omitempty"`
	} `json:"artifactLocation"`
	Region *sarifRegion `json:"region,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"` // the one after the last
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

func sarifRules() []sarifRule {
	all := make([]sarifRule, len(Rules))
	for i := range Rules {
		r := &Rules[i]
		var help strings.Builder
		_ = Explain(&help, r) // a Builder takes all
		all[i] = sarifRule{
			ID:    r.Code,
			Name:  pascal(r.Name),
			Short: sarifText{Text: firstSentence(r.Doc)},
			Full:  sarifText{Text: r.Doc},
			Help:  sarifText{Text: help.String(), Markdown: ruleMarkdown(r)},
		}
		all[i].Defaults.Level = sarifLevel[r.Severity]
		all[i].Properties.Tags = []string{strings.ToLower(sectionOf(r).title)}
	}
	return all
}

// pascal is a kebab-case name as SARIF likes names: NoMechanism.
func pascal(kebab string) string {
	parts := strings.Split(kebab, "-")
	for i, p := range parts {
		if p != "" {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "")
}

// sarifResultOf counts in seen how often a fingerprint was given.
func sarifResultOf(f Finding, seen map[string]int) sarifResult {
	r := sarifResult{
		RuleID:    f.Rule.Code,
		RuleIndex: slices.IndexFunc(Rules, func(r Rule) bool { return r.Code == f.Rule.Code }),
		Level:     sarifLevel[f.Severity],
		Message:   sarifText{Text: sarifPlain(f.Message)},
	}
	if place, ok := sarifPlace(f.At); ok {
		r.Locations = []sarifLocation{{Physical: place}}
	}
	for _, other := range f.Related {
		if place, ok := sarifPlace(other.At); ok {
			message := &sarifText{Text: sarifPlain(other.Message)}
			r.Related = append(r.Related, sarifLocation{ID: len(r.Related) + 1, Physical: place, Message: message})
		}
	}
	print := fingerprint(f)
	seen[print]++
	r.Fingerprints = map[string]string{"icamoFinding/v1": fmt.Sprintf("%s:%d", print, seen[print])}
	if f.Accepted != "" {
		r.Suppressions = []sarifSuppression{{Kind: "inSource", Status: "accepted", Justification: f.Accepted}}
	}
	return r
}

// sarifPlain keeps a text from being read as a link, which SARIF writes [so](where).
func sarifPlain(text string) string { return strings.ReplaceAll(text, "](", "] (") }

func sarifPlace(at theory.Span) (sarifPhysical, bool) {
	where := at.Range()
	var p sarifPhysical
	if where.File == "" {
		return p, false
	}
	path := filepath.ToSlash(where.File)
	if filepath.IsAbs(where.File) {
		p.Artifact.URI = (&url.URL{Scheme: "file", Path: path}).String()
	} else {
		p.Artifact.URI = (&url.URL{Path: path}).String()
		p.Artifact.Base = sarifRoot
	}
	p.Region = &sarifRegion{where.Line, where.Col, where.EndLine, where.EndCol}
	return p, true
}

// fingerprint names a finding by all of it but its place: it is the same when lines are put in above, and after a
// tidying. A code host then knows the finding again.
func fingerprint(f Finding) string {
	of := ""
	if f.Of != nil {
		of = f.Of.ID
	}
	h := sha256.Sum256([]byte(strings.Join([]string{f.Rule.Code, filepath.ToSlash(f.At.Range().File), of, f.Message}, "\x00")))
	return fmt.Sprintf("%x", h[:16])
}
