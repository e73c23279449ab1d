package scene

import (
	"fmt"
	"strings"

	"icamo/theory"
)

// View says which part of a theory a figure shows. The zero View is the whole theory.
type View struct {
	Name string // one of Views; "" is the whole theory
	ID   string // of the configuration or node that the view is of
}

// The views.
const (
	WholeTheory      = "theory"
	OneConfiguration = "configuration"  // its members in the lanes of their roles, its links, and what blocks it
	Configurations   = "configurations" // each of them, as figures of their own, or panels of one page
	Overview         = "overview"       // all of them as boxes, joined where one takes up an outcome of another
	InRows           = "rows"           // each of them as a row of one table, with ripples from row to row
	Upstream         = "upstream"       // a node and all that leads to it
	Downstream       = "downstream"     // a node and all that follows from it
	OfLinks          = "links"          // those of the options, with what they join; not to be asked for by name
	Revised          = "revision"       // what changed, over both versions
)

// Views are the views as they are written, with ID where one is needed.
var Views = []string{WholeTheory, OneConfiguration + "=ID", Overview, Configurations, InRows, Upstream + "=ID", Downstream + "=ID", Revised}

// ParseView reads a view such as "theory" or "upstream=hope".
func ParseView(text string) (View, error) {
	name, id, has := strings.Cut(text, "=")
	for _, v := range Views {
		known, _, needs := strings.Cut(v, "=")
		switch {
		case known != name:
		case needs && id == "":
			return View{}, fmt.Errorf("the view %q needs an id: %s", name, v)
		case has && !needs:
			return View{}, fmt.Errorf("the view %q takes no id", name)
		default:
			return View{name, id}, nil
		}
	}
	names := make([]string, len(Views))
	for i, v := range Views {
		names[i], _, _ = strings.Cut(v, "=")
	}
	return View{}, fmt.Errorf("no view %q%s; there are %s", name, theory.Suggest(name, names), strings.Join(Views, ", "))
}
