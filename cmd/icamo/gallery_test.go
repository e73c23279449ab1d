package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"icamo/golden"
)

// galleryPicture is a figure of the gallery: the command that draws it, without its output, what it is for, and what is to
// be seen in it.
type galleryPicture struct {
	file    string
	command string
	text    string
	seen    string
}

type gallerySection struct {
	title    string
	text     string
	pictures []galleryPicture
}

const (
	peerTheory  = "theories/peer/revised.toml"
	youthTheory = "theories/youth-peer-support/theory.toml"
)

// gallery is docs/figures.md in order.
var gallery = []gallerySection{
	{"The whole theory", `Lanes stand side by side, from intervention to outcome, where the page is wide enough. The width of the page decides
how labels are wrapped and how far apart things stand, so that labels print at seven points or more; ` + "`-v`" + ` says what
came of it, and what cannot fit is said with the width that would do. Where there is room, outcomes of one horizon have a column of
their own; elsewhere each outcome has its horizon as a tag of dots, more of them the farther it lies.`, []galleryPicture{
		{"peer", peerTheory + " --width 180mm", "A line that is supported is as wide as there are distinct cases behind the link, and thinnest where no case is named. ± is mixed evidence, of which the width says nothing; a dashed line is a hypothesis, a red line that ends in a bar inhibits. A context whose side is in pieces blocks: it inhibits what is not itself unwanted. Numbers are configurations; the legend names up to 15 of them, where the figure is no higher than a page for that. What was dropped stands below: each node, struck through, with its role, the horizon of an outcome, its links, and the file's reason where that has no more than 100 characters; and by its ends each link that was dropped between nodes that stayed, with the reason where the page has room for that; `--dropped place` leaves it in its lane, `--dropped hide` leaves it out and says so.",
			"Five lanes side by side, from interventions on the left to outcomes on the right, with boxes joined by arrows; a few arrows are red and end in a bar, and grey boxes with struck labels stand in a strip below."},
		{"youth", youthTheory + " --width 180mm", "Twelve configurations of context, mechanism and outcome.",
			"Four lanes side by side: contexts, actors, mechanisms and outcomes. Many arrows end at one outcome, service engagement."},
		{"peer-rows", peerTheory + " --width 240mm --lanes rows", "The same with lanes above one another, as on narrow pages.",
			"The lanes lie one above the other, interventions at the top and outcomes at the bottom, and the arrows run down the page."},
		{"peer-grey", peerTheory + " --width 180mm --palette grey", "For print in black and white. No meaning hangs on colour alone in either palette.",
			"Five lanes side by side in black, white and grey; bars, dashes and signs tell the arrows apart."},
		{"marks", "theories/examples/twelve-facts.toml --width 180mm", "A small theory with most of the marks that there are; the legend has those that occur. A link that acts on a step, and not on a node, ends at a small ring on the line of the step.",
			"Five lanes side by side with eleven boxes; a red line from childcare elsewhere ends in a bar at a ring on the dashed line from being at ease to trying it at home."},
	}},
	{"One configuration", `A configuration's members stand in the lanes of the roles that they have in it: Connectedness, an outcome, is a
context here. What inhibits its mechanisms is shown too, pale where it is no member; what else it needs, or is inhibited by, is named below the
figure where that is no member, and so is whether a role that nobody fills needs nobody or was not reported. Where the page has room, each
mechanism is told below it as what is offered and how people respond: its resource, and its reasoning.`, []galleryPicture{
		{"configuration", peerTheory + " --width 85mm --view configuration=inspiring-relationships", "85 mm is one column of a journal. The numbers are other configurations that a node is part of, and the legend names these.",
			"Five narrow rows, one for each role, from two interventions at the top to hope at the bottom; connectedness stands in the row of contexts."},
		{"panels", "theories/peer/initial.toml --width 180mm --view configurations --panels", "All configurations on one page. Without `--panels`, `-o` names a folder, and each gets a file of its own.",
			"Four small figures, one below the other, each with its number and title above and a lane for each role that it fills."},
		{"rows", peerTheory + " --view rows", "One row a configuration, as articles print them. A node of several configurations stands in the row of each, and a grey line leads from an outcome to the rows that take it up. An empty role says whether none is needed or none is reported. Where `-o` names a folder, there is a file for each page, and no row is torn apart.",
			"Four rows, one below the other, each with its number and title above and boxes joined by arrows in five columns; grey lines lead from connectedness in the first row to connectedness among the contexts of the other three."},
	}},
	{"How configurations hang together", `An outcome of one configuration may be taken up by another, as a context of it, or a mechanism. The overview draws each
configuration as a box, and an arrow where that is so; what runs along the arrows stands below. What the file itself says, that one
influences or requires another, and which are rivals, has lines of its own. What is refuted of what is taken up has a ×, and what inhibits
there ends in a bar, where all that is taken up is so. A note says of which configurations
all paths to their outcomes are refuted. Such a line is no causal claim beyond those that the
theory makes. Where lines would take more room than a page has, each box names in numbers what it is joined to; what is
higher than a page all the same is better drawn as rows, on as many pages as it takes.`, []galleryPicture{
		{"overview", peerTheory + " --width 180mm --view overview", "Connectedness, which comes about in the first configuration, is a context of three others.",
			"Five boxes: broad grey arrows lead from safe relationships down to three others, and thin arrows from two of these on to the third; bridging out is struck through."},
		{"overview-youth", youthTheory + " --width 180mm --view overview --palette grey", "Most of these configurations share nothing, and stand in the order of their numbers.",
			"Twelve boxes; thin arrows lead from configuration 12 to 7, and from 7 to four others."},
	}},
	{"What leads to a node, and what follows from it", "", []galleryPicture{
		{"upstream", peerTheory + " --width 180mm --view upstream=hope", "All that leads to hope.",
			"Arrows run from interventions, contexts and actors through four mechanisms to hope, which has a thick frame."},
		{"downstream", peerTheory + " --width 180mm --view downstream=inspiration", "All that follows from feeling normal and inspired.",
			"From feeling normal and inspired, in a thick frame on the left, arrows run to hope and other outcomes, and from these to personal recovery and wellbeing."},
	}},
	{"One case, or several", `What is known of a single case: what was at work there, in part or not, and which links evidence of it speaks for or against. All else is
pale, as the theory does not say. Of a node of which the theory does not say whether it was at work, a sign says what evidence of
the case speaks for or against. What came about without what the theory says it needs is said below the figure.
What trials found is not shown, nor what was dropped, unless something is known of it in the case. Links that the theory as a whole holds to be not tested, not activated or refuted are named below the figure. Several cases stand beside one another on one layout, so that the eye can compare them.`, []galleryPicture{
		{"case", peerTheory + " --width 180mm --case p7", "One participant of eleven.",
			"Most boxes and arrows are pale; a few stand out."},
		{"sites", "theories/examples/three-sites.toml --width 180mm --case site-a --case site-b --case site-c", "Three libraries, at one of which nothing came of it.",
			"Three figures side by side, with the same boxes in the same places; in the third, boxes have a broken frame and a cross, and one arrow has a cross."},
	}},
	{"Actors as tags", `An actor who leads to everything explains nothing, and its lines cross all others. ` + "`--actors tags`" + ` puts a letter on the
boxes that it leads to: a capital where that is supported, a small one where it is a hypothesis. What a letter cannot say, such as that an
actor inhibits or is needed, keeps its box and its lines. ` + "`--actors none`" + ` leaves actors out, and says so.`, []galleryPicture{
		{"actors", peerTheory + " --width 180mm --actors tags", "The volunteers are tags, which the legend explains: from whom, and that this is supported. Of the participants more is said than tags can say.",
			"The figure of the whole, without the box of the volunteers; two mechanisms have a B at their lower left corner."},
	}},
	{"The revision", `What changed is drawn over both versions. The earlier and the later version can be drawn on the same layout, so
that a reader can lay them side by side: nothing moves from one to the other.`, []galleryPicture{
		{"revision", peerTheory + " --width 180mm --view revision", "Each kind of change that `icamo diff` tells has a sign: + added, − dropped, ✓ now supported, ↕ now mixed, ↑ and ↓ a status raised or lowered, ~ refined, i only annotated, → renamed, < split, > merged. An earlier label is struck through under the present one. Below the figure, what changed is counted, and configurations that are gone are named; those that came are named where there is room, and so is why something was dropped. What stayed is grey, and so is a link that is refuted, with ×: what became of that its sign tells. What was dropped stands below: each node with its links, and by its ends each link that was dropped between nodes that stayed; `--dropped place` leaves it where it stood, `--dropped hide` leaves it out.",
			"Boxes and arrows with signs on them: a plus and green for what was added, a blue sign for each way in which something changed; below, in a strip, a minus and red dashes for what was dropped."},
		{"revision-grey", peerTheory + " --width 180mm --view revision --palette grey", "The same in grey.",
			"The same boxes, arrows and signs without colour."},
		{"earlier", "theories/peer/initial.toml --width 280mm --against " + peerTheory, "The earlier version on the layout of both.",
			"The boxes of the initial theory, joined by dashed arrows, with room between them for what was added later."},
		{"later", peerTheory + " --width 280mm --against theories/peer/initial.toml", "The later version on the layout of both.",
			"The boxes and arrows of the revised theory in the same places, and the room filled; what was dropped is grey and struck through."},
	}},
	{"Picking out and labelling", "", []galleryPicture{
		{"mixed", peerTheory + " --width 180mm --only-status mixed", "Just the links with mixed evidence.",
			"Only arrows with a plus-minus sign, and the boxes that they join."},
		{"highlight", peerTheory + " --width 180mm --highlight own-life", "One configuration, the rest faded. A node or a link can be highlighted too.",
			"The boxes and arrows of configuration 4 stand out; all others are pale."},
		{"cases", youthTheory + " --width 180mm --badges cases --link-labels cases", "Boxes and links numbered by the services whose evidence stands behind them. Where a node says in which cases it was at work, partly or not, its badges tell these apart.",
			"The numbers of services stand on the corners of boxes and beside arrows."},
		{"sources", peerTheory + " --width 180mm --view configuration=own-life --link-labels sources", "Each link with its sources.",
			"Rows of boxes; the name Egmose 2024 stands on each arrow that cites evidence, and none on the dashed ones."},
	}},
}

