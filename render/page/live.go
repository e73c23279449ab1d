package page

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"icamo/theory"
)

// Fault is what keeps a theory from being drawn as it is.
type Fault struct {
	Message string
	Place   string // file, line and column; "" where it is in none
	Line    string // the line of the file
}

// FaultAt is a fault at a place in a file.
func FaultAt(message string, at theory.Span) Fault {
	f := Fault{Message: message}
	if r := at.Range(); r.File != "" {
		f.Place = fmt.Sprintf("%s:%d:%d", r.File, r.Line, r.Col)
		f.Line = strings.TrimSpace(at.File.Line(r.Line))
	}
	return f
}

// LiveHTML writes the page for the live preview: it follows the preview's events, and shows a banner where faults keep
// the newest state of the files from being drawn. Without figures it is the banner alone. edition names what is shown:
// browsers ask for the page anew when they hear of another one.
func LiveHTML(w io.Writer, p *Page, edition string, faults []Fault) error {
	v, err := p.view()
	if err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	v.Policy, v.Script = LivePolicy, template.JS(liveScript)
	v.Edition, v.Faults = edition, faults
	return v.write(w)
}
