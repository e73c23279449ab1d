package render

import (
	"icamo/render/drawing"
	"icamo/theory"
)

// Lanes is the direction in which lanes are laid out.
type Lanes string

// The directions. Columns read from left to right and suit pages and slides; rows read downwards and suit a narrow
// column; Auto takes columns where they fit the page.
const (
	Auto    Lanes = "auto"
	Columns Lanes = "columns"
	Rows    Lanes = "rows"
)

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

// Options say how a figure is to be drawn. The zero value draws the whole theory with labels of nine points, as wide as
// it comes out.
type Options struct {
	View      View            // the whole theory unless set
	Against   *theory.Theory  // the version that the theory is laid out together with; see Figure
	Only      []theory.Status // show just links of these statuses, and the nodes that they join
	Highlight []string        // ids of nodes, links and configurations; all else is faded
	Badges    Badges          // ConfigurationBadges unless set
	Labels    LinkLabels      // NoLabels unless set

	Width    float64 // of the page in points; 0 for as wide as it comes out
	Lanes    Lanes   // Auto unless set
	Palette  Palette // Color unless set
	Face     *drawing.Face
	NoTitle  bool
	NoLegend bool
	Caption  string

	plain  bool      // labels at the least size that prints legibly, as in panels that belong together
	shared *together // nil for a figure that is drawn alone
}

// Picture is a drawn figure with what there is to say of it.
type Picture struct {
	Drawing  *drawing.Drawing
	Name     string   // of a file for it among others: "configuration-1"; "" for a figure that stands alone
	TextSize float64  // of labels as printed, in points
	Notes    []string // what the reader of the command should know: text too small, characters that the font lacks

	figure *figure
	panels []*Picture // that it shows in place of one figure
}