const galleryEnd = `## While the theory grows

` + "`--stable`" + ` keeps boxes where they stand in the SVG that is replaced: a reader who knows the figure finds all of it where it was.
What is new finds room in its lane, near to what it is joined to, and lines are led around it; what is gone leaves its place
empty. Where nothing is new, the figure stays the same, byte by byte. A box that you have moved within its lane in Inkscape stays where you put it,
and its lines are led to it. Columns of outcomes of one horizon stay, as long as each horizon has one. Where lanes lie above one another on a page of a
given width and one is full, it gets another row, and what stands below moves down. Where the theory has other lanes than the figure,
this is laid out anew. The command says both.

## To edit by hand

- ` + "`" + `-o theory.pptx` + "`" + ` is a slide for PowerPoint, Keynote or LibreOffice: a box is a group with its label, badges and marks, and lines
  stay joined to the boxes when these are moved. A line that goes round a box has bends, which can be moved too.
  A sign on a line can be moved too, and the line follows. The slide is as large as the figure: ` + "`" + `--width 320mm` + "`" + ` nearly fills one of 16:9.
- ` + "`" + `-o theory.drawio` + "`" + ` is a page for draw.io (diagrams.net), in which boxes and lines have their ids of the theory. Signs ride on
  their lines, and what a link says is shown over it.
- ` + "`" + `-o theory.svg` + "`" + ` for Inkscape and the like.

None of them comes back into the theory: it is the file that is edited, and the figure that follows. ` + "`--stable`" + ` takes over where boxes
were moved to in an SVG.

## For a journal

- ` + "`--width 180mm`" + ` or ` + "`--width 85mm`" + `: a page or a column. Lengths may be in mm, cm, in or pt.
- ` + "`-o theory.pdf`" + ` has its fonts embedded and its text as text, which can be searched and copied; ` + "`-o theory.png --dpi 600`" + ` says
  its resolution inside.
- ` + "`--no-title`" + `, ` + "`--no-legend`" + ` and ` + "`--caption TEXT`" + `, where the article says these things itself.
- ` + "`[figure]`" + ` in ` + "`icamo.toml`" + ` sets ` + "`width`" + `, ` + "`palette`" + `, ` + "`font`" + ` and ` + "`fonts`" + ` for all figures of a project.
- In an SVG each node and each link is a group with its id in ` + "`data-id`" + `. Each label is one text, which can be edited in Inkscape or
  PowerPoint; its fonts are named, not embedded, and a font that stands in for them keeps its own widths.

## In any script

Labels of any script are drawn as they are read: Hebrew and Arabic from the right, Arabic and Devanagari joined. The letters of
the embedded font are Latin, Greek, Cyrillic and Hebrew. For others name a font; each serves for what those before it lack, and
the embedded one comes last. Of a collection a ` + "`#`" + ` says which family is meant.

    icamo render theory.toml -o theory.pdf --font NotoSansArabic-Regular.ttf --font "NotoSansCJK-Regular.ttc#Noto Sans CJK JP"

A bold font of the same family (` + "`--font A-Regular.ttf --font A-Bold.ttf`" + `) is used for titles and headings. Where no font has a
character, the command says which, and ends with status 1, as a box stands in its place. An SVG or a page is set in the fonts of
those who open it, and so are PPTX and draw.io files: there the command says it too, and ends with 0.

## For those who cannot see it

Every figure carries its title and a text that says what it shows: what it holds, each configuration by its roles, and each link.
It stands in all formats: as ` + "`title`" + ` and ` + "`desc`" + ` in SVG, as text in PNG (` + "`Title`" + `, ` + "`Description`" + `) and TIFF (` + "`DocumentName`" + `,
` + "`ImageDescription`" + `), in comments in EPS, and in a PDF, which is tagged, as the alternative text of the figure.
`

