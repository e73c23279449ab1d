package scene

import (
	"icamo/theory"
	"icamo/theory/revision"
)

// Options say what a figure shows. The zero value is the whole theory.
type Options struct {
	View      View            // the whole theory unless set
	Against   *theory.Theory  // the version that shares its layout with the theory, or that it is compared with
	Only      []theory.Status // show just links of these statuses, and the nodes that they join
	Highlight []string        // ids of nodes, links and configurations; all else is faded
	Badges    Badges          // ConfigurationBadges unless set
	Labels    LinkLabels      // NoLabels unless set
	Actors    Actors          // ActorLane unless set
	Case      string          // the id of the case as which the theory is shown; "" for none
	Cases     []string        // those whose figures share its layout

	Links []*theory.Link // of the view OfLinks

	UnderTitle bool // it stands with others under a title that names the theory

	NoTitle  bool
	NoLegend bool
	Caption  string

	Dropped Dropped // of an overlay; InStrip unless set
	Written bool    // of an overview: boxes name what they are joined to, in place of lines

	Revision *revision.Revision // what Compare finds between the theory and Against; found anew unless set
}

// Badges says what the numbers on a box are.
type Badges string

// The badges: the configurations that a node is a member of, or the cases behind the evidence on it and its links.
const (
	ConfigurationBadges Badges = "configurations"
	CaseBadges          Badges = "cases"
	NoBadges            Badges = "none"
)

// LinkLabels says what is written on a link.
type LinkLabels string

// The labels: nothing, the sources behind the link as author and year, the cases behind it, or its status.
const (
	NoLabels     LinkLabels = "none"
	SourceLabels LinkLabels = "sources"
	CaseLabels   LinkLabels = "cases"
	StatusLabels LinkLabels = "status"
)
