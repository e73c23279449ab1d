package fit

// Candidate is one way of fitting a figure to its page, estimated. It can be kept as JSON, and used for the same scene again.
type Candidate struct {
	Columns bool
	Horizon bool    // columns: outcomes of one horizon have columns of their own
	Depth   int     // columns: ranks in a lane
	Lines   int     // columns: of a label; 0 where each rank has as few as go into Room
	Room    float64 // columns: what the boxes of all ranks may take side by side, where each rank has its own number of lines
	Listed  int     // columns: of a label in ranks that are too full for the page; 0 where those have no lists
	More    float64 // columns: width of a box beyond what its rank needs
	Most    fill    // rows
	Wrap    float64 // rows: width of a label's line
	Spacing Spacing
	Scale   float64
	Ordered bool // boxes are given an order, where the layout would find one

	Crowded bool    // signs or texts stand on most lines
	Need    float64 // the least width that it takes
	Height  float64 // of the page, about, once it is scaled
}

// Low says whether the figure is made as low as can be, as it fits no page otherwise.
func (c Candidate) Low() bool { return c.Columns && c.Lines == 0 }

// cost weighs what a figure is wanted to be: no higher than half again as wide, never higher than a page, in columns
// where there is a choice, with wide gaps, large text, short labels, and lanes deep enough for their links.
func (c Candidate) cost(width float64) float64 {
	high := c.Height
	if c.Low() && c.MayFit() {
		high = min(high, Tallest) - 10*c.Spacing.Between // it comes out lower: rather let its boxes stand apart
	}
	cost := max(high, min(Tallest, 1.5*width)) + 10*max(0, high-Tallest)
	cost *= 1 + 0.06*(screenScale-c.Scale)*TextSize
	if c.Columns {
		deep := [...]float64{0, 1.5, 1.05, 1.01, 1}[c.Depth]
		if c.Crowded {
			cost *= 2.5 // there is more room along lines that run down
		}
		return 0.7 * cost * deep * (1 + 0.006*(30-c.Spacing.Ranks)) * (1 + 0.03*float64(max(c.Lines-2, 0)))
	}
	const column = 100 * Millimetre // of an article, at most
	near := 0.012
	if width < column { // figures are high there, and ranks may stand nearer to one another
		near = 0.008
	}
	return cost * (1 + near*(28-c.Spacing.Ranks))
}

// MayFit says whether it may, before a plan is laid out: it is estimated to be higher than it comes out.
func (c Candidate) MayFit() bool { return c.Height <= Tallest+aroundLanes*c.Scale }
