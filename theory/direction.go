package theory

// The characters that have a part of a text read by itself, from left to right or as its first letter is (Unicode's bidirectional
// algorithm, UAX 9).
const (
	leftToRight = "\u2066"
	asItBegins  = "\u2068"
	popIsolate  = "\u2069"
)

// joined puts an arrow between two texts. Where one of them is of a script that is read from the right, the whole is read from the left
// all the same, as figures are: else the arrow would lead from the second to the first.
func joined(from, arrow, to string) string {
	if !fromTheRight(from) && !fromTheRight(to) {
		return from + " " + arrow + " " + to
	}
	return leftToRight + asItBegins + from + popIsolate + " " + arrow + " " + asItBegins + to + popIsolate + popIsolate
}

// fromTheRight says whether a text has letters of the blocks that Unicode keeps for scripts that are read from the right.
func fromTheRight(text string) bool {
	for _, r := range text {
		switch {
		case r < 0x0590:
		case r <= 0x08ff, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfeff, r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
			return true
		}
	}
	return false
}
