package check

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"icamo/theory"
)

// GitHub prints findings as commands of GitHub Actions, which show them beside the lines of a pull request, and a
// summary line. Accepted findings are only counted.
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)
func GitHub(w io.Writer, findings []Finding) error {
	b := bufio.NewWriter(w)
	for _, f := range findings {
		if f.Accepted != "" {
			continue
		}
		message := theory.Legible(f.Message)
		for _, r := range f.Related {
			at := r.At.Range()
			message += fmt.Sprintf("\n%s:%d:%d: %s", theory.Legible(at.File), at.Line, at.Col, theory.Legible(r.Message))
		}
		fmt.Fprintf(b, "::%s %stitle=%s::%s\n", githubCommand[f.Severity], githubPlace(f.At.Range()),
			githubProperty.Replace(f.Rule.Code+" "+f.Rule.Name), githubData.Replace(message))
	}
	fmt.Fprintln(b, summary(CountOf(findings)))
	return b.Flush()
}

var githubCommand = map[Severity]string{Error: "error", Warning: "warning", Info: "notice"}

// githubPlace are the properties that say where. Columns mark a part of one line only.
func githubPlace(at theory.Range) string {
	if at.File == "" {
		return ""
	}
	place := fmt.Sprintf("file=%s,line=%d,endLine=%d,", githubProperty.Replace(filepath.ToSlash(at.File)), at.Line, at.EndLine)
	if at.Line == at.EndLine {
		place += fmt.Sprintf("col=%d,endColumn=%d,", at.Col, at.EndCol)
	}
	return place
}

// What a command's message and its properties may not hold as it is.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
