package preview

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"
)

// since is what a browser is sent that comes again with the id of an event, until it has the newest edition.
func (r *running) since(id, newest string) string {
	r.t.Helper()
	ctx, cancel := context.WithCancel(r.t.Context())
	defer cancel()
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url+"events", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	ask.Header.Set("Last-Event-ID", id)
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		r.t.Fatal(err)
	}
	defer answer.Body.Close()
	var sent strings.Builder
	newestCame := false
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		sent.WriteString(lines.Text() + "\n")
		newestCame = newestCame || lines.Text() == "id: "+newest
		if newestCame && lines.Text() == "" {
			break
		}
	}
	return sent.String()
}

// TestWhoComesAgain is sent what changed, and all of it where the connection broke between two parts of an edition: which groups of
// a figure have changed by then is not known.
func TestWhoComesAgain(t *testing.T) {
	r := start(t)
	ids, leave := r.events()
	defer leave()
	first := next(t, ids)
	replace(t, r.folder, "theory.toml", strings.Replace(theoryText, `"Ease"`, `"Esae"`, 1))
	second := next(t, ids)
	const same, other = "data-same", `data-id="trust"`
	if changed := r.since(first, second); !strings.Contains(changed, "Esae") || !strings.Contains(changed, same) {
		t.Errorf("who had the first edition is sent\n%s", changed)
	}
	if all := r.since(between, second); !strings.Contains(all, "Esae") || !strings.Contains(all, other) || strings.Contains(all, same) {
		t.Errorf("who was between two editions is sent\n%s", all)
	}
}