// TestGallery holds docs/figures.md and its pictures to what the commands draw.
func TestGallery(t *testing.T) {
	t.Setenv("ICAMO_LAYOUT", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Chdir("../..")
	const folder = "docs/figures"
	if golden.Update() {
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
	}
	var page strings.Builder
	page.WriteString(`# Figures

` + "`icamo render`" + ` draws a theory file as a figure: for the web (` + "`.svg`" + `), for a journal (` + "`.pdf`, `.eps`, `.tiff`" + `, and ` + "`.png`" + ` at ` + "`--dpi`" + `
dots per inch), or for other tools (` + "`.dot`" + ` for Graphviz, ` + "`.mmd`" + ` for Mermaid). The same file gives the same picture, byte for
byte, on every machine. The pictures below are drawn from the theories in this repository by the command above each. Files for other
tools write on a line what it shows here by a sign of its own; what else they have no place for is said.

What holds for all figures of a project can stand in its ` + "`icamo.toml`" + `; a flag goes before it:

` + "```toml" + `
[figure]
width   = "180mm"
palette = "grey"         # or "color"
font    = "MyFont.ttf"   # from this folder
fonts   = ["Arabic.ttf"] # more of them, each for what those before it lack

[words]                   # the tool's own, where a team says them otherwise, in any language
outcome          = "effect"
blocking-context = "barrier"
` + "```" + `

The key of a word or sentence is its English, in small letters with hyphens between the words. What is put into a sentence, as ` + "`{1}`" + `, stays in it;
` + "`icamo check`" + ` says where it does not, and which word is meant by a key that is none.

`)
	size := 0
	for _, s := range gallery {
		fmt.Fprintf(&page, "## %s\n\n", s.title)
		if s.text != "" {
			fmt.Fprintf(&page, "%s\n\n", s.text)
		}
		for _, p := range s.pictures {
			var picture, messages bytes.Buffer
			args := append([]string{"render", "--format", "svg", "-o", "-"}, strings.Fields(p.command)...)
			if status := run(args, nil, &picture, &messages); status != 0 || messages.Len() > 0 {
				t.Fatalf("icamo %s: exit status %d: %s", strings.Join(args, " "), status, &messages)
			}
			size += picture.Len()
			fmt.Fprintf(&page, "%s\n\n    icamo render %s -o %s.svg\n\n![%s %s](figures/%s.svg)\n\n", p.text, p.command, p.file, p.seen, holds(t, picture.String()), p.file)
			golden.Hold(t, filepath.Join(folder, p.file+".svg"), picture.Bytes())
		}
	}
	page.WriteString(galleryEnd)
	golden.Hold(t, "docs/figures.md", []byte(strings.TrimRight(page.String(), "\n")+"\n"))
	if most := 3 << 20; size > most {
		t.Errorf("the pictures have %d bytes, more than %d", size, most)
	}
}

var description = regexp.MustCompile(`<desc[^>]*>(.*?\. .*?\.) `)

// holds is what a picture says that it holds: the first two sentences of the text for those who cannot see it.
func holds(t *testing.T, svg string) string {
	t.Helper()
	m := description.FindStringSubmatch(svg)
	if m == nil {
		t.Fatalf("a picture of %d bytes does not say what it holds", len(svg))
	}
	return html.UnescapeString(m[1])
}
